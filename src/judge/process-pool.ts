import { realpathSync } from "node:fs";
import { join } from "node:path";

import { compiled, loadEsbuild, settings } from "../compile.mjs";
import { AnswerProcess, type Limits, usualLimits } from "./answer-process.ts";
import { spawnHost } from "./spawn-host.ts";

/**
 * Starts answer's processes, one ahead of need in watch mode, so that a save meets a process that is already waiting.
 */
export class ProcessPool {
  private readonly hostFile: string;
  private readonly root: string;
  private readonly keepsSpare: boolean;
  private readonly limits: Limits;
  private spare: AnswerProcess | undefined;

  /** Use `openPool`, which compiles the host first. */
  constructor(hostFile: string, root: string, keepsSpare: boolean, limits: Limits) {
    this.hostFile = hostFile;
    this.root = root;
    this.keepsSpare = keepsSpare;
    this.limits = limits;
    this.prepare();
  }

  /** Hands out a living process that no answer has run in. */
  take(): AnswerProcess {
    const taken = this.spare?.isAlive ? this.spare : this.start();
    this.spare = undefined;
    return taken;
  }

  /** Starts the spare process, if there is to be one; called when nobody waits. */
  prepare(): void {
    if (!this.spare?.isAlive) this.spare = this.start();
  }

  /** Gets ready for the next grading, where there will be one. */
  rest(): void {
    if (this.keepsSpare) this.prepare();
  }

  close(): void {
    this.spare?.kill();
    this.spare = undefined;
  }

  private start(): AnswerProcess {
    return new AnswerProcess(spawnHost(this.hostFile, this.root), this.limits);
  }
}

/**
 * Opens a pool whose first process is starting already.
 *
 * @param root the course's folder
 */
export async function openPool(
  root: string,
  { keepsSpare = false, limits = usualLimits }: { keepsSpare?: boolean; limits?: Limits } = {},
): Promise<ProcessPool> {
  const folder = await compiled(root, {
    name: "host",
    key: "1",
    build: async () => {
      const entryPoints = { host: join(root, "src/judge/host/host.ts") };
      return [await loadEsbuild().build({ ...settings(root), entryPoints, supported: {} })];
    },
  });
  return new ProcessPool(realpathSync(join(folder, "host.cjs")), realpathSync(root), keepsSpare, limits);
}
