import type { ChildProcess } from "node:child_process";

import { AnswerProcess, type Limits, usualLimits } from "./answer-process.ts";
import { compiledHost, spawnHost } from "./spawn-host.mjs";

/**
 * Starts answer's processes, one ahead of need in watch mode, so that a save meets a process that is already waiting.
 */
export class ProcessPool {
  private readonly start: () => AnswerProcess;
  private readonly keepsSpare: boolean;
  private spare: AnswerProcess | undefined;

  /** Use `openPool`. */
  constructor(first: AnswerProcess, start: () => AnswerProcess, keepsSpare: boolean) {
    this.spare = first;
    this.start = start;
    this.keepsSpare = keepsSpare;
  }

  /** Hands out a living process that no answer has run in. */
  take(): AnswerProcess {
    const taken = this.spare?.isAlive ? this.spare : this.start();
    this.spare = undefined;
    return taken;
  }

  /** Gets ready for the next grading, where there will be one. */
  rest(): void {
    if (this.keepsSpare && !this.spare?.isAlive) this.spare = this.start();
  }

  close(): void {
    this.spare?.kill();
    this.spare = undefined;
  }
}

/** A process that was started before there was a pool, and its program. */
export interface EarlyHost {
  readonly hostFile: string;
  readonly child: ChildProcess;
}

/**
 * Opens a pool whose first process is starting already.
 *
 * @param root the course's folder
 * @param early the first process, where it was started ahead
 */
export async function openPool(
  root: string,
  {
    keepsSpare = false,
    limits = usualLimits,
    early,
  }: { keepsSpare?: boolean; limits?: Limits; early?: EarlyHost | undefined } = {},
): Promise<ProcessPool> {
  const hostFile = early?.hostFile ?? (await compiledHost(root));
  const first = new AnswerProcess(early?.child ?? spawnHost(hostFile, root), limits);
  const start = () => new AnswerProcess(spawnHost(hostFile, root), limits);
  return new ProcessPool(first, start, keepsSpare);
}
