import { types } from "node:util";

import { Unsendable } from "./unsendable.ts";

// Taken before any answer is loaded, which might replace them.
const { isArray } = Array;
const { getPrototypeOf } = Object;
const { isProxy, isTypedArray, isBoxedPrimitive, isPromise, isMap, isSet, isDate, isAnyArrayBuffer } = types;

/** The plain form of what the field's packages return (a number for a tensor without dimensions), or the value itself. */
export function naturalForm(value: object, path: string): object | number {
  if (isArray(value) || isTypedArray(value)) return value;
  if (isBoxedPrimitive(value)) throw new Unsendable(path, "is a boxed value; return the plain one");
  if (isPromise(value)) throw new Unsendable(path, "is a promise; await it before you return it");
  if (isMap(value) || isSet(value))
    throw new Unsendable(path, "is a Map or Set; return an object or an array");
  if (isDate(value)) throw new Unsendable(path, "is a Date; return its text or its number");
  if (isAnyArrayBuffer(value)) throw new Unsendable(path, "is a bare buffer; return an array of numbers");
  const form = callIfMethod(value, "to2DArray") ?? callIfMethod(value, "arraySync") ?? frameValues(value);
  if (typeof form === "number") return form;
  return typeof form !== "object" || form === null || isProxy(form) ? value : form;
}

/** An ml-matrix matrix has to2DArray, a tensor arraySync: methods of their classes, never of a plain object. */
function callIfMethod(value: object, name: string): unknown {
  const prototype = getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return undefined;
  const method: unknown = (value as Record<string, unknown>)[name];
  return typeof method === "function" ? method.call(value) : undefined;
}

/** A danfojs frame or series keeps its cells behind the getter `values` of its class, beside `shape` and `index`. */
function frameValues(value: object): unknown {
  const prototype = getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return undefined;
  if (!("values" in value && "shape" in value && "index" in value && "dtypes" in value)) return undefined;
  return isArray(value.values) ? value.values : undefined;
}
