import type { Check } from "../../checks/lesson-checks.ts";
import type { FrontMatter } from "../../course/front-matter.ts";
import type { Block } from "../../course/lesson-text.ts";
import type { ProofFault } from "./fault.ts";

/** How a lesson is to be made, as far as it can be counted: see CONTRIBUTING.md. */
const parts = [
  { name: "predictions", least: 2, advice: "Ask with :::predict what will happen, before a step shows it." },
  { name: "recalls", least: 1, advice: "End with a question for another day, a ::::recall." },
  { name: "hints", least: 3, advice: "Write a nudge for each check that takes an idea, and a plan for all." },
  {
    name: "mistakes",
    least: 4,
    advice: "Put what people get wrong into mistakes/, each as a whole program.",
  },
  { name: "alternatives", least: 2, advice: "Put answers that are right in another way into alternatives/." },
] as const;

/** What a lesson's text and checks must have, whatever it teaches. */
export interface Written {
  readonly file: string;
  readonly source: string;
  readonly about: FrontMatter;
  readonly blocks: readonly Block[];
  readonly checks: readonly Check[];
  readonly counts: { readonly mistakes: number; readonly alternatives: number };
}

/** Everything of the text that is short of how a lesson is to be made. */
export function proveText(written: Written): ProofFault[] {
  return [...countFaults(written), ...numberFaults(written)];
}

function countFaults({ file, about, blocks, checks, counts }: Written): ProofFault[] {
  const kinds = (kind: Block["kind"]) => blocks.filter((block) => block.kind === kind).length;
  const found = {
    predictions: kinds("predict"),
    recalls: kinds("recall"),
    hints: about.hints.length,
    ...counts,
  };
  const short = parts.flatMap(({ name, least, advice }) =>
    found[name] < least
      ? [
          {
            where: file,
            what: `It has ${found[name]} ${name}; a lesson has ${least} at least.`,
            hint: advice,
          },
        ]
      : [],
  );
  const points = checks.reduce((sum, check) => sum + check.points, 0);
  if (points === 10) return short;
  const hint = "Share out ten among them, more to what took more thought.";
  return [...short, { where: file, what: `Its checks give ${points} points, and a lesson gives ten.`, hint }];
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
