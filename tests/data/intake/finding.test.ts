import { expect, test } from "vitest";

import { Random } from "../../../src/ml/random.ts";
import type { Wished } from "./make-intake.ts";
import { examineContent } from "./make-intake.ts";

/** A table from its columns, a text or a number for each row. */
function table(columns: Readonly<Record<string, readonly (string | number)[]>>): string {
  const names = Object.keys(columns);
  const nRows = Object.values(columns)[0]?.length ?? 0;
  const rows = Array.from({ length: nRows }, (_, i) =>
    names.map((name) => `"${String(columns[name]?.[i]).replaceAll('"', '""')}"`).join(),
  );
  return `${names.join()}\n${rows.join("\n")}\n`;
}

const n = 200;
const rows = Array.from({ length: n }, (_, i) => i);
const random = new Random(7);
const noise = rows.map(() => random.uniform());
const coin = rows.map(() => (random.uniform() < 0.5 ? "yes" : "no"));
const words = ["ash", "elm", "oak", "fir"];
const trees = rows.map((i) => words[(i * 7) % 4] ?? "");

/** What was found and asked about a column, as `kind:column`. */
async function about(csv: string, wished: Wished = {}) {
  const { findings, questions } = await examineContent(csv, wished);
  return {
    findings: findings.map(({ kind, column }) => `${kind}:${column ?? ""}`),
    questions: new Map(questions.map(({ id, safe }) => [id, safe])),
    texts: findings.map(({ text }) => text),
  };
}

test("measurements and categories without anything odd give no finding and no question", async () => {
  const { findings, questions } = await about(table({ noise, trees, coin }), { target: "coin" });
  expect([findings, questions.size]).toEqual([[], 0]);
});

test.each<[what: string, name: string, values: (string | number)[]]>([
  ["counts from 1", "x", rows.map((i) => i + 1)],
  ["counts from 0", "x", rows],
  ["is called an id", "patient_id", rows.map((i) => 1000 + ((i * 37) % 211))],
  ["repeats and is called an id", "subjectId", rows.map((i) => i % 40)],
  ["is a code of its own for each row", "x", rows.map((i) => `A${(i * 7919) % 100_003}`)],
  ["is a number beyond 2⁵³", "x", rows.map((i) => `90071992547409${i + 1000}`)],
  ["is a serial number with leading zeros", "x", rows.map((i) => String(i * 3).padStart(8, "0"))],
])("a column that %s looks like an identifier, and would be kept as one", async (_, name, values) => {
  const { findings, questions } = await about(table({ [name]: values, noise }));
  expect(findings).toContain(`identifier:${name}`);
  expect(questions.get(`identifier:${name}`)).toBe("identifier");
});

test.each<[what: string, name: string, values: (string | number)[]]>([
  ["years in order", "year", rows.map((i) => 1800 + i)],
  ["whole numbers that are all different", "size", rows.map((i) => (i * 7919) % 10_007)],
  ["sentences that are all different", "text", rows.map((i) => `the tree of number ${i * 3} is tall`)],
  [
    "days that are all different",
    "day",
    rows.map((i) => new Date(i * 86_400_000).toISOString().slice(0, 10)),
  ],
])("%s are no identifiers", async (_, name, values) => {
  const { findings } = await about(table({ [name]: values, noise }));
  expect(findings.filter((finding) => finding.startsWith("identifier"))).toEqual([]);
});

test("what was named as group, time or target is not asked about again", async () => {
  const columns = { plot_id: rows.map((i) => i % 9), seq_id: rows, tree_id: trees };
  const { questions } = await about(table(columns), {
    groups: ["plot_id"],
    time: "seq_id",
    target: "tree_id",
  });
  expect(questions.size).toBe(0);
});

test.each<[what: string, target: string, columns: Record<string, (string | number)[]>]>([
  ["the target in other words", "coin", { leak: coin.map((side) => (side === "yes" ? "Y" : "N")), coin }],
  [
    "the target's own level, but for one row",
    "coin",
    { leak: coin.map((side, i) => (i === 3 ? "yes" : side)), coin },
  ],
  ["a threshold", "coin", { leak: coin.map((side, i) => (side === "yes" ? 5 : 1) + (noise[i] ?? 0)), coin }],
  [
    "stretches of a number",
    "trees",
    { leak: trees.map((tree, i) => words.indexOf(tree) * 2 + (noise[i] ?? 0)), trees },
  ],
  ["what is missing", "coin", { leak: coin.map((side) => (side === "yes" ? "seen" : "")), coin }],
  ["the target in another unit", "size", { leak: noise.map((x) => 9 * x + 32), size: noise }],
  ["the target, bent", "size", { leak: noise.map((x) => Math.exp(12 * x)), size: noise }],
  [
    "a level for each value",
    "size",
    { leak: rows.map((i) => `L${i % 25}`), size: rows.map((i) => (i % 25) * 1.5) },
  ],
])("%s alone tells the target, and would be a leak", async (_, target, columns) => {
  const { findings, questions } = await about(table({ ...columns, noise: rows.map((i) => (i * 31) % 17) }), {
    target,
  });
  expect(findings.filter((finding) => finding.startsWith("leak"))).toEqual(["leak:leak"]);
  expect(questions.get("leak:leak")).toBe("leak");
});

test("good features, and words that are all different, are no leaks", async () => {
  const feature = coin.map((side, i) => (side === "yes" ? 1 : 0) + 2 * (noise[i] ?? 0));
  const text = rows.map((i) => `the tree of number ${i}`);
  const { findings } = await about(table({ feature, text, coin }), { target: "coin" });
  expect(findings.filter((finding) => finding.startsWith("leak"))).toEqual([]);
});

