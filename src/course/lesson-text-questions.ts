import type { BlockContent, DefinitionContent, ListItem, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";

import type { Facts } from "./demo.ts";
import { lineOf } from "./lesson-text-directives.ts";
import type { Fault } from "./lesson-text-faults.ts";

/** One option of a prediction, with what there is to say to someone who chose it. */
export interface PredictOption {
  readonly text: readonly RootContent[];
  readonly explanation: readonly RootContent[];
  readonly right: boolean;
}

/**
 * A question to answer before the result is shown. One option is right; or none is marked and `right` names the
 * fact whose value is the 1-based number of the right one on the lesson's data set.
 */
export interface Predict {
  readonly kind: "predict";
  readonly id: string;
  readonly question: readonly RootContent[];
  readonly options: readonly PredictOption[];
  readonly right?: string;
  readonly line: number;
}

/** A question to come back to on another day, with its answer. */
export interface Recall {
  readonly kind: "recall";
  readonly id: string;
  readonly question: readonly RootContent[];
  readonly answer: readonly RootContent[];
  readonly line: number;
}

type Content = BlockContent | DefinitionContent;

/** Reads a `:::predict`, with what is wrong with it. */
export function readPredict(node: ContainerDirective): { block: Predict; faults: Fault[] } {
  const listAt = node.children.findIndex((child) => child.type === "list");
  const list = node.children[listAt];
  const items = list?.type === "list" ? list.children : [];
  const right = node.attributes?.right;
  const block: Predict = {
    kind: "predict",
    id: node.attributes?.id ?? "",
    question: node.children.slice(0, Math.max(listAt, 0)),
    options: items.map(readOption),
    ...(right ? { right } : {}),
    line: lineOf(node),
  };
  return {
    block,
    faults: [...predictFaults(block, items), ...tailFaults(node.children.slice(listAt + 1), items)],
  };
}

/** Whether an option is the right one: marked in the text, or named by a fact of this data set. */
export function isRight(block: Predict, index: number, facts: Facts): boolean {
  return block.right === undefined ? block.options[index]?.right === true : facts[block.right] === index + 1;
}

/** Reads a `:::recall`, whose answer follows a thematic break or stands in an `:::answer`, with what is wrong with it. */
export function readRecall(node: ContainerDirective): { block: Recall; faults: Fault[] } {
  const answerAt = node.children.findIndex((child) => child.type === "thematicBreak" || isAnswer(child));
  const mark = node.children[answerAt];
  const rest = node.children.slice(answerAt + 1);
  const block: Recall = {
    kind: "recall",
    id: node.attributes?.id ?? "",
    question: node.children.slice(0, Math.max(answerAt, 0)),
    answer: mark === undefined ? [] : isAnswer(mark) ? mark.children : rest,
    line: lineOf(node),
  };
  const faults: Fault[] = [];
  if (mark === undefined)
    faults.push(needs(block, "an answer, after a line --- between blank lines or in an :::answer"));
  else if (block.question.length === 0) faults.push(needs(block, "a question before its answer"));
  if (mark !== undefined && block.answer.length === 0)
    faults.push(needs(block, "an answer that says something"));
  if (mark && isAnswer(mark) && rest[0])
    faults.push({ line: lineOf(rest[0]), message: ":::recall needs nothing after its :::answer" });
  return { block, faults };
}

function isAnswer(node: Content): node is ContainerDirective {
  return node.type === "containerDirective" && node.name === "answer";
}

function readOption(item: ListItem): PredictOption {
  return {
    text: item.children.slice(0, 1),
    explanation: item.children.slice(1),
    right: item.checked === true,
  };
}

function predictFaults(block: Predict, items: readonly ListItem[]): Fault[] {
  if (items.length < 2)
    return [needs(block, "a question and a list of at least two options, each - [ ] or - [x]")];
  const faults = items.flatMap(itemFaults);
  const nRight = block.options.filter((option) => option.right).length;
  if (block.question.length === 0) faults.push(needs(block, "a question before its options"));
  if (block.right !== undefined && nRight > 0)
    faults.push(needs(block, `no [x], since right=${block.right} decides`));
  if (block.right === undefined && nRight !== 1)
    faults.push(needs(block, `one option marked [x], or right=factName, got ${nRight}`));
  return faults;
}

function itemFaults(item: ListItem): Fault[] {
  const line = lineOf(item);
  if (typeof item.checked !== "boolean")
    return [{ line, message: "an option needs to begin with [ ] or [x] and its text" }];
  if (item.children.length < 2)
    return [{ line, message: "an option needs its explanation, as a paragraph of its own below it" }];
  return [];
}

function tailFaults(tail: readonly Content[], items: readonly ListItem[]): Fault[] {
  const first = tail[0];
  if (first === undefined || items.length === 0) return [];
  return [
    {
      line: lineOf(first),
      message: ":::predict needs to end with its options; indent an explanation under its option",
    },
  ];
}

function needs(block: Predict | Recall, what: string): Fault {
  return { line: block.line, message: `:::${block.kind} needs ${what}` };
}
