import { expect, test } from "vitest";

import { residuals } from "../../src/figures/index.ts";

test("a prediction that is too low lies above the line of no error", () => {
  const { spec } = residuals({ actual: [20, 31], predicted: [22, 30] }, { title: "T", unit: "kWh" });
  expect(spec.data.values).toEqual([
    { x: 22, y: -2 },
    { x: 30, y: 1 },
  ]);
  expect(spec.encoding.y.title).toBe("actual − predicted (kWh)");
  expect(JSON.stringify(spec.layer)).toContain('{"y":0,"label":"no error"}');
});

test("as many predicted values as actual ones are needed", () => {
  expect(() => residuals({ actual: [1, 2], predicted: [1] }, { title: "T" })).toThrow(
    new RangeError("residuals needs as many predicted values as actual ones, got 1 and 2."),
  );
});
