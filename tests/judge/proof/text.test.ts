import { describe, expect, it } from "vitest";

import type { PartName } from "../../../src/judge/proof/proof-parts.ts";
import { type Changes, faultsOf, swap } from "./broken-lesson.ts";

const lastHint = "A plan for all four: the two `fit` functions go through";
const oneStep = "::step{name=byHand}";

/** A lesson, broken in one way; what must be said of it, and what to do. */
interface Case {
  readonly broken: string;
  readonly changes: Changes;
  readonly where: string;
  readonly what: string;
  readonly hint: string;
  readonly part?: PartName;
}

const inText = (before: string, after: string): Changes => ({ "lesson.md": swap(before, after) });
const inWhole = (change: (text: string) => string): Changes => ({ "lesson.md": change });
const inDemo = (before: string, after: string): Changes => ({ "demo.ts": swap(before, after) });
const text = "lessons/06-normalization/lesson.md";
const byHand = "export function byHand() {";

const cases: readonly Case[] = [
  {
    broken: "a step that demo.ts does not have",
    changes: inText(oneStep, "::step{name=byFoot}"),
    ...{ where: text, what: "demo.ts has no step byFoot.", hint: "an exported function of demo.ts" },
  },
  {
    broken: "a step that the text does not show",
    changes: inText(oneStep, ""),
    ...{ where: text, what: "The text shows no step byHand.", hint: "stands in the text once" },
  },
  {
    broken: "a step of its portfolio that is none",
    changes: inText("portfolio: [whoDecides,", "portfolio: [whoKnows,"),
    ...{
      where: text,
      what: "portfolio names whoKnows, which is no step",
      hint: "an exported function of demo.ts",
    },
  },
  {
    broken: "a fact that demo.ts does not give",
    changes: inText(":fact{name=testRows}", ":fact{name=guests}"),
    part: "steps",
    ...{
      where: "demo.ts on wine",
      what: "The text names a fact guests that facts() does not give.",
      hint: "Add it",
    },
  },
  {
    broken: "a prediction whose right option is none of its options",
    changes: inDemo(
      "export function facts(stage: Stage) {",
      "export function facts(stage: Stage) {\n  return { ...known(stage), whoDecides: 7 };\n}\n\nfunction known(stage: Stage) {",
    ),
    part: "steps",
    ...{
      where: "demo.ts on wine",
      what: "whoDecides, the right option of who-decides, is 7.",
      hint: "It has 3 options.",
    },
  },
  {
    broken: "a fact that is no number",
    changes: inDemo(
      "export function facts(stage: Stage) {",
      "export function facts(stage: Stage) {\n  return { ...known(stage), testRows: 0 / 0 };\n}\n\nfunction known(stage: Stage) {",
    ),
    part: "steps",
    ...{
      where: "demo.ts on wine",
      what: "The fact testRows is NaN.",
      hint: "Say in words what is not there.",
    },
  },
  {
    broken: "a step that shows NaN",
    changes: inDemo(byHand, `${byHand}\n  if (0 === 0) return [\`The mean is \${0 / 0}.\`];`),
    part: "steps",
    ...{ where: "demo.ts on wine", what: "The step byHand shows NaN.", hint: "in a sentence" },
  },
  {
    broken: "a step that shows nothing",
    changes: inDemo(byHand, `${byHand}\n  if (0 === 0) return [];`),
    part: "steps",
    ...{ where: "demo.ts on wine", what: "The step byHand shows nothing.", hint: "in a sentence" },
  },
  {
    broken: "a figure with nothing in it",
    changes: inDemo(byHand, `${byHand}\n  if (0 === 0) return figure.table([]);`),
    part: "steps",
    ...{ where: "demo.ts on wine", what: "The step byHand shows an empty figure.", hint: "in a sentence" },
  },
  {
    broken: "a step that throws",
    changes: inDemo(byHand, `${byHand}\n  if (0 === 0) throw new RangeError("no units here");`),
    part: "steps",
    ...{ where: "demo.ts on wine", what: "byHand fails on wine: no units here", hint: "on every data set" },
  },
  {
    broken: "a hint that gives a line of the solution",
    changes: inText(
      lastHint,
      "Write const variance = meanOf(values.map((value) => (value - mean[j]) ** 2)); now.",
    ),
    ...{
      where: `${text}, hint 7`,
      what: "It gives a line of the solution away: constvariance=",
      hint: "not what to write",
    },
  },
  {
    broken: "a hint for no check",
    changes: inText("- for: no-leak", "- for: no-leek"),
    ...{
      where: `${text}, hint 6`,
      what: "It is for no-leek, which is no check.",
      hint: "The checks are fitStandardScaler,",
    },
  },
  {
    broken: "a hint that says what another says",
    changes: inText(
      "Print the scale that you learn from the column 5, 5, 5. What does JavaScript make of `0 / 0`?",
      "Take one column by itself; `columnOf(X, j)` gives it to you. Write down its mean before you think\n      about its spread.",
    ),
    ...{ where: `${text}, hint 4`, what: "It says what hint 1 says.", hint: "a step further" },
  },
  {
    broken: "the plan for everything before the nudges",
    changes: inText(
      "hints:\n",
      "hints:\n  - text: Work out one column by hand, then write down what you did.\n",
    ),
    ...{ where: `${text}, hint 1`, what: "others that are come after it", hint: "Put the plan last" },
  },
  {
    broken: "no plan at all",
    changes: inText("  - text: |\n      A plan", "  - for: no-leak\n    text: |\n      A plan"),
    ...{ where: text, what: "Every hint is for one check.", hint: "End with one without `for`" },
  },
  {
    broken: "a decimal number in the prose",
    changes: inText("A new sample comes in:", "A new sample of 13.2 percent comes in:"),
    ...{ where: `${text}:40`, what: "It states 13.2.", hint: "Let a fact of demo.ts say it." },
  },
  {
    broken: "too few predictions",
    changes: inWhole((all) => all.replaceAll(/^:::predict[\s\S]*?^:::$/gm, "")),
    ...{ where: text, what: "It has 0 predictions; a lesson has 2 at least.", hint: "Ask with :::predict" },
  },
  {
    broken: "no question for another day",
    changes: inWhole((all) => all.slice(0, all.indexOf("::::recall"))),
    ...{ where: text, what: "It has 0 recalls; a lesson has 1 at least.", hint: "a ::::recall" },
  },
  {
    broken: "too few hints",
    changes: inWhole((all) =>
      all.replace(/^hints:[\s\S]*?^---$/m, "hints: [{ text: Begin with a column. }]\n---"),
    ),
    ...{
      where: text,
      what: "It has 1 hints; a lesson has 3 at least.",
      hint: "Write a nudge for each check",
    },
  },
  {
    broken: "too few mistakes",
    changes: { "mistakes/centred-only.ts": null },
    ...{ where: text, what: "It has 3 mistakes; a lesson has 4 at least.", hint: "into mistakes/" },
  },
  {
    broken: "too few alternatives",
    changes: { "alternatives/one-pass.ts": null },
    ...{ where: text, what: "It has 1 alternatives; a lesson has 2 at least.", hint: "into alternatives/" },
  },
  {
    broken: "points that are not ten",
    changes: { "checks.ts": swap("points: 2,", "points: 3,") },
    ...{ where: text, what: "Its checks give 11 points, and a lesson gives ten.", hint: "Share out ten" },
  },
  {
    broken: "a link to a file that is not there",
    changes: inText(
      "Real tables have such columns",
      "[Real tables](../../datasets/beer/README.md) have such columns",
    ),
    ...{
      where: `${text}:`,
      what: "The link to ../../datasets/beer/README.md leads nowhere.",
      hint: "seen from the lesson’s folder",
    },
  },
  {
    broken: "a link with half an address",
    changes: inText("Real tables have such columns", "[Real tables](https://tables) have such columns"),
    ...{ where: `${text}:`, what: "The link to https://tables leads nowhere.", hint: "the name of a host" },
  },
  {
    broken: "an image that nobody can hear of",
    changes: inText(
      "Real tables have such columns",
      "![](../../datasets/wine/README.md) Real tables have such columns",
    ),
    ...{ where: `${text}:`, what: "has no description", hint: "between the brackets" },
  },
  {
    broken: "code that is never closed",
    changes: inText("Z_test = scaler.transform(X_test)\n```", "Z_test = scaler.transform(X_test)\n"),
    ...{ where: `${text}:`, what: "never closed", hint: "Add a line ```" },
  },
  {
    broken: "code in a language that no lesson knows",
    changes: inText("```python", "```pyhton"),
    ...{ where: `${text}:`, what: "It is in pyhton, which no lesson knows.", hint: "Write one of ts," },
  },
  {
    broken: "TypeScript that is none",
    changes: inText("const ZTest = scaler.transform(XTest);", "const ZTest = scaler.transform(XTest;"),
    ...{ where: `${text}:`, what: "It is no ts: line 5, ", hint: "Learners copy what they read" },
  },
  {
    broken: "a data set that is not there",
    changes: inText("default: wine", "default: wien"),
    ...{ where: text, what: "Its data set wien is not in datasets/.", hint: 'Did you mean "wine"?' },
  },
  {
    broken: "a data set that lacks what the lesson needs",
    changes: inText(
      "default: wine\n  needs: { task: classification, numeric: 2 }",
      "default: wine\n  needs: { task: regression }",
    ),
    ...{
      where: text,
      what: "wine is for classification; this lesson needs regression",
      hint: "name another one",
    },
  },
  {
    broken: "fewer minutes than it takes to read",
    changes: inText("minutes: 30", "minutes: 12"),
    ...{ where: text, what: "It states 12 minutes, and needs about 27:", hint: "State what it takes" },
  },
];

describe("course check says what is wrong with a lesson that has", () => {
  it.each(cases)("$broken", async ({ changes, where, what, hint, part = "text" }) => {
    const faults = await faultsOf(changes, part);
    expect(faults).toContainEqual({
      where: expect.stringContaining(where),
      what: expect.stringContaining(what),
      hint: expect.stringContaining(hint),
    });
  });

  it("a prediction without a right option", async () => {
    const proving = faultsOf(inText(":::predict{id=unit right=unitMoves}", ":::predict{id=unit}"), "text");
    await expect(proving).rejects.toThrow(
      /:\d+: :::predict needs one option marked \[x\], or right=factName, got 0/,
    );
  });
});

describe("course check", () => {
  it("finds nothing in a lesson that nobody has broken", async () => {
    expect(await faultsOf({}, "text", "steps")).toEqual([]);
  });

  it("takes a link that leads out, a file of the course, and an image with a description", async () => {
    const links =
      "[Outside](https://scikit-learn.org/stable/), [data](../../datasets/wine/README.md), ![rows](demo.ts)";
    expect(
      await faultsOf(inText("Real tables have such columns", `${links} have such columns`), "text"),
    ).toEqual([]);
  });
});