test("what was named as a leak is not asked about", async () => {
  const { questions } = await about(table({ leak: coin, coin }), { target: "coin", leaks: ["leak"] });
  expect(questions.size).toBe(0);
});

test.each<[what: string, name: string, values: string[]]>([
  ["e-mail addresses", "contact", rows.map((i) => `tree${i % 50}@example.org`)],
  [
    "an e-mail address in a sentence",
    "note",
    rows.map((i) => (i === 77 ? "ask a.b@example.org" : `no ${i % 5}`)),
  ],
  ["phone numbers", "x", rows.map((i) => `+49 30 ${1000 + (i % 60)}${i % 10} 22`)],
  ["numbers of social security", "x", rows.map((i) => `${100 + (i % 90)}-12-${1000 + i}`)],
  ["bank accounts", "x", rows.map((i) => `DE44 5001 0517 5407 3249 ${10 + (i % 80)}`)],
  ["addresses of computers", "x", rows.map((i) => `10.0.${i % 200}.7`)],
  ["names of people", "x", rows.map((i) => `${["Anna", "John", "Fatima", "Wei"][i % 4]} Oak`)],
  ["a surname", "last_name", rows.map((i) => `Q${"abcdefgh"[i % 8]}x`)],
  ["days of birth", "date_of_birth", rows.map((i) => `19${10 + (i % 80)}-05-17`)],
  ["streets", "street", rows.map((i) => `${i} Elm Street`)],
])("%s are personal data, and would be left out", async (_, name, values) => {
  const { findings, questions } = await about(table({ [name]: values, noise }));
  expect(findings).toContain(`personal-data:${name}`);
  expect(questions.get(`personal:${name}`)).toBe("leave-out");
});

test.each<[what: string, name: string, values: (string | number)[]]>([
  ["names of cars", "name", rows.map((i) => `${["ford", "buick", "audi"][i % 3]} model ${i % 30}`)],
  ["versions", "version", rows.map((i) => `1.${i % 9}.3`)],
  ["days", "day", rows.map((i) => `2024-05-${10 + (i % 20)}`)],
  ["ranges of years", "years", rows.map((i) => `${1900 + i}-${1901 + i}`)],
])("%s are no personal data", async (_, name, values) => {
  const { findings } = await about(table({ [name]: values, noise }));
  expect(findings.filter((finding) => finding.startsWith("personal"))).toEqual([]);
});

test.each<[code: string, values: (string | number)[]]>([
  ["-999", rows.map((i) => (i % 20 === 3 ? -999 : 20 + (i % 31)))],
  ["9999", rows.map((i) => (i === 9 ? 9999 : (i % 31) / 2))],
  ["0", rows.map((i) => (i % 20 === 3 ? 0 : 60 + (i % 31)))],
  ["1900-01-01", rows.map((i) => (i % 20 === 3 ? "1900-01-01" : `2024-05-${10 + (i % 20)}`))],
])("%s far from all others may stand for a missing value, and would be kept", async (code, values) => {
  const { findings, questions } = await about(table({ x: values, noise }));
  expect(findings).toContain("disguised-missing:x");
  expect(questions.get(`disguised ${code}:x`)).toBe("value");
});

test.each<[what: string, values: number[]]>([
  ["zeros among small counts", rows.map((i) => i % 7)],
  ["a 99 among hundreds", rows.map((i) => 50 + (i % 100))],
  ["zeros that are most of all", rows.map((i) => (i % 10 === 0 ? 500 + i : 0))],
])("%s are values", async (_, values) => {
  const { findings } = await about(table({ x: values, noise }));
  expect(findings.filter((finding) => finding.startsWith("disguised"))).toEqual([]);
});

test("rows that repeat others are counted, with their lines", async () => {
  const { findings } = await examineContent("a,b\n1,x\n2,y\n1,x\n1,x\n2,y\n3,\n3,\n");
  expect(findings).toContainEqual({
    kind: "duplicate-rows",
    text: "4 of 7 rows repeat others in every cell; they are kept.",
    evidence: ["lines 2 and 4 are equal", "lines 3 and 6 are equal", "lines 7 and 8 are equal"],
  });
});

test("rare classes and missing labels are told", async () => {
  const kind = rows.map((i) => (i < 4 ? "rare" : i < 10 ? "" : "usual"));
  const { findings, texts } = await about(table({ noise, kind }), { target: "kind" });
  expect(findings).toEqual(expect.arrayContaining(["class-imbalance:kind", "missing-target:kind"]));
  expect(texts.join()).toContain('always answering "usual" is right in 97.9%');
});

test.each<[what: string, target: (string | number)[], task: string, asks: boolean]>([
  ["words", coin, "classification", false],
  ["two whole numbers", rows.map((i) => i % 2), "classification", false],
  ["a few whole numbers", rows.map((i) => (i * 7) % 5), "classification", true],
  ["many whole numbers", rows.map((i) => (i * 7) % 101), "regression", false],
  ["numbers with decimals", rows.map((i) => (i % 4) + 0.5), "regression", false],
])("a target of %s calls for a task", async (_, target, task, asks) => {
  const { questions, ...examination } = await examineContent(table({ noise, target }), { target: "target" });
  expect(examination.task).toBe(task);
  expect(questions.some(({ id }) => id === "task")).toBe(asks);
});

test("without a target the data are for exploration, and a task that was asked for stays", async () => {
  expect((await examineContent("a\n1\n2\n")).task).toBe("exploration");
  expect((await examineContent("a\n1\n2\n", { task: "clustering" })).task).toBe("clustering");
});
