import { isPlainArray, isPlainObject, type Plain } from "./plain.ts";

/**
 * Writes a value as a person would read it in TypeScript, on one line, shortened to about `room` characters.
 *
 * Long arrays keep their beginning and say how much was left out; a number keeps seven significant digits
 * (all of them when `exact`).
 *
 * @example showPlain([[0.1 + 0.2, 2], [3, 4]]) // "[[0.3, 2], [3, 4]]"
 */
export function showPlain(value: Plain, { room = 72, exact = false } = {}): string {
  if (typeof value === "number") return showNumber(value, exact);
  if (typeof value === "string") return showText(value, room);
  if (typeof value === "bigint") return `${value}n`;
  if (isPlainArray(value)) return showArray(value, room, exact);
  if (isPlainObject(value)) return showObject(value, room, exact);
  return String(value);
}

/**
 * Writes two values that differ so that the difference is seen: with all digits where seven would look the same.
 *
 * @example showPair(1 / 3, 0.333333334) // ["0.3333333333333333", "0.333333334"]
 */
export function showPair(one: Plain, other: Plain): [string, string] {
  const short: [string, string] = [showPlain(one), showPlain(other)];
  if (short[0] !== short[1]) return short;
  return [showPlain(one, { exact: true }), showPlain(other, { exact: true })];
}

function showNumber(value: number, exact: boolean): string {
  if (Object.is(value, -0)) return "-0";
  return exact || !Number.isFinite(value) ? String(value) : String(Number(value.toPrecision(7)));
}

function showText(value: string, room: number): string {
  const shown = value.length > room ? `${value.slice(0, Math.max(1, room - 1))}…` : value;
  return JSON.stringify(shown);
}

function showArray(values: readonly Plain[], room: number, exact: boolean): string {
  const parts: string[] = [];
  let left = room - 2;
  for (const [i, value] of values.entries()) {
    const part = showPlain(value, { room: Math.max(12, left), exact });
    const isLast = i === values.length - 1;
    if (parts.length > 0 && part.length + (isLast ? 0 : 10) > left) {
      return `[${parts.join(", ")}, … ${values.length - i} more]`;
    }
    parts.push(part);
    left -= part.length + 2;
  }
  return `[${parts.join(", ")}]`;
}

function showObject(value: { readonly [key: string]: Plain }, room: number, exact: boolean): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return "{}";
  const each = Math.max(12, Math.floor((room - 4) / keys.length));
  const parts = keys
    .slice(0, 8)
    .map(showKey)
    .map((key, i) => `${key}: ${showPlain(value[keys[i] ?? ""], { room: each - key.length - 4, exact })}`);
  return `{ ${parts.join(", ")}${keys.length > 8 ? `, … ${keys.length - 8} more` : ""} }`;
}

/** A key as it would stand in code; a long one is cut. */
function showKey(key: string): string {
  return /^[A-Za-z_$][\w$]{0,31}$/.test(key) ? key : showText(key, 32);
}
