import type { Examination, ExaminedColumn, Finding, Question, Reading } from "../data/intake/examination.ts";
import { type Look, type Pen, penFor, plain } from "./terminal/look.ts";
import { setCells } from "./terminal/table.ts";
import { wrap } from "./terminal/wrap.ts";

/** Columns that are listed; beyond these, the data card has them. */
const mostColumns = 60;
/** Findings that are listed for one kind. */
const mostFindings = 12;

/** What was found in a file, to be read before anything is written. */
export function examinationText(examination: Examination, look: Look): string {
  const pen = penFor(look);
  const { fileName, reading, columns, findings, task, whyTask } = examination;
  return [
    "",
    ...paragraph(`${fileName}: ${readingText(reading)}`, pen).map(pen.colours.bold),
    ...reading.remarks.flatMap((remark) => paragraph(remark, pen)),
    "",
    ...columnTable(columns, pen),
    "",
    ...paragraph(`The data set is for ${task}: ${whyTask}`, pen),
    ...findingsText(findings, pen),
  ].join("\n");
}

/** A question and its options; the one that is taken where nobody answers is marked. */
export function questionText(
  { text, options, safe, why }: Question,
  look: Look,
): { text: string; options: string[] } {
  const pen = penFor(look);
  return {
    text: `\n${paragraph(text, pen).map(pen.colours.bold).join("\n")}`,
    options: options.map((option) => {
      const marked = option.name === safe ? `${option.text} ← ${why}` : option.text;
      return wrap(plain(marked, pen), pen.width - 5).join("\n");
    }),
  };
}

function readingText({ format, compression, encoding, delimiter, quote, rows, columns }: Reading): string {
  const parts = [
    compression === "gzip" ? `${format}, compressed with gzip` : format,
    encoding,
    delimiter === undefined ? undefined : `cells divided by ${delimiterName(delimiter)}`,
    quote === "'" ? "quoted with '" : undefined,
  ];
  const how = parts.filter((part) => part !== undefined).join(", ");
  return `${counted(rows, "row")}, ${counted(columns, "column")}; ${how}`;
}

function delimiterName(delimiter: string): string {
  const names: Readonly<Record<string, string>> = {
    ",": "commas",
    ";": "semicolons",
    "\t": "tabs",
    "|": "bars",
  };
  return Object.hasOwn(names, delimiter) ? `${names[delimiter]}` : JSON.stringify(delimiter);
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

function columnTable(columns: readonly ExaminedColumn[], pen: Pen): string[] {
  const rows = columns
    .slice(0, mostColumns)
    .map((column) => [
      column.name,
      column.type,
      missingText(column),
      column.distinct.toLocaleString("en"),
      column.why,
    ]);
  const cells = rows.map((row) => row.map((cell) => plain(cell, pen)));
  const table = setCells(
    [["column", "type", "missing", "different", "why"], ...cells],
    ["left", "left", "right", "right"],
    pen,
  );
  const left = columns.length - rows.length;
  return left > 0 ? [...table, `and ${counted(left, "more column")}; the data card lists them all`] : table;
}

function missingText({ empty, missingCodes }: ExaminedColumn): string {
  const total = missingCodes.reduce((sum, { count }) => sum + count, empty);
  if (total === 0) return "";
  const codes = missingCodes.filter(({ count }) => count > 0).map(({ text }) => JSON.stringify(text));
  return codes.length === 0
    ? total.toLocaleString("en")
    : `${total.toLocaleString("en")} (${codes.join(", ")})`;
}

function findingsText(findings: readonly Finding[], pen: Pen): string[] {
  if (findings.length === 0) return [];
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  const lines = kinds.flatMap((kind) => {
    const same = findings.filter((finding) => finding.kind === kind);
    const left = same.length - mostFindings;
    const shown = same.slice(0, mostFindings).flatMap((finding) => findingText(finding, pen));
    return left > 0 ? [...shown, `  and ${left} more of this kind; the data card lists them all`] : shown;
  });
  return ["", pen.colours.bold("What to look at"), ...lines];
}

function findingText({ text, evidence }: Finding, pen: Pen): string[] {
  const { yellow, dim } = pen.colours;
  const said = wrap(plain(text, pen), pen.width - 2).map(
    (line, i) => `${i === 0 ? yellow("!") : " "} ${line}`,
  );
  const shown = evidence.slice(0, 3).flatMap((cell) => wrap(plain(cell, pen), pen.width - 4));
  return [...said, ...shown.map((line) => dim(`    ${line}`))];
}

function paragraph(text: string, pen: Pen): string[] {
  return wrap(plain(text, pen), pen.width);
}
