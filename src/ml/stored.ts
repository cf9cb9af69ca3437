import { shown } from "./check-input.ts";
import type { Label } from "./labels.ts";

/** A number as JSON can keep it: NaN, -0 and the infinities, which JSON has no words for, by name. */
export type StoredNumber = number | "NaN" | "-0" | "Infinity" | "-Infinity";

/**
 * Numbers for `toJSON`, none of them lost on the way through JSON.
 * @example storedNumbers([1.5, -0, Number.NaN]) // [1.5, "-0", "NaN"]
 */
export function storedNumbers(values: ArrayLike<number>): StoredNumber[] {
  return Array.from(values, storedNumber);
}

/** One number for `toJSON`. */
export function storedNumber(value: number): StoredNumber {
  if (Object.is(value, -0)) return "-0";
  return Number.isFinite(value) ? value : (String(value) as "NaN" | "Infinity" | "-Infinity");
}

/**
 * What `toJSON` of the named class wrote down: its options, and what it had learned, undefined before fit.
 * @throws {TypeError} when it is not what that class writes
 * @example
 * const { options, learned } = readStored("Ridge", json);
 * const ridge = new Ridge({ alpha: options.number("alpha") });
 * if (learned) ridge.#learned = { coef: learned.numbers("coef"), intercept: learned.number("intercept") };
 */
export function readStored(
  estimator: string,
  json: unknown,
): { options: StoredFields; learned: StoredFields | undefined } {
  const who = `${estimator}.fromJSON`;
  const stored = new StoredFields(who, json);
  const kind = stored.value("estimator");
  if (kind !== estimator) {
    throw new TypeError(`${who} needs what toJSON of a ${estimator} gave, got that of ${shown(kind)}.`);
  }
  return {
    options: stored.fields("options"),
    learned: stored.value("learned") === null ? undefined : stored.fields("learned"),
  };
}

/** The named fields of a JSON object, each checked as it is read; every method throws a TypeError for another kind. */
export class StoredFields {
  readonly #who: string;
  readonly #fields: ReadonlyMap<string, unknown>;

  constructor(who: string, json: unknown) {
    if (typeof json !== "object" || json === null || Array.isArray(json)) {
      throw new TypeError(`${who} needs an object that toJSON gave, got ${shown(json)}.`);
    }
    this.#who = who;
    this.#fields = new Map(Object.entries(json));
  }

  /** The names of all fields. */
  names(): string[] {
    return [...this.#fields.keys()];
  }

  /** Whether the field is there; an option that was left undefined is not. */
  has(name: string): boolean {
    return this.#fields.get(name) !== undefined;
  }

  /** The field as it is, undefined where there is none. */
  value(name: string): unknown {
    return this.#fields.get(name);
  }

  fields(name: string): StoredFields {
    const value = this.value(name);
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw this.#unlike(name, "an object", value);
    }
    return new StoredFields(this.#who, value);
  }

  number(name: string): number {
    return this.#number(name, this.value(name));
  }

  text(name: string): string {
    const value = this.value(name);
    if (typeof value !== "string") throw this.#unlike(name, "a text", value);
    return value;
  }

  boolean(name: string): boolean {
    const value = this.value(name);
    if (typeof value !== "boolean") throw this.#unlike(name, "true or false", value);
    return value;
  }

  /** One of the given words. */
  oneOf<const Word extends string>(name: string, words: readonly Word[]): Word {
    const value = this.value(name);
    const found = words.find((word) => word === value);
    if (found === undefined) throw this.#unlike(name, words.map(shown).join(" or "), value);
    return found;
  }

  /** An array, of the given length if there is one. */
  list(name: string, length?: number): readonly unknown[] {
    return this.#list(name, this.value(name), length);
  }

  /** An array of numbers, of the given length if there is one. */
  numbers(name: string, length?: number): number[] {
    return this.list(name, length).map((value, i) => this.#number(`${name}[${i}]`, value));
  }

  /** Arrays of numbers, as many and as long as given, where given. */
  rows(name: string, nRows?: number, width?: number): number[][] {
    return this.list(name, nRows).map((row, i) =>
      this.#list(`${name}[${i}]`, row, width).map((value, j) => this.#number(`${name}[${i}][${j}]`, value)),
    );
  }

  /** An array of labels, all strings or all numbers. */
  labels(name: string, length?: number): Label[] {
    return this.#labels(name, this.value(name), length);
  }

  /** Arrays of labels, as many as given, if there is a number. */
  labelLists(name: string, nLists?: number): Label[][] {
    return this.list(name, nLists).map((labels, i) => this.#labels(`${name}[${i}]`, labels, undefined));
  }

  #labels(name: string, value: unknown, length: number | undefined): Label[] {
    const labels = this.#list(name, value, length);
    return labels.map((label, i) => {
      const isLabel = typeof label === "string" || (typeof label === "number" && Number.isFinite(label));
      if (isLabel && typeof label === typeof labels[0]) return label;
      throw this.#unlike(`${name}[${i}]`, "labels, all strings or all numbers", label);
    });
  }

  #list(name: string, value: unknown, length: number | undefined): readonly unknown[] {
    if (!Array.isArray(value)) throw this.#unlike(name, "an array", value);
    if (length !== undefined && value.length !== length) {
      throw new TypeError(`${this.#who} needs ${length} values in ${name}, got ${value.length}.`);
    }
    return value;
  }

  #number(name: string, value: unknown): number {
    if (typeof value === "number") return value;
    if (value === "NaN" || value === "-0" || value === "Infinity" || value === "-Infinity")
      return Number(value);
    throw this.#unlike(name, "a number", value);
  }

  #unlike(name: string, needed: string, got: unknown): TypeError {
    return new TypeError(`${this.#who} needs ${needed} as ${name}, got ${shown(got)}.`);
  }
}
