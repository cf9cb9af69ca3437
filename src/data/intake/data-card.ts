import type { Decided } from "./decide.ts";
import type { Examination, ExaminedColumn, Reading } from "./examination.ts";
import { counted } from "./infer-column.ts";

/** A data set's README.md: what it is, where from, its columns, what was found and what was decided. */
export function dataCard(examination: Examination, decided: Decided, missing: readonly number[]): string {
  const { title, description, findings } = examination;
  return [
    `# ${plain(title)}`,
    plain(description),
    ...about(examination, decided),
    "## The columns",
    columnTable(examination, decided, missing),
    ...section(
      "What was found",
      findings.map(({ text, evidence }) => findingLine(text, evidence)),
    ),
    ...section("What was decided", decisionLines(decided)),
    "## How the file was read",
    readingText(examination),
  ]
    .join("\n\n")
    .concat("\n");
}

function about({ licence, source, reading, roles, whyTask, task }: Examination, decided: Decided): string[] {
  const { rows } = reading;
  const why = decided.task === task ? whyTask : "as it was answered.";
  const named: [string, readonly string[]][] = [
    ["to be predicted", roles.target === undefined ? [] : [roles.target]],
    ["rows that belong together share", roles.groups],
    ["tells when", roles.time === undefined ? [] : [roles.time]],
    ["known only after the target", decided.leaks],
    ["only names the rows", decided.identifiers],
  ];
  const lines = [
    `${counted(rows)} ${rows === 1 ? "row" : "rows"}, ${counted(decided.columns.length)} ${decided.columns.length === 1 ? "column" : "columns"}.`,
    `For ${decided.task}: ${plain(why)}`,
    ...named
      .filter(([, names]) => names.length > 0)
      .map(([role, names]) => `${role}: ${names.map(code).join(", ")}`),
    `Source: ${plain([source.title, source.path].filter((part, i) => part && (i === 0 || part !== source.title)).join(", "))}`,
    `Licence: ${plain([licence.name, licence.title, licence.path].filter(Boolean).join(", "))}`,
  ];
  return [lines.map((line) => `- ${line}`).join("\n")];
}

function columnTable({ columns }: Examination, decided: Decided, missing: readonly number[]): string {
  const rows = decided.columns.map(({ name, type, position }, j) => {
    const column = columns[position];
    const range = column?.range && column.type === type ? `${column.range[0]} to ${column.range[1]}` : "";
    return [
      code(name),
      type,
      counted(missing[j] ?? 0),
      counted(column?.distinct ?? 0),
      plain(range),
      plain(whyText(column, type)),
    ];
  });
  const header = ["column", "type", "missing", "different", "range", "why this type"];
  return [header, ["---", "---", "---:", "---:", "---", "---"], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function whyText(column: ExaminedColumn | undefined, type: string): string {
  if (column === undefined) return "";
  return column.type === type ? column.why : `as it was answered; ${column.why}`;
}

function decisionLines({ decisions, leftOut }: Decided): string[] {
  const lines = decisions.map(({ question, text, isSafe }) =>
    plain(`${question.text} ${text}${isSafe ? ` ${question.why}` : ""}`),
  );
  return leftOut.length === 0
    ? lines
    : [...lines, `Left out of the data set: ${leftOut.map(code).join(", ")}.`];
}

function findingLine(text: string, evidence: readonly string[]): string {
  return plain(evidence.length === 0 ? text : `${text} ${evidence.slice(0, 3).join("; ")}`);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.map((line) => `- ${line}`).join("\n")];
}

function readingText({ fileName, reading }: Examination): string {
  const { format, compression, encoding, delimiter, quote, remarks }: Reading = reading;
  const parts = [
    compression === "gzip" ? `${format}, packed with gzip` : format,
    encoding,
    delimiter === undefined ? undefined : `cells divided by ${JSON.stringify(delimiter)}`,
    quote === undefined || quote === '"' ? undefined : `quoted with ${quote}`,
  ];
  const how = parts.filter((part) => part !== undefined).join(", ");
  return plain([`Read from ${fileName}: ${how}.`, ...remarks].join(" "));
}

/** Text in which Markdown and HTML see nothing of their own, on one line. */
function plain(text: string): string {
  return oneLine(text).replace(/[\\*_[\]<>|#`]/g, "\\$&");
}

function code(name: string): string {
  const longest = Math.max(0, ...(name.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 ? " " : "";
  return `${fence}${space}${oneLine(name).replaceAll("|", "\\|")}${space}${fence}`;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, " ").trim();
}
