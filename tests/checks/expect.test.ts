import { describe, expect, it } from "vitest";

import { CheckFailure, expectEach, expectEqual, expectThat } from "../../src/checks/index.ts";

describe("expectEach", () => {
  it.each([
    [[]],
    [[Number.NaN]],
    [[0, Number.NaN]],
    [[undefined as unknown as number]],
    [[1]],
    [new Array<number>(1)],
  ])("does not hold for %o", (values) =>
    expect(() => expectEach(values, "mean").near(0, 0.5)).toThrow(CheckFailure),
  );

  it("holds when every number is near enough", () => {
    expect(() => expectEach([0, 1e-10, -0], "mean").near(0, 1e-9)).not.toThrow();
  });

  it("says which number it was", () => {
    expect(() => expectEach([0, 2], "the mean of column").near(0, 1e-9)).toThrow(
      "the mean of column 1 is 2, and 0 was needed",
    );
  });
});

describe("expectEqual", () => {
  it("names the place and both values", () => {
    const compare = () => expectEqual({ scale: [2] }, { scale: [1] }, { what: "the scaler" });
    expect(compare).toThrow("the scaler, at scale[0], is 2, and 1 is right");
  });

  it("does not hold for NaN and NaN", () => {
    expect(() => expectEqual(Number.NaN, Number.NaN)).toThrow(CheckFailure);
  });
});

describe("expectThat", () => {
  it.each([false, undefined, null, 0, "", Number.NaN, 1, "yes", {}])("takes %o for no", (condition) => {
    expect(() => expectThat(condition as boolean, "why")).toThrow("why");
  });

  it("takes true for yes", () => {
    expect(() => expectThat(true, "why")).not.toThrow();
  });
});
