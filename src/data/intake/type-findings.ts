import { rowsOf } from "./cell-table.ts";
import type { Finding, Option, Question } from "./examination.ts";
import { counted, kindIsUncertainComma, kindOfMost, showCell } from "./infer-column.ts";
import { allFound, askAbout, type Found, type Place, placesWhere, type Scene } from "./scene.ts";
import { showText } from "./show-text.ts";
import type { Kind } from "./text-facts.ts";

/** A column of text is asked about if no more different texts than this keep it from another type. */
const MOST_OTHERS = 5;

const typeWords: Readonly<Record<Kind, string>> = {
  boolean: "true and false",
  integer: "whole numbers",
  number: "numbers",
  decimalComma: "numbers with a decimal comma",
  date: "dates",
  datetime: "times",
};

/** What cells say about types that a person should know: mixtures, zeros in front, numbers that are none to us. */
export async function findTypes(scene: Scene): Promise<Found> {
  const plain = placesWhere(scene, () => true).map((place) => ({
    findings: [...textFindings(place, scene), ...gapFindings(place, scene)],
    questions: commaQuestions(place),
  }));
  const texts = placesWhere(scene, ({ column }) => column.type === "string");
  const mixed = await Promise.all(texts.map((place) => findMixed(place, scene)));
  return allFound([...plain, ...mixed]);
}

function textFindings({ column, facts }: Place, { placeName }: Scene): Finding[] {
  const { name, type } = column;
  const findings: Finding[] = [];
  const add = (kind: Finding["kind"], text: string, evidence: readonly string[] = []) =>
    findings.push({ kind, column: name, text: `"${name}" ${text}`, evidence });
  const show = (cell: Parameters<typeof showCell>[0]) => [showCell(cell, placeName)];
  if (type === "string" && facts.firstLeadingZero) {
    add(
      "leading-zeros",
      "has digits that begin with a zero, and stays text to keep it.",
      show(facts.firstLeadingZero),
    );
  }
  if (type === "string" && facts.firstLarge) {
    const bound = Number.MAX_SAFE_INTEGER;
    add(
      "large-integers",
      `has whole numbers beyond ±${bound}, and stays text to keep each digit.`,
      show(facts.firstLarge),
    );
  }
  if (type === "number" && facts.firstLong) {
    add(
      "precision",
      "has numbers of more digits than a computer's number keeps; they are read as the nearest one.",
      show(facts.firstLong),
    );
  }
  if (type === "string" && facts.firstWritten && !kindIsUncertainComma(facts)) {
    add(
      "written-numbers",
      `has ${counted(facts.nWritten)} numbers with marks for thousands, money or percent, and stays text.`,
      show(facts.firstWritten),
    );
  }
  if (type === "string" && facts.firstSpaced) {
    add(
      "whitespace",
      `has spaces around ${counted(facts.spaced)} of its texts; they are kept.`,
      show(facts.firstSpaced),
    );
  }
  return findings;
}

/** What is missing everywhere or mostly, and what is the same everywhere. */
function gapFindings({ column }: Place, { nRows }: Scene): Finding[] {
  const { name, distinct, missingCodes, empty } = column;
  const missing = missingCodes.reduce((sum, { count }) => sum + count, empty);
  const found = (kind: Finding["kind"], text: string): Finding => {
    return { kind, column: name, text: `"${name}" ${text}`, evidence: [] };
  };
  if (missing === nRows) return [found("mostly-missing", "has no value at all.")];
  const isMostlyMissing = missing > nRows / 2;
  const lacks = found("mostly-missing", `lacks ${counted(missing)} of ${counted(nRows)} values.`);
  const isConstant = distinct === 1 && nRows > 1;
  const same = missing === 0 ? "has the same value in every row." : "has one value and is missing elsewhere.";
  return [...(isMostlyMissing ? [lacks] : []), ...(isConstant ? [found("constant", same)] : [])];
}

function commaQuestions({ column, facts }: Place): Question[] {
  if (column.type !== "string" || !kindIsUncertainComma(facts)) return [];
  const text: Option = { name: "text", text: "Keep the column as text.", effect: {} };
  const decimal: Option = {
    name: "decimal",
    text: "The comma divides decimals: 1,234 is a little more than one.",
    effect: { type: "number", decimalComma: true },
  };
  return [
    askAbout(
      "comma",
      column.name,
      `In "${column.name}" every comma stands before three digits. Does it divide decimals?`,
      [decimal, text],
      text,
      "If the comma divides thousands, the numbers would come out a thousand times too small.",
    ),
  ];
}

/** A column whose cells are all of one kind but for a few. */
async function findMixed({ column, position, facts }: Place, scene: Scene): Promise<Found> {
  const kind = kindOfMost(facts);
  const found = kind === null ? undefined : facts.kinds.get(kind);
  if (kind === null || !found?.firstOther || facts.firstLeadingZero || facts.firstLarge) return nothing;
  const { name } = column;
  const nOthers = facts.present - facts.codes - found.n;
  const are = nOthers === 1 ? "is not" : "are not";
  const finding: Finding = {
    kind: "mixed-types",
    column: name,
    text: `"${name}" is ${typeWords[kind]} but for ${counted(nOthers)} of ${counted(facts.present)} cells, which ${are}; it stays text.`,
    evidence: [showCell(found.firstOther, scene.placeName)],
  };
  if (found.nOtherTexts > MOST_OTHERS || (kind === "decimalComma" && !facts.isCommaCertain)) {
    return { findings: [finding], questions: [] };
  }
  const rows = await rowsOf(
    scene.connection,
    `SELECT '>' || t FROM judged WHERE col = ${position} AND NOT ${kind} GROUP BY t ORDER BY min(place)`,
  );
  const others = rows.map(([text]) => String(text).slice(1));
  const text: Option = { name: "text", text: "Keep the column as text, every cell as it is.", effect: {} };
  const missing: Option = {
    name: "missing",
    text: `Take the column for ${typeWords[kind]}; ${others.map(showText).join(", ")} stand for missing values.`,
    effect: {
      type: kind === "decimalComma" ? "number" : kind,
      missing: others,
      ...(kind === "decimalComma" ? { decimalComma: true as const } : {}),
    },
  };
  const question = askAbout(
    "mixed",
    name,
    `${finding.text.replace(/; it stays text\.$/, "")}: ${others.map(showText).join(", ")}. What are they?`,
    [missing, text],
    text,
    "No value is lost.",
  );
  return { findings: [finding], questions: [question] };
}

const nothing: Found = { findings: [], questions: [] };
