import { copyOf, isPlainArray, isPlainObject, type Plain } from "../checks/plain.ts";
import { decode, encode } from "./wire.ts";

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
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}

/**
 * Runs calls on a module in this process: the solution and the mistakes, which are the lesson's own.
 *
 * Values take the same way as an answer's, through wire.ts, so that both arrive in the same form.
 */
export class LocalAnswer {
  private readonly exports: ModuleExports;
  private readonly instances = new Map<number, object>();

  constructor(exports: ModuleExports) {
    this.exports = exports;
  }

  /**
   * Runs one call.
   *
   * @param made the number of the instance that a `create` makes
   */
  async perform(call: Call, made: number): Promise<Outcome> {
    try {
      const args = this.asArguments(call.args);
      const value = await this.run(call, args, made);
      const after = encode(args, this.handles);
      return {
        value: plainOf(encode(value, this.handles)),
        argsNow: after === call.args ? undefined : plainOf(after),
      };
    } catch (thrown) {
      return { threw: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  }

  private readonly handles = {
    idOf: (value: object): number | undefined => {
      for (const [id, instance] of this.instances) if (instance === value) return id;
      return undefined;
    },
  };

  private asArguments(text: string): unknown[] {
    const reading = { handle: (id: number) => this.instances.get(id), objectPrototype: Object.prototype };
    const args = decode(text, reading);
    return Array.isArray(args) ? args : [];
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
  if (isPlainArray(value) && isPlainArray(model)) return value.map((entry, i) => projected(entry, model[i]));
  if (!isPlainObject(value) || !isPlainObject(model) || value instanceof InstanceRef) return copyOf(value);
  const kept: { [key: string]: Plain } = Object.create(null);
  for (const key of Object.keys(model)) {
    if (Object.hasOwn(value, key)) kept[key] = projected(value[key], model[key]);
  }
  return kept;
}
