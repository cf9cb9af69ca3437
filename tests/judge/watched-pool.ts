import { setTimeout } from "node:timers/promises";

import { AnswerProcess, usualLimits } from "../../src/judge/answer-process.ts";
import { ProcessPool } from "../../src/judge/process-pool.ts";
import { compiledHost, spawnHost } from "../../src/judge/spawn-host.mjs";

export interface WatchedPool extends ProcessPool {
  /** The process groups that gradings have left behind: all that were handed out and still have a member. */
  leftovers(): Promise<number[]>;
}

/** A pool that keeps a spare and remembers which process groups it has handed out. */
export async function openWatchedPool(root: string): Promise<WatchedPool> {
  const hostFile = await compiledHost(root);
  const groups = new Map<AnswerProcess, number>();
  const handedOut = new Set<number>();
  const start = () => {
    const child = spawnHost(hostFile, root);
    const process = new AnswerProcess(child, { ...usualLimits, loadMs: 2_000 });
    groups.set(process, child.pid ?? -1);
    return process;
  };
  class Watched extends ProcessPool {
    override take(): AnswerProcess {
      const process = super.take();
      handedOut.add(groups.get(process) ?? -1);
      return process;
    }
    async leftovers(): Promise<number[]> {
      let left = [...handedOut].filter(hasMembers);
      // A process that was killed is gone once its parent has taken note.
      for (let tries = 0; tries < 100 && left.length > 0; tries++) {
        await setTimeout(20);
        left = left.filter(hasMembers);
      }
      return left;
    }
  }
  return new Watched(start(), start, true);
}

function hasMembers(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}
