import { describe, expect, it } from "vitest";

import { unexplainedBehaviours, type WrongProgram } from "../../../src/judge/proof/unexplained.ts";
import type { CheckVerdict } from "../../../src/judge/verdict.ts";

function failed(id: string, gave: string, more: Partial<CheckVerdict> = {}): CheckVerdict {
  const counterexample = { calls: [{ call: `${id}([3, 5])`, gave }], gave, expected: "4" };
  return {
    id,
    statement: `${id} is right`,
    status: "failed",
    points: 0,
    outOf: 2,
    because: `it is ${gave}`,
    counterexample,
    ...more,
  };
}

const named = { diagnosis: { mistake: "known", explanation: "You did what is known." } };

function program(from: string, verdicts: CheckVerdict[], times = 1): WrongProgram {
  return { from, times, verdicts, codeFor: ({ id }) => `code of ${id}` };
}

describe("what no mistake explains", () => {
  it("is grouped by the checks that fail, the inputs, and the wrong values", () => {
    const groups = unexplainedBehaviours([
      program("one", [failed("mean", "8")]),
      program("two", [failed("mean", "15")]),
      program("three", [failed("mean", "8")]),
      program("four", [failed("mean", "8"), failed("range", "0")]),
    ]);
    expect(groups.map(({ checks, programs }) => [checks, programs.map(({ from }) => from)])).toEqual([
      [["mean"], ["one", "three"]],
      [["mean"], ["two"]],
      [["mean", "range"], ["four"]],
    ]);
  });

  it("comes with the most frequent first, an example call and the code", () => {
    const groups = unexplainedBehaviours([
      program("once", [failed("mean", "8")]),
      program("often", [failed("mean", "15")], 7),
    ]);
    expect(groups[0]).toEqual({
      times: 7,
      checks: ["mean"],
      because: "it is 15",
      calls: [{ call: "mean([3, 5])", gave: "15" }],
      programs: [{ from: "often", code: "code of mean" }],
    });
  });

  it("leaves out what a mistake explains, in whatever check", () => {
    const both = [failed("mean", "8"), failed("range", "0", named)];
    expect(unexplainedBehaviours([program("known", both)])).toEqual([]);
  });

  it("leaves out programs that pass, and those whose own error says what is wrong", () => {
    const passed = failed("mean", "4", { status: "passed" });
    const threw = failed("mean", "", { status: "error" });
    expect(unexplainedBehaviours([program("right", [passed]), program("throws", [threw])])).toEqual([]);
  });
});
