import { AnswerProcess, usualLimits } from "../../src/judge/answer-process.ts";
import { ProcessPool } from "../../src/judge/process-pool.ts";
import { compiledHost, spawnHost } from "../../src/judge/spawn-host.mjs";

/** A process that outlives its gradings: loading one text again costs nothing, where danfojs would cost a second each time. */
class LastingProcess extends AnswerProcess {
  override async end(): Promise<void> {}
}

/** A pool that hands out one and the same process, for many gradings of one honest answer. */
export async function openLastingPool(root: string): Promise<ProcessPool> {
  const process = new LastingProcess(spawnHost(await compiledHost(root), root), usualLimits);
  const pool = new ProcessPool(process, () => process, false);
  pool.close = () => process.kill();
  return pool;
}
