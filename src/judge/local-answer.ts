import { differenceOf } from "../checks/difference.ts";
import { copyOf, isPlainArray, isPlainObject, type Plain } from "../checks/plain.ts";
import { naturalForm } from "./natural-form.ts";
import { decode } from "./wire.ts";

/** A module's exports, as they were found. */
export type ModuleExports = Record<string, unknown>;

/** One thing that a check asked of an answer; the arguments are a text of wire.ts. */
export type Call =
  | { readonly kind: "call"; readonly name: string; readonly args: string }
  | { readonly kind: "create"; readonly name: string; readonly args: string }
  | {
      readonly kind: "method";
      readonly on: number;
      readonly name: string;
      readonly args: string;
    };

/** What came of a call: a value, arguments that were changed on the way, or something thrown. */
export type Outcome =
  | { readonly value: Plain; readonly argsNow: Plain | undefined }
  | { readonly threw: string };

/** An instance that stays where it was made; checks hold it, and hand it back as an argument or ask its methods. */
export class InstanceRef {
  readonly [key: string]: Plain;
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}

/**
 * Runs calls on a module in this process: the solution and the mistakes, which are the lesson's own.
 */
export class LocalAnswer {
  private readonly exports: ModuleExports;
  private readonly mayChangeArguments: boolean;
  private readonly instances = new Map<number, object>();

  /** @param mayChangeArguments whether to look for changed arguments; not needed for a solution, which changes none */
  constructor(exports: ModuleExports, { mayChangeArguments = true } = {}) {
    this.exports = exports;
    this.mayChangeArguments = mayChangeArguments;
  }

  /**
   * Runs one call.
   *
   * @param made the number of the instance that a `create` makes
   */
  async perform(call: Call, made: number): Promise<Outcome> {
    try {
      const sent = argumentsOf(call);
      const args = sent.map((value) => this.asArgument(value));
      const value = this.flattened(await this.run(call, args, made));
      return { value, argsNow: this.mayChangeArguments ? this.changed(args, sent) : undefined };
    } catch (thrown) {
      return { threw: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  }

  private changed(args: readonly unknown[], sent: readonly Plain[]): Plain | undefined {
    // Only where there are instances do arguments differ from what was sent without having been changed.
    const now = this.instances.size > 0 ? this.flattened(args) : (args as Plain[]);
    return differenceOf(now, sent, 0, { evenNaN: true }) === null ? undefined : this.flattened(args);
  }

  private async run(call: Call, args: unknown[], made: number): Promise<unknown> {
    if (call.kind === "method") {
      const instance = this.instances.get(call.on);
      const member: unknown = instance && Reflect.get(instance, call.name);
      return typeof member === "function" ? Reflect.apply(member, instance, args) : member;
    }
    const member = this.exports[call.name];
    if (typeof member !== "function") throw new TypeError(`${call.name} is no function`);
    if (call.kind === "call") return Reflect.apply(member, undefined, args);
    const instance: object = Reflect.construct(member, args);
    this.instances.set(made, instance);
    return instance;
  }

  /** A copy that the module may change: ordinary objects, and instances in the place of their numbers. */
  private asArgument(value: Plain): unknown {
    if (isPlainArray(value))
      return isNumbers(value) ? value.slice() : value.map((entry) => this.asArgument(entry));
    if (value instanceof InstanceRef) return this.instances.get(value.id);
    if (!isPlainObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, this.asArgument(entry)]));
  }

  /** What an answer's value would arrive as: the same steps as wire.ts, without the text between. */
  private flattened(value: unknown): Plain {
    if (typeof value !== "object" || value === null) return value as Plain;
    for (const [id, instance] of this.instances) if (instance === value) return new InstanceRef(id);
    const natural = naturalForm(value, "");
    if (typeof natural === "number") return natural;
    if (Array.isArray(natural)) {
      return isNumbers(natural) ? natural.slice() : Array.from(natural, (entry) => this.flattened(entry));
    }
    if (ArrayBuffer.isView(natural)) return Array.from(natural as Float64Array);
    const entries = Object.entries(natural).filter(([, entry]) => typeof entry !== "function");
    return Object.fromEntries(entries.map(([key, entry]) => [key, this.flattened(entry)]));
  }
}

/** Whether an array holds numbers and nothing else, as nearly all long ones do. */
function isNumbers(values: readonly unknown[]): values is number[] {
  for (let i = 0; i < values.length; i++) if (typeof values[i] !== "number") return false;
  return true;
}

const decoded = new WeakMap<Call, readonly Plain[]>();

/** A call's arguments as plain values, which nobody may change; instances are references. */
export function argumentsOf(call: Call): readonly Plain[] {
  const known = decoded.get(call);
  if (known) return known;
  const args = plainOf(call.args);
  const list = isPlainArray(args) ? args : [];
  decoded.set(call, list);
  return list;
}

/** Reads a value's text; instances become references. */
export function plainOf(text: string): Plain {
  return decode(text, { handle: (id) => new InstanceRef(id), objectPrototype: null }) as Plain;
}

/**
 * Leaves out the keys that a model value hasn't: what an answer or a mistake remembers beside the value asked for.
 *
 * @example projected({ mean: [1], rows: 3 }, { mean: [2] }) // { mean: [1] }
 */
export function projected(value: Plain, model: Plain): Plain {
  if (isPlainArray(value) && isNumbers(value)) return value;
  if (isPlainArray(value) && isPlainArray(model)) return value.map((entry, i) => projected(entry, model[i]));
  if (!isPlainObject(value) || !isPlainObject(model) || value instanceof InstanceRef) return copyOf(value);
  const kept: { [key: string]: Plain } = Object.create(null);
  for (const key of Object.keys(model)) {
    if (Object.hasOwn(value, key)) kept[key] = projected(value[key], model[key]);
  }
  return kept;
}
