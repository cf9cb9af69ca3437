import { differenceOf } from "./difference.ts";
import { sentenceOf } from "./expect.ts";
import { CheckFailure } from "./failure.ts";
import type { Bench, Check, Compare } from "./lesson-checks.ts";
import type { Plain } from "./plain.ts";
import { type PropertyOptions, property } from "./property.ts";

type Functions<Module> = {
  [K in keyof Module]: Module[K] extends (...args: never[]) => unknown ? K : never;
}[keyof Module] &
  string;

type ArgumentsOf<Call> = Call extends (...args: infer Args) => unknown ? Args : never;

export interface AgreesWithOptions<Args extends readonly unknown[]>
  extends Omit<PropertyOptions<Args>, "id"> {
  /** The function's name if left out. */
  readonly id?: string;
  readonly statement?: string;
  /** How far a number may be from the reference's; relative to it where it is larger than 1. */
  readonly within?: number;
  /** Another idea of "the same", where more than one value is right; throws a CheckFailure. */
  readonly compare?: Compare;
}

/**
 * States that a function gives what the lesson's solution gives: on the data set, on edge cases, on generated inputs.
 *
 * @example agreesWith(bench, "fitStandardScaler", { points: 2, given: [given.matrix()], onData: [[X]] })
 */
export function agreesWith<Module, Stage, Name extends Functions<Module>>(
  { answer, reference }: Bench<Module, Stage>,
  name: Name,
  options: AgreesWithOptions<ArgumentsOf<Module[Name]>>,
): Check {
  type Args = ArgumentsOf<Module[Name]>;
  const { compare = isSame(name, options.within ?? 1e-9) } = options;
  const ask = answer[name] as unknown as (...args: Args) => Promise<Plain>;
  const right = reference[name] as unknown as (...args: Args) => Plain | Promise<Plain>;
  const statement = options.statement ?? `${name} gives what the definition says`;
  return property<Args>(statement, { ...options, id: options.id ?? name }, async (...args) => {
    const gave = await ask(...args);
    compare(gave, await right(...structuredClone(args)), args as readonly unknown[] as readonly Plain[]);
  });
}

function isSame(name: string, within: number): Compare {
  return (gave, expected) => {
    const difference = differenceOf(gave, expected, within);
    if (!difference) return;
    const { path, gave: there, expected: right } = difference;
    throw new CheckFailure({
      because: sentenceOf(difference, `${name}’s value`),
      path,
      gave: there,
      expected: right,
    });
  };
}
