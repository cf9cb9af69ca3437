import { writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Answers } from "./answers.ts";
import { median } from "./quantiles.ts";
import { tableOf, times, whole } from "./table.ts";
import type { Workshop } from "./workshop.ts";

/** Medians, in milliseconds. */
export interface Cold {
  readonly runs: number;
  readonly emptyScript: number;
  readonly emptyNode: number;
  readonly grade: number;
}

const runs = 21;
const warmUps = 3;

/**
 * Times `npm run grade 6` on a text that was never graded before, turn by turn with `npm run` of a script that does
 * nothing, and of one that starts Node with an empty file.
 */
export async function measureCold(
  workshop: Workshop,
  answers: Answers,
  say: (text: string) => void,
): Promise<Cold> {
  const { empty, course } = workshop;
  const scripts = { empty: "", node: "node nothing.mjs" };
  writeFileSync(join(empty, "nothing.mjs"), "");
  writeFileSync(join(empty, "package.json"), JSON.stringify({ private: true, scripts }));
  const rounds: Omit<Cold, "runs">[] = [];
  for (let round = 1 - warmUps; round <= runs; round++) {
    say(`cold start: ${round > 0 ? `run ${round} of ${runs}` : "warming up"}`);
    const emptyScript = await timeOf(workshop, ["npm", "run", "empty"], empty);
    const emptyNode = await timeOf(workshop, ["npm", "run", "node"], empty);
    answers.save(true);
    const grade = await timeOf(workshop, ["npm", "run", "grade", "6"], course);
    if (round > 0) rounds.push({ emptyScript, emptyNode, grade });
  }
  return {
    runs,
    emptyScript: median(rounds.map((times) => times.emptyScript)),
    emptyNode: median(rounds.map((times) => times.emptyNode)),
    grade: median(rounds.map((times) => times.grade)),
  };
}

const goal = 2;

export function coldTable({ runs: count, emptyScript, emptyNode, grade }: Cold): string {
  return tableOf([
    [`From cold, medians of ${count} runs`, "time", "ratio", "goal"],
    ["  npm run, an empty script", whole(emptyScript), "", ""],
    ["  npm run, Node with an empty file", whole(emptyNode), times(emptyNode / emptyScript), ""],
    ["  npm run grade 6", whole(grade), times(grade / emptyScript), `at most ${goal} ×`],
  ]);
}

/** Milliseconds from starting a command until it has ended well. */
async function timeOf(
  workshop: Workshop,
  command: readonly [string, ...string[]],
  folder: string,
): Promise<number> {
  const from = performance.now();
  const child = workshop.start(command, folder);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (piece) => {
      output += piece;
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  const milliseconds = performance.now() - from;
  if (code !== 0) throw new Error(`\`${command.join(" ")}\` ended with ${code}:\n${output}`);
  return milliseconds;
}
