/**
 * How values cross between the judge and the answer's process: as text, in a form in which no key, getter, prototype or
 * method of a value can mean anything to the reader.
 *
 * Numbers, strings, booleans, null and arrays stand for themselves in JSON; everything else is `{"$": kind, …}`, and an
 * object's keys are data in a list of their own. Both ends run this file: the encoder expects hostile values (it runs
 * beside the answer), the decoder expects hostile text (it runs in the judge). The encoder takes every built-in that it
 * needs when it is loaded, before any answer is.
 */
import { types } from "node:util";

import { naturalForm } from "./natural-form.ts";
import { Unsendable } from "./unsendable.ts";

const { stringify, parse } = JSON;
const { getOwnPropertyDescriptor, hasOwn, keys, defineProperty } = Object;
const { isArray } = Array;
const { isFinite: isFiniteNumber } = Number;
const is = Object.is;
/** Tells a getter from a value without making an object for each entry, as a descriptor would. */
const getterAt: (object: object, key: number) => unknown = Function.prototype.call.bind(
  Reflect.get(Object.prototype, "__lookupGetter__"),
);
/** The first bigint with more than 4,000 digits. */
const tooBig = 10n ** 4_000n;
const { isProxy, isTypedArray } = types;

export const limits = {
  /** Nesting of arrays and objects. */
  depth: 64,
  /** Numbers, strings, arrays, objects in one message. */
  nodes: 2_000_000,
  /** Characters of one message. */
  text: 32 * 1024 * 1024,
};

/** Text that no honest answer's process would send. */
export class Malformed extends Error {
  override name = "Malformed";
}

/** Objects that stay where they are, known to the other side by a number. */
export interface Handles {
  idOf(value: object): number | undefined;
}

interface Budget {
  nodes: number;
  readonly handles: Handles | undefined;
}

/**
 * Writes a value as text.
 *
 * Typed arrays, ml-matrix matrices, danfojs frames and series and tensors become nested arrays; functions kept in an
 * object are left behind; an instance keeps its own fields.
 *
 * @throws Unsendable for getters, proxies, symbols, cycles, and whatever exceeds the limits
 * @example encode([1, Number.NaN, { mean: [2] }]) // '[1,{"$":"NaN"},{"$":"object","k":["mean"],"v":[[2]]}]'
 */
export function encode(value: unknown, handles?: Handles): string {
  return encodeAt(value, "", 0, { nodes: limits.nodes, handles });
}

function encodeAt(value: unknown, path: string, depth: number, budget: Budget): string {
  if (--budget.nodes < 0) throw new Unsendable("", `holds more than ${limits.nodes} values`);
  return encodeLeaf(value) ?? encodeContainer(value, path, depth, budget);
}

function encodeLeaf(value: unknown): string | null {
  switch (typeof value) {
    case "number":
      return encodeNumber(value);
    case "string":
      if (value.length > limits.text) throw new Unsendable("", "is too large to hand over");
      return stringify(value);
    case "boolean":
      return value ? "true" : "false";
    case "undefined":
      return '{"$":"undefined"}';
    case "bigint":
      if (value >= tooBig || value <= -tooBig) throw new Unsendable("", "is a bigint of thousands of digits");
      return `{"$":"bigint","v":"${value}"}`;
    default:
      return value === null ? "null" : null;
  }
}

function encodeNumber(value: number): string {
  if (isFiniteNumber(value)) return is(value, -0) ? '{"$":"-0"}' : `${value}`;
  return value > 0 ? '{"$":"Infinity"}' : value < 0 ? '{"$":"-Infinity"}' : '{"$":"NaN"}';
}

function encodeContainer(value: unknown, path: string, depth: number, budget: Budget): string {
  if (typeof value === "symbol") throw new Unsendable(path, "is a symbol");
  if (typeof value === "function") throw new Unsendable(path, "is a function");
  if (typeof value !== "object" || value === null) throw new Unsendable(path, "is of no known kind");
  const id = budget.handles?.idOf(value);
  if (id !== undefined) return `{"$":"handle","id":${id}}`;
  if (isProxy(value)) throw new Unsendable(path, "is a Proxy");
  if (depth >= limits.depth)
    throw new Unsendable("", `is nested more than ${limits.depth} deep, or holds itself`);
  const natural = naturalForm(value, path);
  if (isTypedArray(natural)) return encodeTyped(natural, budget);
  if (isArray(natural)) return encodeArray(natural, path, depth, budget);
  return typeof natural === "number" ? encodeNumber(natural) : encodeObject(natural, path, depth, budget);
}

