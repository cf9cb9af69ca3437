import { expect, test } from "vitest";

import { timeSeries } from "../../src/figures/index.ts";
import { marksIn } from "../../src/figures/marks.ts";

const words = { title: "T", yTitle: "visits a day" };
const days = ["2024-03-03", "2024-03-01", "2024-03-02"].map((day) => new Date(day));

test("values come in the order of their times, and dates are milliseconds", () => {
  const { spec } = timeSeries({ name: "visits", times: days, values: [3, 1, 2] }, words);
  expect(spec.data.values.map(({ x, y }) => [x, y])).toEqual([
    [Date.UTC(2024, 2, 1), 1],
    [Date.UTC(2024, 2, 2), 2],
    [Date.UTC(2024, 2, 3), 3],
  ]);
  expect(spec.encoding.x.type).toBe("temporal");
});

test("a time that is no date is left out, and the others are in order all the same", () => {
  const times = [new Date("2024-03-09"), new Date("never"), new Date("2024-03-01"), new Date("2024-03-05")];
  const { spec, notes } = timeSeries({ name: "visits", times, values: [9, 0, 1, 5] }, words);
  expect(spec.data.values.map(({ y }) => y)).toEqual([1, 5, 9]);
  expect(notes).toEqual(["1 of 4 points left out: not a number, infinite or too large to draw."]);
});

test("a time may be a year, and its axis has whole years", () => {
  const { spec } = timeSeries({ name: "visits", times: [2020, 2021], values: [1, 2] }, words);
  expect(spec.encoding.x).toMatchObject({ type: "quantitative", title: "time", axis: { tickMinStep: 1 } });
});

test("hours are said to be in UTC, days need not be", () => {
  const titleOf = (...times: string[]) =>
    timeSeries({ name: "a", times: times.map((time) => new Date(time)), values: times.map(() => 1) }, words)
      .spec.encoding.x.title;
  expect(titleOf("2024-03-01T08:00Z", "2024-03-01T20:00Z")).toBe("time (UTC)");
  expect(titleOf("2024-03-01", "2024-04-01")).toBe("date");
});

test("what happened has a rule at its time", () => {
  const marks = [{ at: new Date("2024-03-02"), label: "launch" }];
  const { spec } = timeSeries({ name: "visits", times: days, values: [3, 1, 2] }, { ...words, marks });
  expect(marksIn(spec.layer)).toEqual([{ x: Date.UTC(2024, 2, 2), label: "launch" }]);
});

test("dates beside numbers, and more times than values, are refused", () => {
  expect(() => timeSeries({ name: "a", times: [2020, new Date(0)], values: [1, 2] }, words)).toThrow(
    new TypeError("timeSeries needs all times to be dates or all to be numbers, got 1 dates of 2 times."),
  );
  expect(() => timeSeries({ name: "a", times: days, values: [1] }, words)).toThrow(
    new RangeError("timeSeries needs as many values as times, got 1 and 3."),
  );
});
