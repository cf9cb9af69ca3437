import type { ColumnType } from "../column.ts";
import type { ExaminedColumn, MissingCode } from "./examination.ts";
import { showText } from "./show-text.ts";
import { type Cell, type Kind, kinds, type TextFacts } from "./text-facts.ts";

const typeOfKind: Readonly<Record<Kind, ColumnType>> = {
  boolean: "boolean",
  integer: "integer",
  number: "number",
  decimalComma: "number",
  date: "date",
  datetime: "datetime",
};

/** What one cell, and what many are. */
const nounsOfKind: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  boolean: ["true or false", "true or false"],
  integer: ["a whole number", "whole numbers"],
  number: ["a number", "numbers"],
  decimalComma: ["a number with a decimal comma", "numbers with a decimal comma"],
  date: ["a date", "dates"],
  datetime: ["a time", "times"],
};

/** What a column's places are called, and how a cell is shown. */
export function showCell({ text, place }: Cell, placeName: string): string {
  return `${placeName} ${place} ${showText(text)}`;
}

/** The kind that all of a column's cells are of, those that are missing left out; null if it is text. */
export function kindOf(facts: TextFacts): Kind | null {
  const isOfAll = (kind: Kind) => {
    const found = facts.kinds.get(kind);
    return found !== undefined && found.n > 0 && found.nOtherTexts === 0;
  };
  const kind = kinds.find(isOfAll) ?? null;
  return kind === "decimalComma" && !facts.isCommaCertain ? null : kind;
}

/** The kind that most of a text column's cells are of, if it is one of all but a few; what a mistyped cell hides. */
export function kindOfMost(facts: TextFacts): Kind | null {
  const others = facts.present - facts.codes;
  return kinds.find((kind) => (facts.kinds.get(kind)?.n ?? 0) > 0.8 * others) ?? null;
}

/**
 * A column's type: what all its cells are, those left out that are empty or hold a code for a missing value. Such a
 * code counts only beside numbers, dates or true and false, where it can be nothing else; among words it is a word.
 *
 * @param codes the texts that may stand for a missing value, with their counts
 */
export function inferColumn(
  name: string,
  facts: TextFacts,
  codes: readonly MissingCode[],
  placeName: string,
): ExaminedColumn {
  const kind = kindOf(facts);
  const { empty, distinct, least, greatest } = facts;
  if (kind === null) {
    return { name, type: "string", why: whyText(facts, placeName), empty, missingCodes: [], distinct };
  }
  return {
    name,
    type: typeOfKind[kind],
    why: whyKind(kind, facts, codes, placeName),
    empty,
    missingCodes: codes,
    distinct: distinct - facts.nCodeTexts,
    ...(least !== null && greatest !== null && kind !== "boolean" && kind !== "decimalComma"
      ? { range: [least, greatest] as const }
      : {}),
    ...(kind === "decimalComma" ? { decimalComma: true as const } : {}),
  };
}

function whyKind(kind: Kind, facts: TextFacts, codes: readonly MissingCode[], placeName: string): string {
  const n = facts.present - facts.codes;
  const [one, many] = nounsOfKind[kind];
  const reasons = [n === 1 ? `the one cell is ${one}` : `all ${counted(n)} cells are ${many}`];
  const notWhole = kind === "number" ? facts.kinds.get("integer")?.firstOther : null;
  if (notWhole) reasons[0] += `, not all whole: ${showCell(notWhole, placeName)}`;
  if (kind === "decimalComma") reasons[0] += ", as in 3,14; stored as 3.14";
  const shown = codes.map(({ text, count }) => `${showText(text)} ${times(count)}`);
  if (codes.length > 0) reasons.push(`missing where it says ${shown.join(", ")}`);
  if (facts.spaced > 0) reasons.push(`spaces around ${counted(facts.spaced)} of the cells are left out`);
  return reasons.join("; ");
}

function whyText(facts: TextFacts, placeName: string): string {
  const { present, firstLeadingZero, firstLarge } = facts;
  if (present === 0) return "all cells are empty";
  const isDigits =
    (facts.kinds.get("number")?.n ?? 0) > 0 || firstLeadingZero !== null || firstLarge !== null;
  if (firstLeadingZero !== null && isMost(facts, "number", firstLeadingZero)) {
    return `numbers do not begin with a zero: ${showCell(firstLeadingZero, placeName)}`;
  }
  if (firstLarge !== null && isMost(facts, "number", firstLarge)) {
    return `beyond ${Number.MAX_SAFE_INTEGER} neighbouring whole numbers become one: ${showCell(firstLarge, placeName)}`;
  }
  if (kindIsUncertainComma(facts)) return "a comma before three digits can divide thousands or decimals";
  const most = isDigits || facts.nDateLike === 0 ? (kindOfMost(facts) ?? (isDigits ? "number" : null)) : null;
  const found = most === null ? undefined : facts.kinds.get(most);
  if (most === null || !found?.firstOther || found.n === 0) return "words, not numbers or dates";
  const nOthers = present - facts.codes - found.n;
  const [one, many] = nounsOfKind[most];
  const are = nOthers === 1 ? `is not ${one}` : `are not ${many}`;
  return `${counted(nOthers)} of ${counted(present)} cells ${are}: ${showCell(found.firstOther, placeName)}`;
}

/** Whether the first cell that is not of a kind is this one. */
function isMost(facts: TextFacts, kind: Kind, cell: Cell): boolean {
  return facts.kinds.get(kind)?.firstOther?.place === cell.place;
}

/** Whether every cell can be a number with a decimal comma, or one with thousands divided. */
export function kindIsUncertainComma(facts: TextFacts): boolean {
  const comma = facts.kinds.get("decimalComma");
  return comma !== undefined && comma.n > 0 && comma.nOtherTexts === 0 && !facts.isCommaCertain;
}

/** A number of things, with commas: "12,345". */
export function counted(n: number): string {
  return n.toLocaleString("en");
}

function times(n: number): string {
  return n === 1 ? "once" : `${counted(n)} times`;
}
