import { type ColumnType, isNumberType } from "./column.ts";
import type { Field } from "./package-schema.ts";
import type { Bind } from "./query.ts";

/** What each cell of a column is asked. */
export interface CellCheck {
  /** Writes the SQL condition that holds where the answer is wrong. */
  isBroken(bind: Bind): string;
  /** What is asked, after "needs". */
  readonly needed: string;
}

type Write = (value: unknown, cell: Cell) => CellCheck;

/** The names of a cell's text and meaning in `typedCells`. */
interface Cell {
  readonly text: string;
  readonly meaning: string;
  readonly type: ColumnType;
}

interface Rule {
  readonly types: readonly ColumnType[];
  readonly isValue: (value: unknown, type: ColumnType) => boolean;
  /** What the data package should have said. */
  readonly needs: string;
  /** Absent where no single cell can break the rule. */
  readonly check?: Write;
}

const ordered: readonly ColumnType[] = ["number", "integer", "date", "datetime"];
const any: readonly ColumnType[] = [...ordered, "string", "boolean"];
const isBoolean = (value: unknown) => typeof value === "boolean";
const isLength = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;

/** The constraints of Table Schema that our types can have. */
const rules: ReadonlyMap<string, Rule> = new Map([
  ["required", { types: any, isValue: isBoolean, needs: "true or false", check: required }],
  ["unique", { types: any, isValue: isBoolean, needs: "true or false" }],
  ["minimum", bound("<", "at least")],
  ["maximum", bound(">", "at most")],
  ["exclusiveMinimum", bound("<=", "more than")],
  ["exclusiveMaximum", bound(">=", "less than")],
  ["minLength", length("<", "at least")],
  ["maxLength", length(">", "at most")],
  ["pattern", { types: any, isValue: isPattern, needs: "a regular expression", check: matches }],
  ["enum", { types: any, isValue: isList, needs: "a list of values of the field's type", check: isOneOf }],
]);

/**
 * What is wrong with the constraints of a field, each with its keyword.
 *
 * @example
 * constraintFaults({ name: "a", type: "string", constraints: { minimum: 1 } });
 * // [{ keyword: "minimum", what: "does not fit a field of type string" }]
 */
export function constraintFaults({ type, constraints = {} }: Field): { keyword: string; what: string }[] {
  return Object.entries(constraints).flatMap(([keyword, value]) => {
    const rule = rules.get(keyword);
    if (rule === undefined) {
      return {
        keyword,
        what: `is no constraint that is known here; there are ${[...rules.keys()].join(", ")}`,
      };
    }
    if (!rule.types.includes(type)) return { keyword, what: `does not fit a field of type ${type}` };
    if (rule.isValue(value, type)) return [];
    return { keyword, what: `needs ${rule.needs}, got ${JSON.stringify(value)}` };
  });
}

/** The questions to each cell of the field in place `i` that its constraints put. */
export function constraintChecks({ type, constraints = {} }: Field, i: number): CellCheck[] {
  const cell = { text: `t${i}`, meaning: `x${i}`, type };
  return Object.entries(constraints).flatMap(([keyword, value]) => {
    const check = rules.get(keyword)?.check?.(value, cell);
    if (check === undefined || value === false) return [];
    // A text of another type is a fault of its own, and no more can be asked of it.
    if (keyword === "required") return check;
    return { ...check, isBroken: (bind) => `NOT b${i} AND (${check.isBroken(bind)})` };
  });
}

function required(_: unknown, { text }: Cell): CellCheck {
  return { isBroken: () => `${text} IS NULL`, needed: "a value" };
}

function bound(operator: string, words: string): Rule {
  const check: Write = (limit, { text, meaning, type }) => {
    const sqlType = isNumberType(type) ? "DOUBLE" : type === "date" ? "DATE" : "TIMESTAMPTZ";
    const value = type === "datetime" ? `TRY_CAST(${text} AS TIMESTAMPTZ)` : meaning;
    const isBroken = (bind: Bind) => `${value} ${operator} CAST(${bind(String(limit))} AS ${sqlType})`;
    return { isBroken, needed: `${words} ${limit}` };
  };
  return { types: ordered, isValue: isOfType, needs: "a value of the field's type", check };
}

function length(operator: string, words: string): Rule {
  const check: Write = (limit, { text }) => ({
    isBroken: () => `length(${text}) ${operator} ${Number(limit)}`,
    needed: `${words} ${limit} characters`,
  });
  return { types: ["string"], isValue: isLength, needs: "a whole number, 0 or more", check };
}

function matches(pattern: unknown, { text }: Cell): CellCheck {
  return {
    isBroken: (bind) => `NOT regexp_full_match(${text}, ${bind(String(pattern))})`,
    needed: `text as in /${pattern}/`,
  };
}

function isOneOf(list: unknown, { text, meaning, type }: Cell): CellCheck {
  const values = Array.isArray(list) ? list.map(String) : [];
  const isNumber = isNumberType(type);
  const found = isNumber ? meaning : type === "boolean" ? `${meaning}::VARCHAR` : text;
  const listed = (bind: Bind) =>
    values.map((value) => (isNumber ? `CAST(${bind(value)} AS DOUBLE)` : bind(value)));
  const shown = values.slice(0, 10).map((value) => JSON.stringify(value));
  if (values.length > shown.length) shown.push("…");
  return {
    isBroken: (bind) => `${found} NOT IN (${listed(bind)})`,
    needed: `one of ${shown.join(", ")}`,
  };
}

function isList(value: unknown, type: ColumnType): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((item) => isOfType(item, type));
}

function isPattern(value: unknown): boolean {
  if (typeof value !== "string") return false;
  try {
    return new RegExp(value) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Whether a value of JSON is one of the type, itself or as the text that a cell would hold. */
function isOfType(value: unknown, type: ColumnType): boolean {
  switch (type) {
    case "number":
      return (
        (typeof value === "number" || isText(value, /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i)) &&
        isFiniteNumber(value)
      );
    case "integer":
      return (
        Number.isSafeInteger(value) || (isText(value, /^[+-]?\d+$/) && Number.isSafeInteger(Number(value)))
      );
    case "boolean":
      return isBoolean(value) || isText(value, /^(true|false)$/);
    case "date":
      return isText(value, /^\d{4}-\d\d-\d\d$/) && isTime(value);
    case "datetime":
      return (
        isText(value, /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/) && isTime(value)
      );
    case "string":
      return typeof value === "string";
  }
}

function isText(value: unknown, pattern: RegExp): boolean {
  return typeof value === "string" && pattern.test(value);
}

function isTime(value: unknown): boolean {
  return !Number.isNaN(Date.parse(String(value)));
}

function isFiniteNumber(value: unknown): boolean {
  return Number.isFinite(Number(value));
}
