import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

import type { Answers } from "./answers.ts";
import { median, quantile } from "./quantiles.ts";
import { tableOf, times, whole } from "./table.ts";

/** Milliseconds from a save to its result. */
export interface SaveLoop {
  readonly saves: number;
  readonly median: number;
  readonly p95: number;
}

const saves = 50;
const warmUps = 4;
/** Seconds after which a result is taken to be lost. */
const patience = 30;

/**
 * Saves a right and a wrong answer in turn to a program that watches, and times how long each waits for its result.
 *
 * @param resultIn reads a line of the program's output: whether the answer passed, or undefined where the line is no result
 */
export async function timeSaves(
  child: ChildProcess,
  answers: Answers,
  resultIn: (line: string) => boolean | undefined,
  say: (text: string) => void,
): Promise<SaveLoop> {
  const results = listen(child, resultIn);
  await results.next(true);
  const times: number[] = [];
  for (let save = -warmUps; save < saves; save++) {
    if (save >= 0) say(`save ${save + 1} of ${saves}`);
    // Nobody saves in step with a program's clocks.
    await pause(250 + (((save + warmUps) * 37) % 100));
    const isRight = save % 2 !== 0;
    const result = results.next(isRight);
    const from = performance.now();
    answers.save(isRight);
    const at = await result;
    if (save >= 0) times.push(at - from);
  }
  return { saves, median: median(times), p95: quantile(times, 0.95) };
}

const goals = { median: 100, p95: 200 };

export function saveTable(watch: SaveLoop, vitest?: SaveLoop): string {
  const row = (name: string, loop: SaveLoop, ratio: string, goal: string) => {
    return [`  ${name}`, whole(loop.median), whole(loop.p95), ratio, goal];
  };
  return tableOf([
    [`From save to verdict, ${watch.saves} saves`, "median", "95th percentile", "ratio", "goal"],
    row("npm run watch 6", watch, "", `at most ${goals.median} and ${goals.p95}`),
    ...(vitest ? [row("vitest, the same checks", vitest, times(vitest.median / watch.median), "")] : []),
  ]);
}

/** The times at which results come; a save's own is the next one that says what the save must give. */
function listen(child: ChildProcess, resultIn: (line: string) => boolean | undefined) {
  let tail = "";
  const keep = (text: string) => {
    tail = `${tail}${text}\n`.slice(-2000);
  };
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new TypeError("listen needs a process whose output is piped");
  const lines = createInterface({ input: stdout }).on("line", keep);
  stderr.on("data", (piece) => keep(String(piece)));
  const next = (isRight: boolean) =>
    new Promise<number>((resolve, reject) => {
      const lost = setTimeout(
        () => reject(new Error(`No result within ${patience} seconds of a save. The last output:\n${tail}`)),
        patience * 1000,
      );
      const look = (line: string) => {
        if (resultIn(line) !== isRight) return;
        clearTimeout(lost);
        lines.off("line", look);
        resolve(performance.now());
      };
      lines.on("line", look);
    });
  return { next };
}
