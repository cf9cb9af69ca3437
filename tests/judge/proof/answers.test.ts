import { describe, expect, it } from "vitest";

import type { PartName } from "../../../src/judge/proof/proof-parts.ts";
import { type Changes, faultsOf, swap } from "./broken-lesson.ts";

/** A lesson, broken in one way; what must be said of it, and what to do. */
interface Case {
  readonly broken: string;
  readonly changes: Changes;
  readonly part: PartName;
  readonly where: string;
  readonly what: string;
  readonly hint: string;
}

const inChecks = (before: string, after: string): Changes => ({ "checks.ts": swap(before, after) });
const rest = 'export { fitMinMaxScaler, fitStandardScaler, rescale, standardize } from "../solution.ts";\n';
const fit =
  'import { fitStandardScaler as fit } from "../solution.ts";\n\nexport { fitMinMaxScaler, rescale, standardize } from "../solution.ts";\n\n';

/** What stands in the place of the check of test rows. */
const leakCheck = "const scaler = await answer.fitStandardScaler(train);\n";
const asksOnce =
  "await answer.rescale({ min: [0], max: [1] }, [[1]]);\n          if (train.length > 0) return;\n";

const cases: readonly Case[] = [
  {
    broken: "a check that always passes",
    changes: inChecks(leakCheck, `${asksOnce}          ${leakCheck}`),
    part: "probes",
    ...{
      where: "the check no-leak",
      what: "It passes an answer whose functions give 0 for every number.",
      hint: "that an input which matters changes the value",
    },
  },
  {
    broken: "a check that asks the answer nothing",
    changes: inChecks(leakCheck, `if (train.length > 0) return;\n          ${leakCheck}`),
    part: "right answers",
    ...{
      where: "solution.ts on wine",
      what: "the check no-leak asked the answer nothing",
      hint: "the check demands more",
    },
  },
  {
    broken: "a starter that earns points",
    changes: {
      "solution.ts": swap(
        "  // answer:\n  return X.map((row) => row.map((value, j) => (value - scaler.mean[j]) / scaler.scale[j]));\n  // end",
        "  return X.map((row) => row.map((value, j) => (value - scaler.mean[j]) / scaler.scale[j]));",
      ),
    },
    part: "starter",
    ...{
      where: "06-normalization/exercise.ts",
      what: "The starter earns 2 points.",
      hint: "What is not written yet earns none.",
    },
  },
  {
    broken: "a check that calls nothing of the learner’s",
    changes: {
      "solution.ts": swap(
        "  // answer:\n  return X.map((row) => row.map((value, j) => (value - scaler.mean[j]) / scaler.scale[j]));\n  // end",
        "  return X.map((row) => row.map((value, j) => (value - scaler.mean[j]) / scaler.scale[j]));",
      ),
    },
    part: "starter",
    ...{
      where: "06-normalization/exercise.ts",
      what: "The check standardize calls the starter passed, and not todo.",
      hint: "asks a function that is not the learner’s",
    },
  },
  {
    broken: "a mistake that is right",
    changes: { "mistakes/not-wrong.ts": `/** You did nothing wrong. */\n${rest}` },
    part: "mistakes",
    ...{
      where: "mistakes/not-wrong.ts on wine",
      what: "it passes every check.",
      hint: "delete it if it is right",
    },
  },
  {
    broken: "a mistake that behaves like another",
    changes: {
      "mistakes/a-twin.ts": `/** You divide by n − 1. */\nexport * from "./sample-deviation.ts";\n`,
    },
    part: "mistakes",
    ...{
      where: "mistakes/sample-deviation.ts on wine",
      what: "it is taken for a-twin.",
      hint: "make one mistake of them",
    },
  },
  {
    broken: "a mistake that nothing can name",
    changes: {
      "mistakes/noise.ts": `/** You add noise. */\n${fit}export const fitStandardScaler = (X: number[][]) => ({ mean: fit(X).mean.map((mean) => mean + Math.random()), scale: fit(X).scale });\n`,
    },
    part: "mistakes",
    ...{
      where: "mistakes/noise.ts on wine",
      what: "it loses points, and nothing names it.",
      hint: "look for randomness",
    },
  },
  {
    broken: "an alternative that is refused",
    changes: {
      "alternatives/other-convention.ts": `/** A constant column keeps scale 0. */\n${fit}export const fitStandardScaler = (X: number[][]) => ({ mean: fit(X).mean, scale: fit(X).scale.map((scale) => (scale === 1 ? 0 : scale)) });\n`,
    },
    part: "right answers",
    ...{
      where: "alternatives/other-convention.ts on wine, seed 1",
      what: "refuses it",
      hint: "the check demands more than the text",
    },
  },
  {
    broken: "a solution that fails under a seed",
    changes: inChecks(
      "given: [given.matrix()],\n        examples: [[[[-3], [-5]]]],",
      'given: [given.matrix()],\n        examples: [[[[-3], [-5]]]],\n        compare: (_gave, _expected, [rows]) => expectThat(rows.length < 8, "eight rows are too many"),',
    ),
    part: "right answers",
    ...{
      where: "solution.ts on wine, seed ",
      what: "eight rows are too many (fitMinMaxScaler(",
      hint: "Either this answer is wrong",
    },
  },
  {
    broken: "an answer that is off limits when it is handed in",
    changes: {
      "alternatives/library.ts": `/** With the library. */\nimport { StandardScaler } from "groundwork/preprocessing";\n\n${rest}export const used = StandardScaler;\n`,
    },
    part: "handed in",
    ...{
      where: "alternatives/library.ts, handed in",
      what: "groundwork/preprocessing",
      hint: "imports that are off limits",
    },
  },
  {
    broken: "a mutant that survives",
    changes: {
      "checks.ts": (text) =>
        text
          .replace("examples: [[{ min: [10], max: [20] }, [[15], [25]]]],", "compare: () => undefined,")
          .replace(
            "rescale(await answer.fitMinMaxScaler(rows), rows)",
            "standardize(await answer.fitStandardScaler(rows), rows)",
          ),
    },
    part: "mutants",
    ...{
      where: "solution.ts:6",
      what: "passes every check.",
      hint: "list it in equivalent-mutants.yaml with the reason",
    },
  },
  {
    broken: "a mutant on the list that loses points after all",
    changes: {
      "equivalent-mutants.yaml":
        "- before: 'return variance === 0 ? 1 : Math.sqrt(variance);'\n  after: 'return variance !== 0 ? 1 : Math.sqrt(variance);'\n  because: nobody looks\n",
    },
    part: "mutants",
    ...{
      where: "solution.ts:31",
      what: "is listed in equivalent-mutants.yaml, but loses points.",
      hint: "Take it off the list",
    },
  },
  {
    broken: "a mutant on the list that the solution no longer has",
    changes: { "equivalent-mutants.yaml": "- before: return 1;\n  after: return 2;\n  because: it was so\n" },
    part: "mutants",
    ...{
      where: "equivalent-mutants.yaml",
      what: "is no mutant of the solution.",
      hint: "The solution has changed",
    },
  },
  {
    broken: "a probe that gets through",
    changes: inChecks(
      "compare: (gave, expected, [rows]) => {",
      "compare: (gave, expected, [rows]) => {\n          if (Number.isNaN((gave as Scaler).mean[0])) return;",
    ),
    part: "probes",
    ...{
      where: "the check fitStandardScaler",
      what: "It passes an answer whose functions give NaN for every number.",
      hint: "such an answer can't fulfil",
    },
  },
];

describe("course check refuses", () => {
  it.each(cases)("$broken", async ({ changes, part, where, what, hint }) => {
    expect(await faultsOf(changes, part)).toContainEqual({
      where: expect.stringContaining(where),
      what: expect.stringContaining(what),
      hint: expect.stringContaining(hint),
    });
  });

  it("nothing in a lesson that nobody has broken", async () => {
    const parts = ["starter", "right answers", "mistakes", "handed in", "probes", "mutants"] as const;
    expect(await faultsOf({}, ...parts)).toEqual([]);
  });
});
