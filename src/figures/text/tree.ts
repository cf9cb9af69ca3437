import type { TreeFigure } from "../decision-tree.ts";
import type { TreeRow } from "../tree-rows.ts";
import type { Pen } from "./pen.ts";
import { columnsOf, whichFit } from "./tree-columns.ts";
import { cellsOf, flow, padEnd, padStart } from "./words.ts";

const BETWEEN = "  ";

/** A node's line before it is fitted: its branches, the mark of its class if it answers, its words. */
interface Line {
  readonly lead: string;
  readonly colour: number | undefined;
  readonly words: string;
}

/** Draws a tree as indented lines, each question before its yes and its no, with what is known of a node at its right. */
export function drawTree({ spec }: TreeFigure, pen: Pen): string[] {
  const { classes } = spec.usermeta;
  const rows = shallowEnough(spec.data.values, Math.floor(pen.width / 5));
  const leads = leadsOf(rows, pen);
  const lines = rows.map((row, i) => lineOf(row, leads[i] ?? "", pen));
  const widest = lines.reduce((most, line) => Math.max(most, cellsOfLine(line)), 0);
  const all = columnsOf(rows, classes, pen);
  const columns = whichFit(all, pen.width - Math.min(widest, Math.ceil(pen.width * 0.7)));
  const right = columns.reduce((sum, { cells }) => sum + BETWEEN.length + cells, 0);
  const room = Math.min(widest, pen.width - right);

  const head = columns.map(({ name, cells }) => padStart(name, cells)).join(BETWEEN);
  const key = classes.map((name, colour) => `${markOf(colour, pen)} ${pen.fit(name, 24)}`);
  return [
    ...flow(key, pen.width),
    ...(head.trim() === "" ? [] : [" ".repeat(room) + BETWEEN + pen.faint(head)]),
    ...lines.map((line, i) =>
      [padEnd(fitted(line, room, pen), room), ...columns.map(({ texts }) => texts[i])].join(BETWEEN),
    ),
  ];
}

/** Without the nodes that would be indented too far; the nodes above them count them as not drawn. */
function shallowEnough(rows: readonly TreeRow[], deepest: number): TreeRow[] {
  return rows.flatMap((row, i) => {
    if (row.depth > deepest) return [];
    if (row.depth < deepest || row.question === "") return [row];
    const after = rows.slice(i + 1);
    const end = after.findIndex(({ depth }) => depth <= deepest);
    const hidden = end < 0 ? after : after.slice(0, end);
    const below = hidden.reduce((sum, node) => sum + 1 + node.below, 0);
    return [{ ...row, question: "", below }];
  });
}

/** The lines that lead to each node from the question that it answers. */
function leadsOf(rows: readonly TreeRow[], { glyphs }: Pen): string[] {
  const path: string[] = [];
  return rows.map(({ depth, branch }) => {
    if (depth === 0) return "";
    const lead = path.slice(1, depth).join("");
    path[depth] = branch === "yes" ? `${glyphs.up} ` : "  ";
    const turn = branch === "yes" ? glyphs.branch : glyphs.lastBranch;
    return `${lead}${turn} ${branch}: ${branch === "no" ? " " : ""}`;
  });
}

function lineOf({ question, prediction, colour, below }: TreeRow, lead: string, pen: Pen): Line {
  if (question !== "") return { lead, colour: undefined, words: pen.words(`${question}?`) };
  const words = [prediction, ...(below > 0 ? [`(… ${below} nodes below)`] : [])].filter(
    (text) => text !== "",
  );
  return { lead, colour: prediction === "" ? undefined : colour, words: pen.words(words.join(" ")) };
}

function cellsOfLine({ lead, colour, words }: Line): number {
  return cellsOf(lead) + (colour === undefined ? 0 : 2) + cellsOf(words);
}

function fitted({ lead, colour, words }: Line, room: number, pen: Pen): string {
  if (colour === undefined) return pen.faint(lead) + pen.fit(words, room - cellsOf(lead));
  return `${pen.faint(lead)}${markOf(colour, pen)} ${pen.fit(words, room - cellsOf(lead) - 2)}`;
}

function markOf(colour: number, pen: Pen): string {
  return pen.inColour(pen.glyphs.marks[colour] ?? "?", colour);
}
