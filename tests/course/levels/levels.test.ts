import { describe, expect, it } from "vitest";

import { functionBodies } from "../../../src/course/levels/function-bodies.ts";
import { withGaps } from "../../../src/course/levels/gaps.ts";
import { asParsons } from "../../../src/course/levels/parsons.ts";
import { onOneLine, piecesOf } from "../../../src/course/levels/pieces.ts";

const file = "lessons/06-x/solution.ts";

function marked(...body: string[]): string {
  return ["export function f(values: number[]): number {", "  // answer:", ...body, "  // end", "}", ""].join(
    "\n",
  );
}

describe("gaps", () => {
  const gapsOf = async (...body: string[]) =>
    (await withGaps(marked(...body), file))
      .split("\n")
      .filter((line) => /___|Not written/.test(line))
      .map((line) => line.trim());

  it.each([
    [
      "what a callback gives",
      "  return values.reduce((sum, value) => sum + value, 0);",
      "return values.reduce((sum, value) => ___, 0);",
    ],
    ["a condition", "  return values.length === 0 ? 0 : 1;", "return ___ ? 0 : 1;"],
    ["what is assigned", "  const middle = values.length / 2;", "const middle = ___;"],
    [
      "the innermost callback",
      "  return a.map((row) => row.map((x) => x * 2));",
      "return a.map((row) => row.map((x) => ___));",
    ],
  ])("take %s", async (_, line, wanted) => {
    expect(await gapsOf(line)).toEqual([wanted]);
  });

  it("leave texts and errors alone, and the whole body to be written where nothing else is there", async () => {
    expect(await gapsOf("  throw new RangeError(String(values.length + 1));")).toEqual([
      'throw new Error("Not written yet: f");',
    ]);
  });

  it("never stand on neighbouring lines, and on one line of three", async () => {
    const lines = Array.from(
      { length: 9 },
      (_, i) => `  const name${i} = values[${i}] * ${i} + values.length;`,
    );
    const text = (await withGaps(marked(...lines), file)).split("\n");
    const at = text.flatMap((line, i) => (line.includes("___") ? [i] : []));
    expect(at.length).toBe(3);
    expect(at.every((line, i) => i === 0 || line - (at[i - 1] ?? 0) > 1)).toBe(true);
  });

  it("go into helpers too, but not into what runs when the file is loaded", async () => {
    const helpers =
      "// answer:\nconst table = { a: values.map((x) => x + 1) };\n\nfunction g(x: number) {\n  return x * 2 - 1 + x;\n}\n// end\n";
    const text = await withGaps(
      `${marked("  const n = values.length + 1;", "  return n;")}\n${helpers}`,
      file,
    );
    expect(text).toContain("const table = { a: values.map((x) => x + 1) };");
    expect(text).toContain("const n = ___ + 1;");
    expect(text).toContain("return ___ - 1 + x;");
  });
});

describe("parsons", () => {
  const solution = marked(
    "  // A comment tells too much.",
    "  let sum = 0;",
    "  for (const value of values) {",
    "    sum += value;",
    "  }",
    "  return sum / values.length;",
  );
  const linesOf = (text: string) => text.split("\n").filter((line) => /^ +\/\/ /.test(line));
  const mistake = (...body: string[]) =>
    ["export function f(values: number[]): number {", ...body, "}", ""].join("\n");

  it("has each line once, as a comment with its own indentation, and never in order", () => {
    const lines = linesOf(asParsons(solution, [], file));
    const right = [
      "let sum = 0;",
      "for (const value of values) {",
      "  sum += value;",
      "}",
      "return sum / values.length;",
    ].map((line) => `  // ${line}`);
    expect([...lines].sort()).toEqual([...right].sort());
    expect(lines).not.toEqual(right);
    expect(asParsons(solution, [], file)).toContain('throw new Error("Not written yet: f");\n}');
  });

  it("mixes in lines of mistakes that are nearly right, once each", () => {
    const wrong = mistake("  let sum = 0;", "  return sum / (values.length - 1);");
    const lines = linesOf(asParsons(solution, [wrong, wrong], file));
    expect(lines.filter((line) => line.includes("(values.length - 1)"))).toEqual([
      "  // return sum / (values.length - 1);",
    ]);
  });

  it.each([
    ["names what the solution does not know", mistake("  return total / values.length;")],
    [
      "has nothing to do with any right line",
      mistake("  values.sort((one, other) => other.x - one.y).reverse().slice(1);"),
    ],
    [
      "opens a block that nothing ends",
      mistake("  while (sum / values.length) {", "    sum += value;", "  }"),
    ],
    ["belongs to another function", mistake("  return sum * values.length;").replace("f(", "g(")],
  ])("leaves out a line that %s", (_, wrong) => {
    const of = (text: string) => linesOf(text).length;
    expect(of(asParsons(solution, [wrong], file))).toBe(of(asParsons(solution, [], file)));
  });

  it("is the same each time", () => {
    expect(asParsons(solution, [], file)).toBe(asParsons(solution, [], file));
  });
});

describe("piecesOf", () => {
  it("keeps together what the formatter broke, and takes blocks apart", () => {
    const lines = [
      "const a = f(",
      "  b,",
      ");",
      "",
      "if (a) {",
      "  // why",
      "  return {",
      "    a,",
      "  };",
      "}",
      "x",
      "  .y()",
      "  .z();",
    ];
    expect(piecesOf(lines).map(onOneLine)).toEqual([
      "const a = f( b, );",
      "if (a) {",
      "return {",
      "a,",
      "};",
      "}",
      "x .y() .z();",
    ]);
  });
});

describe("functionBodies", () => {
  it("finds functions, constant functions and methods, however their signatures are broken", () => {
    const lines = [
      ...["export async function one(", "  a: number,", "): Promise<void> {", "  a;", "}"],
      ...["const two = (a: number) => {", "  a;", "};", "const three = { a: 1 };", "const four = 4;"],
      ...[
        "export class Five {",
        "  #six = 6;",
        "  get seven() {",
        "    return 7;",
        "  }",
        "}",
        "type Eight = {",
        "  a: 1;",
        "};",
      ],
    ];
    expect(functionBodies(lines)).toEqual([
      { name: "one", from: 3, to: 4 },
      { name: "two", from: 6, to: 7 },
      { name: "Five.seven", from: 13, to: 14 },
    ]);
  });
});
