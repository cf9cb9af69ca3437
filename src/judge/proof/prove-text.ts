import type { Check } from "../../checks/lesson-checks.ts";
import type { FrontMatter } from "../../course/front-matter.ts";
import type { Block } from "../../course/lesson-text.ts";
import type { ProofFault } from "./fault.ts";

/** How a lesson is to be made, as far as it can be counted: see CONTRIBUTING.md. */
const least = { predictions: 2, recalls: 1, hints: 3, mistakes: 4, alternatives: 2 };
const mostLettersShared = 24;

/** What a lesson's text and checks must have, whatever it teaches. */
export interface Written {
  readonly file: string;
  readonly source: string;
  readonly solution: string;
  readonly about: FrontMatter;
  readonly blocks: readonly Block[];
  readonly checks: readonly Check[];
  readonly counts: { readonly mistakes: number; readonly alternatives: number };
}

/** Everything of the text that is short of how a lesson is to be made. */
export function proveText(written: Written): ProofFault[] {
  return [...countFaults(written), ...hintFaults(written), ...numberFaults(written)];
}

function countFaults({ file, about, blocks, checks, counts }: Written): ProofFault[] {
  const kinds = (kind: Block["kind"]) => blocks.filter((block) => block.kind === kind).length;
  const found = {
    predictions: kinds("predict"),
    recalls: kinds("recall"),
    hints: about.hints.length,
    ...counts,
  };
  const short = Object.entries(least).flatMap(([name, least]) => {
    const count = found[name as keyof typeof found];
    return count < least
      ? [{ where: file, what: `It has ${count} ${name}.`, hint: `A lesson needs ${least} at least.` }]
      : [];
  });
  const points = checks.reduce((sum, check) => sum + check.points, 0);
  if (points === 10) return short;
  return [...short, { where: file, what: `Its checks give ${points} points.`, hint: "A lesson gives ten." }];
}

function hintFaults({ file, about, checks, solution }: Written): ProofFault[] {
  const ids = checks.map(({ id }) => id);
  const lines = solutionLines(solution);
  return about.hints.flatMap((hint, i) => {
    const where = `${file}, hint ${i + 1}`;
    const unknown = hint.for !== undefined && !ids.includes(hint.for);
    const told = lines.find((line) => squeezed(hint.text).includes(line));
    return [
      ...(unknown
        ? [
            {
              where,
              what: `It is for ${hint.for}, which is no check.`,
              hint: `The checks are ${ids.join(", ")}.`,
            },
          ]
        : []),
      ...(told
        ? [
            {
              where,
              what: `It gives a line of the solution away: ${told}`,
              hint: "Say what to think about, not what to write.",
            },
          ]
        : []),
    ];
  });
}

/** Lines of the learner's part that are long enough to be nobody's accident. */
function solutionLines(solution: string): string[] {
  const parts = solution.matchAll(/\/\/ answer:\n([\s\S]*?)\/\/ end/g);
  const lines = [...parts].flatMap(([, part = ""]) => part.split("\n")).map(squeezed);
  return lines.filter((line) => line.length >= mostLettersShared);
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, "");
}

/** Decimal numbers come from demo.ts: what is written by hand is wrong on the next data set. */
function numberFaults({ file, source }: Written): ProofFault[] {
  const front = /^---[\s\S]*?\n---/.exec(source)?.[0] ?? "";
  const bare = (text: string) => text.replace(/[^\n]/g, "");
  const prose = source
    .replace(front, bare)
    .replace(/```[\s\S]*?```|\$\$[\s\S]*?\$\$|`[^`\n]*`|\$[^$\n]*\$/g, bare);
  return prose.split("\n").flatMap((line, i) => {
    const number = /\d+\.\d+/.exec(line)?.[0];
    return number === undefined
      ? []
      : [{ where: `${file}:${i + 1}`, what: `It states ${number}.`, hint: "Let a fact of demo.ts say it." }];
  });
}
