import type { RootContent } from "mdast";

import { type Directive, directiveFaults, isDirective, lineOf } from "./lesson-text-directives.ts";
import { badLesson, type Fault } from "./lesson-text-faults.ts";
import { parseMarkdown, walk } from "./lesson-text-markdown.ts";
import { type Predict, type Recall, readPredict, readRecall } from "./lesson-text-questions.ts";

/** Text to show, up to the next step or question. */
export interface Prose {
  readonly kind: "prose";
  readonly nodes: readonly RootContent[];
}

/** The place where a step of demo.ts runs; `name` is its exported function. */
export interface Step {
  readonly kind: "step";
  readonly name: string;
  readonly line: number;
}

/** A part of a lesson's text, in the order in which the learner meets it. */
export type Block = Prose | Step | Predict | Recall;

/**
 * Parses a whole lesson.md into its blocks; `file` is the path to name in messages.
 *
 * @throws Problem "bad-lesson" with all faults, each as `FILE:LINE: what was needed and got`
 * @example
 * parseLessonText("Look first.\n\n::step{name=rawDistances}\n", "lessons/06-normalization/lesson.md")
 * // [{ kind: "prose", nodes: […] }, { kind: "step", name: "rawDistances", line: 3 }]
 */
export function parseLessonText(source: string, file: string): Block[] {
  const nodes = parseMarkdown(source);
  const faults = directiveFaults(nodes, source);
  const blocks: Block[] = [];
  let prose: RootContent[] = [];
  const endProse = () => {
    if (prose.length > 0) blocks.push({ kind: "prose", nodes: prose });
    prose = [];
  };
  for (const node of nodes) {
    if (node.type === "yaml" || node.type === "definition") continue;
    if (!isDirective(node)) {
      prose.push(node);
      continue;
    }
    endProse();
    const read = readDirective(node);
    if (read) blocks.push(read.block);
    faults.push(...(read?.faults ?? []));
  }
  endProse();
  faults.push(...repeated(blocks));
  if (faults.length > 0) throw badLesson(file, faults);
  return blocks;
}

/**
 * The facts that a lesson's text asks of demo.ts, with the lines that ask, so that a check can see they are all given.
 *
 * @example
 * factsNamed(blocks) // [{ name: "nearest", line: 14 }]
 */
export function factsNamed(blocks: readonly Block[]): { name: string; line: number }[] {
  const facts: { name: string; line: number }[] = [];
  for (const block of blocks) {
    if (block.kind === "predict" && block.right !== undefined)
      facts.push({ name: block.right, line: block.line });
    walk(nodesOf(block), (node) => {
      const name = node.type === "textDirective" && node.name === "fact" ? node.attributes?.name : undefined;
      if (name) facts.push({ name, line: lineOf(node) });
    });
  }
  return facts;
}

function readDirective(node: Directive): { block: Block; faults: Fault[] } | undefined {
  if (node.type === "leafDirective" && node.name === "step") {
    return { block: { kind: "step", name: node.attributes?.name ?? "", line: lineOf(node) }, faults: [] };
  }
  if (node.type !== "containerDirective") return undefined;
  if (node.name === "predict") return readPredict(node);
  return node.name === "recall" ? readRecall(node) : undefined;
}

/** Progress is kept by a question's id and a step is one function, so each name stands for one place. */
function repeated(blocks: readonly Block[]): Fault[] {
  const firstLines = new Map<string, number>();
  return blocks.flatMap((block) => {
    if (block.kind === "prose" || (block.kind !== "step" && block.id === "")) return [];
    const name = block.kind === "step" ? `step ${block.name}` : `id ${block.id}`;
    const firstLine = firstLines.get(name);
    if (firstLine === undefined) firstLines.set(name, block.line);
    return firstLine === undefined
      ? []
      : [{ line: block.line, message: `the ${name} is taken already, on line ${firstLine}` }];
  });
}

/** All text of a block, in reading order. */
export function nodesOf(block: Block): readonly RootContent[] {
  if (block.kind === "prose") return block.nodes;
  if (block.kind === "step") return [];
  if (block.kind === "recall") return [...block.question, ...block.answer];
  return [...block.question, ...block.options.flatMap((option) => [...option.text, ...option.explanation])];
}
