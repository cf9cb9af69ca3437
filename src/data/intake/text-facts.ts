import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";

import { literal, rowsOf } from "./cell-table.ts";

/** What the texts of a column can all be, in the order in which it is asked. */
export const kinds = ["boolean", "integer", "number", "decimalComma", "date", "datetime"] as const;

export type Kind = (typeof kinds)[number];

/** A text and the place of the first cell that holds it. */
export interface Cell {
  readonly text: string;
  readonly place: number;
}

/** How far a column's texts are of one kind; missing codes are left out of all of it. */
export interface KindFacts {
  /** Cells of this kind. */
  readonly n: number;
  /** Different texts of another kind, and the first cell that holds one. */
  readonly nOtherTexts: number;
  readonly firstOther: Cell | null;
}

/** What all the texts of a column tell about its type. */
export interface TextFacts {
  /** Cells with any text, and without. */
  readonly present: number;
  readonly empty: number;
  /** Different texts. */
  readonly distinct: number;
  /** Cells with a text that may stand for a missing value, and how many such texts there are. */
  readonly codes: number;
  readonly nCodeTexts: number;
  readonly kinds: ReadonlyMap<Kind, KindFacts>;
  /** Cells with spaces around them. */
  readonly spaced: number;
  readonly firstSpaced: Cell | null;
  readonly firstLeadingZero: Cell | null;
  readonly firstLarge: Cell | null;
  /** The first number with more digits than a float64 keeps. */
  readonly firstLong: Cell | null;
  /** The first cell that looks like a number with thousands separators, a currency or a percent sign. */
  readonly firstWritten: Cell | null;
  readonly nWritten: number;
  /** Cells that look like a date that is not ISO 8601. */
  readonly nDateLike: number;
  /** Whether decimal commas could not be separators of thousands. */
  readonly isCommaCertain: boolean;
  readonly least: string | null;
  readonly greatest: string | null;
}

/** Texts, in small letters, that often stand for a missing value, though they can be words like any other. */
export const missingCodes = [
  "na n/a n.a. #n/a <na> nan null (null) none nil \\n ? ?? - -- --- . .. missing unknown",
  "#value! #div/0! #ref! #num! #null! #name?",
].flatMap((line) => line.split(" "));

const SPACES = "' ' || chr(9) || chr(10) || chr(13) || chr(160)";
const DAY = "\\d{4}-\\d{2}-\\d{2}";
const TIME = "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?";
const NUMBER = "[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?";
const CURRENCY = "[$€£¥]";

/**
 * Adds the table `judged`: `texts` without the empty one, each with what kinds it is of. Text is only what is written
 * here; DuckDB's own casts take more (1_000, 0x10, " 5").
 */
export async function judgeTexts(connection: DuckDBConnection): Promise<void> {
  const matches = (pattern: string) => `regexp_full_match(t, ${literal(pattern)})`;
  const isDay = "TRY_CAST(left(t, 10) AS DATE) IS NOT NULL AND left(t, 4) <> '0000'";
  await connection.run(`CREATE TABLE judged AS
    SELECT *,
      t = '' OR lower(t) IN (${missingCodes.map(literal)}) AS code,
      lower(t) IN ('true', 'false') AND (t IN (lower(t), upper(t)) OR t IN ('True', 'False')) AS boolean,
      written AND NOT zero_led AND NOT large AND value IS NOT NULL AND abs(value) <= 1.7976931348623157e308
        AND (value <> 0 OR NOT regexp_matches(split_part(lower(t), 'e', 1), '[1-9]')) AS number,
      number AND ${matches("[+-]?\\d+")} AS integer,
      ${matches("[+-]?\\d+(,\\d+)?")} AND NOT zero_led AND (contains(t, ',') OR number) AS decimalComma,
      ${matches(DAY)} AND ${isDay} AS date,
      ${matches(`${DAY}[T ]${TIME}`)} AND ${isDay} AS datetime
    FROM (SELECT *,
      ${matches(NUMBER)} AS written,
      ${matches("[+-]?0\\d.*")} AND ${matches("[+-]?[\\d.,]+")} AS zero_led,
      ${matches("[+-]?\\d+")} AND abs(TRY_CAST(t AS DOUBLE)) > ${Number.MAX_SAFE_INTEGER} AS large,
      TRY_CAST(replace(t, ',', '.') AS DOUBLE) AS value
      FROM (SELECT *, trim(text, ${SPACES}) AS t FROM texts WHERE text IS NOT NULL))`);
}

