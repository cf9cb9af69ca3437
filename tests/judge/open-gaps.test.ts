import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { closeGaps } from "../../src/judge/open-gaps.ts";
import { checkOf, type OpenLesson, openLesson } from "./grade-text.ts";

const rest = "export const fitMinMaxScaler = () => ({ min: [], max: [] });\n";

describe("an exercise with gaps left", () => {
  let lesson: OpenLesson;
  beforeAll(async () => {
    lesson = await openLesson("lessons/06-normalization");
  });
  afterAll(() => lesson.close());

  const statusOf = async (code: string, id: string) => checkOf(await lesson.grade(code), id).status;
  const standardize = (body: string) => `export function standardize(scaler, X) {\n${body}\n}\n${rest}`;

  it("is still to be written where the gap would never be come to", async () => {
    const right = "return X.map((row) => row.map((value, j) => (value - scaler.mean[j]) / scaler.scale[j]));";
    expect(await statusOf(standardize(`  ${right}`), "standardize")).toBe("passed");
    expect(await statusOf(standardize(`  ${right}\n  return ___;`), "standardize")).toBe("todo");
    expect(await statusOf(standardize(`  if (X.length < 0) throw ___;\n  ${right}`), "standardize")).toBe(
      "todo",
    );
  });

  it.each([
    ["a constant function", "export const standardize = (scaler, X) => {\n  return X ?? ___;\n};\n"],
    ["a function on one line", "export const standardize = (scaler, X) => X ?? ___;\n"],
    [
      "a helper",
      "export function standardize(s, X) {\n  return help(X);\n}\nfunction help(X) {\n  return X ?? ___;\n}\n",
    ],
    [
      "a class",
      "class Scaled {\n  rows = X ?? ___;\n}\nexport function standardize(s, X) {\n  return new Scaled().rows;\n}\n",
    ],
  ])("is so in %s", async (_, code) => {
    expect(await statusOf(code, "standardize")).toBe("todo");
  });

  it("earns what its finished functions are worth", async () => {
    const code = `${standardize("  return ___;")}export function fitStandardScaler(X) {
  const columns = X[0].map((_, j) => X.map((row) => row[j]));
  const mean = columns.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  const squares = columns.map((values, j) => values.reduce((sum, value) => sum + (value - mean[j]) ** 2, 0));
  return { mean, scale: squares.map((sum) => (sum === 0 ? 1 : Math.sqrt(sum / X.length))) };
}
`;
    const { checks } = await lesson.grade(code);
    expect(checks.map(({ id, status }) => `${id} ${status}`)).toEqual(
      expect.arrayContaining(["fitStandardScaler passed", "standardize todo"]),
    );
  });

  it("earns nothing with a gap outside of any function", async () => {
    const { points } = await lesson.grade(`${rest}  const later = () => ___;\n`);
    expect(points).toBe(0);
  });
});

describe("closeGaps", () => {
  it.each([
    "export const one = 1;\n",
    "// Fill each ___ here.\nexport const one = 1;\n",
    "/* ___ */\nconst a___b = 1;\nconst ____ = 2;\n",
  ])("leaves alone what has no gap: %j", (code) => {
    expect(closeGaps(code)).toBe(code);
  });

  it("keeps every line in its place, and names the line of the first gap of each function", () => {
    const code = "function one() {\n  return ___;\n}\n\nconst two = () => {\n  f(___);\n  return ___;\n};\n";
    const lines = closeGaps(code).split("\n");
    expect(lines.slice(0, 8)).toEqual(code.replace("const two", "let   two").split("\n").slice(0, 8));
    expect(lines.slice(8).join("\n")).toMatch(/one, with a gap on line 2.*\n.*two, with a gap on line 6/);
  });
});
