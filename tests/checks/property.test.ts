import { describe, expect, it } from "vitest";

import { CheckFailure, expectThat, given, property } from "../../src/checks/index.ts";
import { failureOf, makeTrial } from "./trial.ts";

/** A property of lists of numbers, with every input that it was tried on. */
function watched(holds: (values: number[], tries: number) => boolean, options: object = {}) {
  const { trial, asked, ...rest } = makeTrial();
  const tried: number[][] = [];
  const check = property<[number[]]>(
    "it holds",
    { points: 1, given: [given.fc.array(given.fc.integer({ min: 0, max: 100 }))], ...options },
    async (values) => {
      asked();
      tried.push(values);
      expectThat(holds(values, tried.length), `not for ${JSON.stringify(values)}`);
    },
  );
  return { check, trial, tried, ...rest };
}

describe("a property", () => {
  it("passes when it holds for every input, and has tried as many as it was told", async () => {
    const { check, trial, tried } = watched(() => true);
    expect(await failureOf(check, trial)).toBeNull();
    expect(tried).toHaveLength(40);
  });

  it("shows the smallest input on which it fails", async () => {
    const { check, trial } = watched((values) => values.every((value) => value < 42));
    expect(await failureOf(check, trial)).toMatchObject({ finding: { because: "not for [42]" } });
  });

  it("tries the data, then the examples, then what it draws", async () => {
    const { check, trial, tried, begun } = watched(() => true, { onData: [[[1, 2, 3]]], examples: [[[]]] });
    await failureOf(check, trial);
    expect(tried.slice(0, 2)).toEqual([[1, 2, 3], []]);
    expect(begun.slice(0, 3)).toEqual(["data", "input", "input"]);
  });

  it("fails on the data when nothing smaller fails", async () => {
    const { check, trial } = watched((values) => values.length < 1_000, { onData: [[Array(1_000).fill(7)]] });
    expect(await failureOf(check, trial)).toBeInstanceOf(CheckFailure);
  });

  it("fails on an example that no drawn input resembles", async () => {
    const { check, trial } = watched((values) => values[0] !== -1, { examples: [[[-1]]] });
    expect(await failureOf(check, trial)).toMatchObject({ finding: { because: "not for [-1]" } });
  });

  it.each([1, 4, 5, 20, 40])("fails when an answer is wrong just once, the %ith time", async (wrong) => {
    const { check, trial } = watched((_, tries) => tries !== wrong);
    expect(await failureOf(check, trial)).toBeInstanceOf(CheckFailure);
  });

  it("tries one after another when calls for several inputs disturb each other", async () => {
    const { trial, asked } = makeTrial();
    let fitted = 0;
    const ask = async <T>(value: T): Promise<T> => {
      asked();
      await new Promise(setImmediate);
      return value;
    };
    const check = property<[number]>(
      "it remembers",
      { points: 1, given: [given.fc.integer()] },
      async (value) => {
        fitted = await ask(value);
        await ask(null);
        expectThat(fitted === value, `${value} was forgotten`);
      },
    );
    expect(await failureOf(check, trial)).toBeNull();
  });

  it("stops at once at a fault that makes going on pointless", async () => {
    const { trial, asked } = makeTrial();
    let tries = 0;
    const check = property<[number]>("it lives", { points: 1, given: [given.fc.integer()] }, async () => {
      asked();
      tries++;
      throw Object.assign(new Error("gone"), { isFatal: true });
    });
    expect(await failureOf(check, trial)).toMatchObject({ message: "gone" });
    expect(tries).toBeLessThanOrEqual(4);
  });

  it("draws the same inputs and finds the same counterexample for the same seed", async () => {
    const run = async () => {
      const { check, trial, tried } = watched((values) => values.length < 3);
      return { thrown: String(await failureOf(check, trial)), tried };
    };
    expect(await run()).toEqual(await run());
  });

  it("draws other inputs for another seed", async () => {
    const drawn = async (seed: number) => {
      const { check, tried } = watched(() => true);
      await failureOf(check, makeTrial({ seed }).trial);
      return tried;
    };
    expect(await drawn(1)).not.toEqual(await drawn(2));
  });

  it("takes one generator of all arguments when they depend on each other", async () => {
    const pairs = given.fc.integer({ min: 1, max: 9 }).map((value): [number, number] => [value, 2 * value]);
    const check = property<[number, number]>("twice", { points: 1, given: pairs }, async (one, other) => {
      expectThat(other === 2 * one, "no pair");
    });
    expect(await failureOf(check, makeTrial().trial)).toBeNull();
  });
});