/**
 * What the texts of each column tell, in the columns' order.
 *
 * @param nRows so many cells has each column
 */
export async function readTextFacts(
  connection: DuckDBConnection,
  nColumns: number,
  nRows: number,
): Promise<TextFacts[]> {
  const first = (condition: string) =>
    `arg_min('>' || text, place) FILTER (${condition}), min(place) FILTER (${condition})`;
  const ofKind = kinds.map(
    (kind) => `sum(n) FILTER (${kind} AND NOT code),
      count(*) FILTER (NOT ${kind} AND NOT code), ${first(`NOT ${kind} AND NOT code`)}`,
  );
  const spaced = "text <> t";
  const digits = (text: string) =>
    `regexp_replace(regexp_replace(replace(split_part(lower(${text}), 'e', 1), '.', ''), '^[+-]?0*', ''), '0*$', '')`;
  // What DuckDB writes is the shortest text of the number that is kept.
  const long = `number AND length(t) > 15 AND ${digits("t")} <> ${digits("CAST(value AS VARCHAR)")}`;
  const separated = `regexp_full_match(t, '[+-]?${CURRENCY}? ?\\d{1,3}([,. ''\u00a0]\\d{3})+([.,]\\d+)? ?${CURRENCY}?')`;
  const marked = `regexp_full_match(t, '[+-]?${CURRENCY} ?\\d[\\d.,]*|[+-]?\\d[\\d.,]* ?(%|${CURRENCY})')`;
  const writtenOut = `NOT number AND (${separated} OR ${marked})`;
  const dateLike =
    "regexp_full_match(t, '(\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})([ T]\\d{1,2}:\\d{2}(:\\d{2})?)?')";
  const certain =
    "t LIKE '%,%' AND (regexp_matches(t, ',(\\d{1,2}|\\d{4,})$') OR regexp_matches(t, '^[+-]?(0|\\d{4,}),'))";
  const rows = await rowsOf(
    connection,
    `SELECT col, sum(n), count(*), sum(n) FILTER (code), count(*) FILTER (code), ${ofKind},
       sum(n) FILTER (${spaced}), ${first(spaced)}, ${first("zero_led")}, ${first("large")}, ${first(long)},
       ${first(writtenOut)}, sum(n) FILTER (${writtenOut}), sum(n) FILTER (${dateLike}),
       coalesce(bool_or(${certain}), false),
       coalesce(arg_min(t, value) FILTER (number), min(t) FILTER (date OR datetime)),
       coalesce(arg_max(t, value) FILTER (number), max(t) FILTER (date OR datetime))
     FROM judged GROUP BY col`,
  );
  const byColumn = new Map(rows.map((row) => [Number(row[0]), row]));
  return Array.from({ length: nColumns }, (_, j) => toFacts(byColumn.get(j) ?? [], nRows));
}

/** Takes the values of a row one after the other, in the order of the query. */
function toFacts(row: readonly DuckDBValue[], nRows: number): TextFacts {
  let at = 1;
  const number = () => Number(row[at++] ?? 0);
  const text = () => {
    const value = row[at++] ?? null;
    return value === null ? null : String(value);
  };
  const cell = (): Cell | null => {
    const [found, place] = [text(), number()];
    // The mark is there since what begins with U+FEFF would arrive here without it.
    return found === null ? null : { text: found.slice(1), place };
  };
  const [present, distinct, codes, nCodeTexts] = [number(), number(), number(), number()];
  const kindFacts = kinds.map((kind): [Kind, KindFacts] => [
    kind,
    { n: number(), nOtherTexts: number(), firstOther: cell() },
  ]);
  return {
    present,
    empty: nRows - present,
    distinct,
    codes,
    nCodeTexts,
    kinds: new Map(kindFacts),
    spaced: number(),
    firstSpaced: cell(),
    firstLeadingZero: cell(),
    firstLarge: cell(),
    firstLong: cell(),
    firstWritten: cell(),
    nWritten: number(),
    nDateLike: number(),
    isCommaCertain: row[at++] === true,
    least: text(),
    greatest: text(),
  };
}
