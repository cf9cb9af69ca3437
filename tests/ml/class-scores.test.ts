import { expect, test } from "vitest";

import { likeliestClasses, logProbabilitiesOf, probabilitiesOf, sigmoid } from "../../src/ml/class-scores.ts";
import { expectClose } from "./expect-close.ts";

test("scores stand for probabilities in the ratio of their powers of e", () => {
  const scores = { values: Float64Array.of(Math.log(1), Math.log(3), Math.log(2), Math.log(2)), nClasses: 2 };
  expectClose(
    probabilitiesOf(scores),
    [
      [0.25, 0.75],
      [0.5, 0.5],
    ],
    1e-12,
  );
  expectClose(
    logProbabilitiesOf(scores),
    [
      [Math.log(0.25), Math.log(0.75)],
      [Math.log(0.5), Math.log(0.5)],
    ],
    1e-12,
  );
});

test("huge scores overflow nowhere", () => {
  const scores = { values: Float64Array.of(1e308, -1e308, 1e4, 1e4 + 1), nClasses: 2 };
  expect(probabilitiesOf(scores)[0]).toEqual([1, 0]);
  expectClose(logProbabilitiesOf(scores)[1] ?? [], [-Math.log(1 + Math.E), -Math.log(1 + 1 / Math.E)], 1e-12);
  expect([sigmoid(1e308), sigmoid(-1e308), sigmoid(0)]).toEqual([1, 0, 0.5]);
});

test("of classes with equal scores the first is the likeliest", () => {
  const scores = { values: Float64Array.of(1, 2, 2, 5, 5, 5), nClasses: 3 };
  expect(likeliestClasses(scores, ["a", "b", "c"])).toEqual(["b", "a"]);
});
