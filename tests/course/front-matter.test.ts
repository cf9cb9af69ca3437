import { describe, expect, test } from "vitest";

import { readFrontMatter } from "../../src/course/front-matter.ts";
import { Problem } from "../../src/problem.ts";

const FILE = "lessons/06-normalization/lesson.md";

const LINES = [
  "---",
  "id: normalization",
  "title: Put features on one scale",
  "minutes: 30",
  "goals:",
  "  - Say why a distance needs one scale.",
  "data:",
  "  default: wine",
  "  needs: { task: classification, numeric: 2 }",
  "---",
  "Two wines lie 35 apart.",
];

/** The lesson above with one line (1-based) replaced, or others put in its place. */
function withLine(line: number, ...replacement: string[]): string {
  return LINES.toSpliced(line - 1, 1, ...replacement).join("\n");
}

function messageOf(source: string): string {
  try {
    readFrontMatter(source, FILE);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ code: "bad-lesson" });
    return error instanceof Problem ? error.message : "";
  }
  throw new Error("no problem was found");
}

describe("front matter that is right", () => {
  test("gives its keys, and empty lists for those left out", () => {
    expect(readFrontMatter(LINES.join("\n"), FILE)).toEqual({
      id: "normalization",
      title: "Put features on one scale",
      minutes: 30,
      goals: ["Say why a distance needs one scale."],
      data: { default: "wine", also: [], needs: { task: "classification", numeric: 2 } },
      offLimits: [],
      packages: [],
      hints: [],
      portfolio: [],
    });
  });

  test("may carry every key there is", () => {
    const more = [
      "offLimits: [ml-matrix, 'groundwork/preprocessing#StandardScaler', '@tensorflow/tfjs-node']",
      "packages: [danfojs-node]",
      "hints:",
      "  - text: What is the mean of one column?",
      "  - { for: constant-columns, text: What is 0 / 0? }",
    ];
    const matter = readFrontMatter(withLine(10, ...more, "---"), FILE);
    expect(matter.offLimits).toEqual([
      "ml-matrix",
      "groundwork/preprocessing#StandardScaler",
      "@tensorflow/tfjs-node",
    ]);
    expect(matter.packages).toEqual(["danfojs-node"]);
    expect(matter.hints).toEqual([
      { text: "What is the mean of one column?" },
      { for: "constant-columns", text: "What is 0 / 0?" },
    ]);
  });

  test("is read alike with Windows line ends, a byte order mark, and nothing after it", () => {
    const expected = readFrontMatter(LINES.join("\n"), FILE);
    expect(readFrontMatter(LINES.join("\r\n"), FILE)).toEqual(expected);
    expect(readFrontMatter(`\uFEFF${LINES.join("\n")}`, FILE)).toEqual(expected);
    expect(readFrontMatter(LINES.slice(0, 10).join("\n"), FILE)).toEqual(expected);
  });
});

describe("a fault in front matter names file, line, need and what came", () => {
  test.each([
    [
      "an id that is not kebab-case",
      withLine(2, "id: Normal Form"),
      `:2: id needs a kebab-case word, like train-test-split, got "Normal Form"`,
    ],
    ["a title that is a number", withLine(3, "title: 12"), ":3: title needs text, got 12"],
    [
      "minutes in words",
      withLine(4, "minutes: half an hour"),
      `:4: minutes needs a whole number, got "half an hour"`,
    ],
    ["minutes that are not whole", withLine(4, "minutes: 2.5"), ":4: minutes needs a whole number, got 2.5"],
    ["minutes that go back in time", withLine(4, "minutes: -30"), ":4: minutes needs at least 1, got -30"],
    ["an empty goal", withLine(6, "  - ''"), `:6: goals.0 needs text, got ""`],
    ["data without needs", withLine(9), `:7: data needs the key "needs"`],
    [
      "a need that is no flag",
      withLine(9, "  needs: { time: often }"),
      `:9: data.needs.time needs true, or to be left out, got "often"`,
    ],
    [
      "a task that no data set has",
      withLine(9, "  needs: { task: classify }"),
      ':9: data.needs.task needs one of classification, regression, clustering, forecasting, exploration, or a list of them, got "classify"',
    ],
    [
      "an import with a space",
      withLine(10, "offLimits:", "  - ml matrix", "---"),
      `:11: offLimits.0 needs a package, or package#name`,
    ],
    ["a hint without text", withLine(10, "hints:", "  - for: a", "---"), `:11: hints.0 needs the key "text"`],
    [
      "a list where keys belong",
      withLine(2, "- normalization").replace(/title[\s\S]*?---/, "---"),
      ":1: needs keys and values between the lines of ---",
    ],
    ["YAML that cannot be read", withLine(3, "title: [Put"), ":4: Flow sequence"],
    ["a key given twice", withLine(3, "title: One", "title: Two"), ":4: Map keys must be unique"],
    [
      "text that YAML takes for an alias",
      withLine(3, "title: *Scale*"),
      ":3: text that begins with * needs quotes",
    ],
    ["no front matter", "# Scale\n", ":1: needs front matter: YAML between two lines of ---"],
    [
      "front matter that never ends",
      LINES.slice(0, 9).join("\n"),
      ":1: needs front matter: YAML between two lines of ---",
    ],
    ["an empty file", "", ":1: needs front matter: YAML between two lines of ---"],
  ])("%s", (_, source, message) => {
    expect(messageOf(source)).toContain(FILE + message);
    expect(messageOf(source).startsWith(`${FILE}:`)).toBe(true);
  });

  test.each([
    ["at the top", withLine(3, "titel: Scale"), `:3: unknown key "titel". Did you mean "title"?`],
    [
      "below data",
      withLine(8, "  default: wine", "  aslo: [iris]"),
      `:9: data unknown key "aslo". Did you mean "also"?`,
    ],
    [
      "in the needs",
      withLine(9, "  needs: { numerics: 2 }"),
      `:9: data.needs unknown key "numerics". Did you mean "numeric"?`,
    ],
    [
      "like nothing known",
      withLine(9, "  needs: { xyzzy: 2 }"),
      `:9: data.needs unknown key "xyzzy"; known here: task, rows, numeric, categories, missing, groups, time`,
    ],
    [
      "that every object inherits",
      withLine(4, "minutes: 30", "constructor: 1"),
      `:5: unknown key "constructor"; known here: `,
    ],
  ])("an unknown key %s comes with the nearest known one", (_, source, message) => {
    expect(messageOf(source)).toContain(FILE + message);
  });

  test("all faults are told at once, in the order of the file", () => {
    const message = messageOf(
      withLine(2, "id: X").replace("minutes: 30", "minutes: no").replace("default: wine", "default: 1"),
    );
    expect(message.split("\n").map((line) => line.slice(0, FILE.length + 3))).toEqual([
      `${FILE}:2:`,
      `${FILE}:4:`,
      `${FILE}:8:`,
    ]);
  });
});