function encodeTyped(values: NodeJS.TypedArray, budget: Budget): string {
  budget.nodes -= values.length;
  if (budget.nodes < 0) throw new Unsendable("", `holds more than ${limits.nodes} values`);
  let text = "[";
  for (let i = 0; i < values.length; i++) text += (i > 0 ? "," : "") + encodeLeaf(values[i]);
  return `${text}]`;
}

function encodeArray(values: readonly unknown[], path: string, depth: number, budget: Budget): string {
  if (values.length > budget.nodes) throw new Unsendable("", `holds more than ${limits.nodes} values`);
  let text = "[";
  for (let i = 0; i < values.length; i++) {
    if (i > 0) text += ",";
    if (!hasOwn(values, i)) text += encodeLeaf(undefined);
    else if (getterAt(values, i)) throw new Unsendable(`${path}[${i}]`, "is a getter");
    else text += encodeLeaf(values[i]) ?? encodeAt(values[i], `${path}[${i}]`, depth + 1, budget);
    if (--budget.nodes < 0) throw new Unsendable("", `holds more than ${limits.nodes} values`);
    if (text.length > limits.text) throw new Unsendable("", "is too large to hand over");
  }
  return `${text}]`;
}

function encodeObject(value: object, path: string, depth: number, budget: Budget): string {
  const names: string[] = [];
  const parts: string[] = [];
  const all = keys(value);
  for (let i = 0; i < all.length; i++) {
    const name = all[i] ?? "";
    const own = getOwnPropertyDescriptor(value, name);
    if (own?.get || own?.set) throw new Unsendable(`${path}.${name}`, "is a getter");
    if (typeof own?.value === "function") continue;
    names[names.length] = stringify(name);
    parts[parts.length] = encodeAt(own?.value, `${path}.${name}`, depth + 1, budget);
  }
  return `{"$":"object","k":[${joined(names)}],"v":[${joined(parts)}]}`;
}

/** Array.prototype.join, which an answer may have replaced. */
function joined(parts: readonly string[]): string {
  let text = "";
  for (let i = 0; i < parts.length; i++) text += i > 0 ? `,${parts[i]}` : parts[i];
  if (text.length > limits.text) throw new Unsendable("", "is too large to hand over");
  return text;
}

/** What decoding makes of handles and of objects; each side has its own. */
export interface Reading {
  handle(id: number): unknown;
  /** The prototype of decoded objects: null in the judge, an ordinary one beside the answer. */
  readonly objectPrototype: object | null;
}

/**
 * Reads text that `encode` wrote; or did not write.
 *
 * @throws Malformed for anything else than `encode` writes, and for whatever exceeds the limits
 */
export function decode(text: string, reading: Reading): unknown {
  if (text.length > limits.text) throw new Malformed("a message too large");
  let json: unknown;
  try {
    json = parse(text);
  } catch {
    throw new Malformed("a message that is not JSON");
  }
  return decodeAt(json, 0, reading, { nodes: limits.nodes });
}

function decodeAt(json: unknown, depth: number, reading: Reading, budget: { nodes: number }): unknown {
  if (depth > limits.depth + 1) throw new Malformed("a message nested too deep");
  if (typeof json !== "object" || json === null) return json;
  if (isArray(json)) {
    spend(budget, json.length);
    const isPlain = (entry: unknown) => typeof entry === "number";
    return json.map((entry) => (isPlain(entry) ? entry : decodeAt(entry, depth + 1, reading, budget)));
  }
  return decodeTagged(json, depth, reading, budget);
}

function spend(budget: { nodes: number }, count: number): void {
  budget.nodes -= count;
  if (budget.nodes < 0) throw new Malformed("a message with too many values");
}

function decodeTagged(json: object, depth: number, reading: Reading, budget: { nodes: number }): unknown {
  const { $, k, v, id } = json as { $?: unknown; k?: unknown; v?: unknown; id?: unknown };
  if (typeof $ === "string" && specials.has($)) return specials.get($);
  if ($ === "bigint" && typeof v === "string" && /^-?\d{1,4000}$/.test(v)) return BigInt(v);
  if ($ === "handle" && typeof id === "number" && Number.isSafeInteger(id)) return reading.handle(id);
  if ($ !== "object" || !isArray(k) || !isArray(v) || k.length !== v.length) {
    throw new Malformed("a value of no known kind");
  }
  spend(budget, k.length);
  const object: object = Object.create(reading.objectPrototype);
  for (const [i, name] of k.entries()) {
    if (typeof name !== "string") throw new Malformed("a key that is no text");
    const value = decodeAt(v[i], depth + 1, reading, budget);
    defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
  }
  return object;
}

const specials = new Map<string, number | undefined>([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
  ["-0", -0],
  ["undefined", undefined],
]);
