import { expect, test } from "vitest";

import { RandomForestClassifier, RandomForestRegressor } from "../../../src/ml/ensemble.ts";
import fixture from "../../fixtures/ml/ensemble.json" with { type: "json" };

/** What a quantity was over many seeds. */
interface Summary {
  mean: number;
  deviation: number;
}

const OUR_SEEDS = Array.from({ length: 10 }, (_, seed) => seed);

/**
 * Expects our mean to lie where the mean of as many draws of theirs would, but for one time in a million. Their seeds
 * are enough to know the deviation by, and quantities that hardly vary are allowed a thousandth.
 */
function expectSameMean(ours: number[], { mean, deviation }: Summary, nSeeds: number, what: string): void {
  const ourMean = ours.reduce((sum, value) => sum + value, 0) / ours.length;
  const allowed = 5 * deviation * Math.sqrt(1 / ours.length + 1 / nSeeds) + 1e-3;
  expect(Math.abs(ourMean - mean), `${what}: ${ourMean} for ${mean} ± ${deviation}`).toBeLessThan(allowed);
}

function split<T>(values: readonly T[]): { train: T[]; held: T[] } {
  return { train: values.filter((_, i) => i % 3 !== 0), held: values.filter((_, i) => i % 3 === 0) };
}

function expectSameImportances(
  ours: (readonly number[])[],
  { mean, deviation }: { mean: number[]; deviation: number[] },
  nSeeds: number,
): void {
  mean.forEach((theirs, j) => {
    const summary = { mean: theirs, deviation: deviation[j] ?? Number.NaN };
    const column = ours.map((importances) => importances[j] ?? Number.NaN);
    expectSameMean(column, summary, nSeeds, `importance ${j}`);
  });
}

test.each(Object.entries(fixture.classifiers))(
  "is as good as scikit-learn's forests of classes: %s",
  (_, table) => {
    const { nSeeds } = table;
    const [X, y] = [split(table.X), split(table.y)];
    const options = table.options as ConstructorParameters<typeof RandomForestClassifier<number>>[0];
    const oobScore = !("bootstrap" in table.options);
    const forests = OUR_SEEDS.map((randomState) =>
      new RandomForestClassifier<number>({ ...options, oobScore, randomState }).fit(X.train, y.train),
    );
    expectSameMean(
      forests.map((forest) => forest.score(X.held, y.held)),
      table.score,
      nSeeds,
      "score",
    );
    if (oobScore) {
      expectSameMean(
        forests.map((forest) => forest.getOobScore()),
        table.oobScore,
        nSeeds,
        "out of bag",
      );
    }
    expectSameImportances(
      forests.map((forest) => forest.featureImportances),
      table.featureImportances,
      nSeeds,
    );
  },
);

test.each(Object.entries(fixture.regressors))(
  "is as good as scikit-learn's forests of numbers: %s",
  (_, table) => {
    const { nSeeds } = table;
    const [X, y] = [split(table.X), split(table.y)];
    const options = table.options as ConstructorParameters<typeof RandomForestRegressor>[0];
    const forests = OUR_SEEDS.map((randomState) =>
      new RandomForestRegressor({ ...options, oobScore: true, randomState }).fit(X.train, y.train),
    );
    expectSameMean(
      forests.map((forest) => forest.score(X.held, y.held)),
      table.score,
      nSeeds,
      "score",
    );
    expectSameMean(
      forests.map((forest) => forest.getOobScore()),
      table.oobScore,
      nSeeds,
      "out of bag",
    );
    expectSameImportances(
      forests.map((forest) => forest.featureImportances),
      table.featureImportances,
      nSeeds,
    );
  },
);
