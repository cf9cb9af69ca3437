import type { FrontMatter } from "../../course/front-matter.ts";
import type { ProofFault } from "./fault.ts";

const mostLettersShared = 24;

type Told = Omit<ProofFault, "where">;
type Hint = FrontMatter["hints"][number];

/** What hints are held against: the lesson's checks, and the answer that they must not give away. */
export interface HintFacts {
  readonly file: string;
  readonly checkIds: readonly string[];
  readonly solution: string;
}

/**
 * Each hint must be for a check, or for all of them; say something that no other says; and keep the code to itself. Whether hints
 * climb can't be measured by their words or their length, since a short question may be worth more than a long one. What can be is
 * that the hint for everybody, the plan, is there and comes last: the order of the list is the order in which they are shown.
 */
export function proveHints(hints: readonly Hint[], { file, checkIds, solution }: HintFacts): ProofFault[] {
  const lines = solutionLines(solution);
  const each = hints.flatMap((hint, i) =>
    [
      checkFault(hint, checkIds),
      lineFault(hint, lines),
      repetitionFault(hint, hints.slice(0, i)),
      orderFault(hint, hints.slice(i + 1)),
    ].flatMap((fault) => (fault ? [{ where: `${file}, hint ${i + 1}`, ...fault }] : [])),
  );
  if (hints.length === 0 || hints.some((hint) => hint.for === undefined)) return each;
  const what = "Every hint is for one check.";
  return [
    ...each,
    { where: file, what, hint: "End with one without `for`, that tells how to go about it all." },
  ];
}

function checkFault({ for: check }: Hint, ids: readonly string[]): Told | null {
  if (check === undefined || ids.includes(check)) return null;
  return { what: `It is for ${check}, which is no check.`, hint: `The checks are ${ids.join(", ")}.` };
}

function lineFault({ text }: Hint, lines: readonly string[]): Told | null {
  const told = lines.find((line) => squeezed(text).includes(line));
  if (told === undefined) return null;
  return {
    what: `It gives a line of the solution away: ${told}`,
    hint: "Say what to think about, not what to write.",
  };
}

function repetitionFault({ text }: Hint, before: readonly Hint[]): Told | null {
  const twin = before.findIndex((other) => squeezed(other.text) === squeezed(text));
  if (twin < 0) return null;
  return {
    what: `It says what hint ${twin + 1} says.`,
    hint: "Each hint goes a step further than the one before.",
  };
}

function orderFault(hint: Hint, after: readonly Hint[]): Told | null {
  if (hint.for !== undefined || after.every((other) => other.for === undefined)) return null;
  return {
    what: "It is for no check in particular, and others that are come after it.",
    hint: "Put the plan last: hints are shown in this order, and climb.",
  };
}

/** Lines of the learner's part that are long enough to be nobody's accident. */
function solutionLines(solution: string): string[] {
  const parts = solution.matchAll(/\/\/ answer:\r?\n([\s\S]*?)\/\/ end/g);
  const lines = [...parts].flatMap(([, part = ""]) => part.split("\n")).map(squeezed);
  return lines.filter((line) => line.length >= mostLettersShared);
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, "");
}
