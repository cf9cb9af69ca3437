import { expect, test } from "vitest";

import { columnOf, examineContent } from "./make-intake.ts";

/** Examines one column of these cells, beside one that is always there. */
async function column(cells: readonly string[]) {
  const quoted = cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  const examination = await examineContent(`x,filler\n${quoted.map((cell) => `${cell},f`).join("\n")}\n`);
  const about = <Item extends { column?: string }>(items: readonly Item[]) =>
    items.filter((item) => item.column === "x");
  return {
    ...columnOf(examination, "x"),
    findings: about(examination.findings).map(({ kind }) => kind),
    evidence: about(examination.findings).flatMap(({ evidence }) => evidence),
    questions: about(examination.questions),
  };
}

test.each<[what: string, cells: string[], type: string]>([
  ["whole numbers", ["1", "-2", "+3", "0", "-0"], "integer"],
  ["numbers", ["1", "2.5", ".5", "5.", "1e5", "-1E-05"], "number"],
  ["the largest whole number", ["9007199254740991", "-9007199254740991"], "integer"],
  ["a whole number beyond it", ["1", "9007199254740992"], "string"],
  ["the edges of float64", ["1.7976931348623157e308", "5e-324"], "number"],
  ["a number beyond them", ["1", "1e309"], "string"],
  ["a number so small that it would be 0", ["1", "1e-400"], "string"],
  ["leading zeros", ["007", "123"], "string"],
  ["a leading zero and decimals", ["00.5", "1.5"], "string"],
  ["hexadecimal", ["0x10", "0x11"], "string"],
  ["underscores", ["1_000", "2_000"], "string"],
  ["digits of other scripts", ["١", "٢"], "string"],
  ["infinity", ["1", "Infinity"], "string"],
  ["true and false", ["true", "false", "True"], "boolean"],
  ["yes and no", ["yes", "no"], "string"],
  ["dates", ["2024-02-29", "2023-12-31"], "date"],
  ["a day that there is not", ["2024-02-29", "2023-02-29"], "string"],
  ["times", ["2024-02-29T23:59", "2023-12-31 00:00:01.5Z"], "datetime"],
  ["dates and times", ["2024-02-29", "2023-12-31 00:00"], "string"],
  ["spaces around numbers", [" 1", "2 ", "\t3"], "integer"],
  ["decimal commas", ["3,14", "2", "-0,5"], "number"],
  ["decimal commas and points", ["3,14", "2.5"], "string"],
  ["commas before three digits", ["1,234", "12,345"], "string"],
  ["commas before three digits and a small number", ["1,234", "0,345"], "number"],
  ["thousands", ["1,234,567", "2,000"], "string"],
  ["money", ["$5", "$6.50"], "string"],
  ["nothing", ["", ""], "string"],
])("%s", async (_, cells, type) => {
  expect((await column(cells)).type).toBe(type);
});

test.each(["NA", "n/a", "?", "-", "null", "None", ".", "NaN", "#N/A"])(
  "%s beside numbers stands for a missing value",
  async (code) => {
    expect(await column(["1", code, "2", "", ` ${code}`])).toMatchObject({
      type: "integer",
      empty: 1,
      missingCodes: [{ text: code, count: 2 }],
      distinct: 2,
      why: `all 2 cells are whole numbers; missing where it says "${code}" 2 times; spaces around 1 of the cells are left out`,
      questions: [],
    });
  },
);

test("cells of nothing but spaces beside numbers are missing", async () => {
  expect(await column(["1", "  ", "2", " "])).toMatchObject({
    type: "integer",
    empty: 0,
    missingCodes: [{ text: "", count: 2 }],
  });
});

test("None beside other words is a word, and a person is asked", async () => {
  expect(await column(["None", "Minor", "None", "Severe"])).toMatchObject({
    type: "string",
    missingCodes: [],
    findings: ["missing-codes"],
    questions: [{ id: "missing:x", safe: "value" }],
  });
});

test("a word among numbers is shown with its line, and asked about", async () => {
  const cells = Array.from({ length: 40 }, (_, i) => (i === 30 ? "lost" : String(i)));
  expect(await column(cells)).toMatchObject({
    type: "string",
    why: '1 of 40 cells is not a whole number: line 32 "lost"',
    findings: ["mixed-types"],
    questions: [
      {
        safe: "text",
        options: [{ name: "missing", effect: { type: "integer", missing: ["lost"] } }, { name: "text" }],
      },
    ],
  });
});

test("dates in one other form are offered as dates, and stay text", async () => {
  expect(await column(["31/12/2024", "01/02/2024"])).toMatchObject({
    type: "string",
    questions: [
      {
        safe: "text",
        options: [{ name: "date", effect: { type: "date", dateFormat: "%d/%m/%Y" } }, { name: "text" }],
      },
    ],
  });
});

test("dates that can be read in two ways are text, and nobody is asked", async () => {
  expect(await column(["01/02/2024", "03/04/2024"])).toMatchObject({
    type: "string",
    findings: ["dates"],
    questions: [],
  });
});

test("dates in two forms are text, and two lines show it", async () => {
  expect(await column(["2024-05-31", "31.05.2024", "2024-06-01"])).toMatchObject({
    findings: expect.arrayContaining(["dates"]),
    evidence: expect.arrayContaining(['line 2 "2024-05-31"', 'line 3 "31.05.2024"']),
  });
  expect(await column(["31/12/2024", "12/31/2024"])).toMatchObject({
    findings: ["dates"],
    evidence: ['line 2 "31/12/2024"', 'line 3 "12/31/2024"'],
    questions: [],
  });
});

test.each<[finding: string, cells: string[]]>([
  ["leading-zeros", ["01067", "80331"]],
  ["large-integers", ["12345678901234567890", "1"]],
  ["precision", ["0.12345678901234567890", "1"]],
  ["written-numbers", ["$1,200.50", "$7"]],
  ["whitespace", ["WD", "WD "]],
  ["variants", ["WD", "wd"]],
  ["constant", ["a", "a"]],
  ["mostly-missing", ["", "", "", "a"]],
])("%s is told", async (finding, cells) => {
  expect((await column(cells)).findings).toContain(finding);
});
