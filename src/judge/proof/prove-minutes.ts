import type { Demo } from "../../course/demo.ts";
import { type Block, nodesOf } from "../../course/lesson-text.ts";
import { walk } from "../../course/lesson-text-markdown.ts";
import type { ProofFault } from "./fault.ts";

/**
 * How long things take somebody who meets them for the first time. People read English for pleasure at about 240 words a minute
 * (Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047), and what they have to think about more slowly. The other three are
 * estimates, on the low side: with them the first lessons of the course come to between two thirds and nine tenths of their minutes.
 */
const pace = { wordsAMinute: 200, codeLinesAMinute: 20, minutesAPrediction: 1, minutesAFunction: 3 };

/** What of a lesson takes a learner's time. */
export interface Workload {
  readonly words: number;
  readonly codeLines: number;
  readonly predictions: number;
  readonly functions: number;
}

/**
 * Counts what a learner reads, guesses and writes.
 *
 * @param starter the text of the exercise, in which each function to write says so
 */
export function workloadOf(
  blocks: readonly Block[],
  demo: Pick<Demo, "sourceOf">,
  starter: string,
): Workload {
  let words = 0;
  const code: string[] = [];
  walk(blocks.flatMap(nodesOf), (node) => {
    if (node.type === "text" || node.type === "inlineCode")
      words += node.value.match(/[^\s]*\w[^\s]*/g)?.length ?? 0;
    if (node.type === "code") code.push(node.value);
  });
  for (const block of blocks) if (block.kind === "step") code.push(demo.sourceOf(block.name));
  return {
    words,
    codeLines: code.flatMap((text) => text.split("\n")).filter((line) => line.trim() !== "").length,
    predictions: blocks.filter(({ kind }) => kind === "predict").length,
    functions: starter.split('"Not written yet: ').length - 1,
  };
}

/** The minutes that a lesson states must be enough to read it, guess, and write what there is to write. */
export function proveMinutes(stated: number, workload: Workload, file: string): ProofFault[] {
  const { words, codeLines, predictions, functions } = workload;
  const needed = Math.ceil(
    words / pace.wordsAMinute +
      codeLines / pace.codeLinesAMinute +
      predictions * pace.minutesAPrediction +
      functions * pace.minutesAFunction,
  );
  if (needed <= stated) return [];
  const counted = `${words} words, ${codeLines} lines of code, ${predictions} predictions and ${functions} functions to write`;
  return [
    {
      where: file,
      what: `It states ${stated} minutes, and needs about ${needed}: ${counted}.`,
      hint: "State what it takes, or leave something out.",
    },
  ];
}
