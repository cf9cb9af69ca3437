import fc from "fast-check";
import stringWidth from "fast-string-width";
import { describe, expect, test } from "vitest";

import { figuresOfColumns, figuresOfTable } from "../../src/cli/pictures/of-profile.ts";
import { profileText } from "../../src/cli/profile-text.ts";
import type { Profile } from "../../src/data/profile/profile.ts";
import type { ProfiledTable } from "../../src/data/profile/profile-table.ts";
import { Problem } from "../../src/problem.ts";
import { profiledTableOf, profileOf } from "../data/profile/make-source.ts";

const look = (width: number, more: { colour?: boolean; ascii?: boolean } = {}) => ({
  ...{ width, colour: false, ascii: false },
  ...more,
});

const about = { name: "plants", title: "Plants by the wayside" };

const linesOf = (profile: Profile, width = 80) => profileText(profile, look(width), about).split("\n");

/** The words of a whole table, with its pictures. */
const textOf = (table: ProfiledTable, width = 80, more: { colour?: boolean; ascii?: boolean } = {}) =>
  profileText(table.profile, look(width, more), about, figuresOfTable(table));

/** Eighty plants with gaps, a pair of columns that tell the same, and a change over time. */
async function plants(): Promise<Profile> {
  return (await plantsTable()).profile;
}

function plantsTable(): Promise<ProfiledTable> {
  const rows = Array.from({ length: 80 }, (_, i) => [
    `p${i}`,
    i % 4 === 0 ? "" : String(10 + i),
    String((10 + i) / 100),
    i < 48 ? "fern" : "moss",
    new Date(Date.UTC(2024, 3, 1 + i)).toISOString().slice(0, 10),
    i % 3 === 0 ? "true" : "false",
  ]);
  return profiledTableOf(
    ["id:string", "height:integer", "metres:number", "kind:string", "day:date", "wet:boolean"],
    rows,
    {
      ...{ target: "kind", time: "day", identifiers: ["id"], groups: ["wet"] },
    },
  );
}

describe("a profile", () => {
  test("reads like this", async () => {
    expect(textOf(await plantsTable())).toMatchInlineSnapshot(`
      "
      Plants by the wayside
      80 rows of 6 columns, gaps in 1 column, no duplicate rows

      Target: kind, 2 classes, the largest with 60.0% of the rows
      fern  48, 60.0% │███████████████████████████████████████████████████████████████
      moss  32, 40.0% │██████████████████████████████████████████
                                                    rows

      Groups: 2 groups by wet

      Over day
        from 2024-04-01 to 2024-04-08 (8 rows), to 2024-06-12 to 2024-06-19 (8 rows):
        mean of metres  0.135 → 0.855
        mean of height  14 → 86
        kind "fern"  100.0% → 0.0%

      Pairs that tell nearly the same (correlation)
         1.000  height and metres

      id                                               text, identifier, all different
        such as "p0", "p1", "p10"

      height                           whole number, all different, 20 missing (25.0%)
        ████████████████████  11 to 89   quartiles 30.5  50  69.5
                              mean 50, deviation 23.27

      metres                                                     number, all different
        ████████████████████  0.1 to 0.89   quartiles 0.2975  0.495  0.6925
                              mean 0.495, deviation 0.2324

      kind                                                   text, target, 2 different

      day                                                    date, time, all different
        ████████████████████  2024-04-01 to 2024-06-19
                              quartiles 2024-04-20  2024-05-10  2024-05-30

      wet                                            true or false, group, 2 different
        false  66.3%  53  ████████████████████████
        true   33.8%  27  ████████████▎

      A histogram runs from the smallest value to the largest. Quartiles are where a
      quarter, half and three quarters of the values lie below. The deviation is the
      sample's (n − 1).

      Gaps in 1 of 6 columns, most in height: 25.0%
      share missing   0  ░░░░░▒▒▒▒▒▓▓▓▓▓█████ 1
                                     rows, 3 in a cell
                   1–3   10–12   22–24   34–36   46–48   58–60   70–72
      height  25% │▒▒▒▒▒▒  ▒▒▒▒▒▒  ▒▒▒▒▒▒  ▒▒▒▒▒▒  ▒▒▒▒▒▒  ▒▒▒▒▒▒  ▒▒▒▒
                  └──────────────────────────────────────────────────────
      60 of 80 rows are complete.
      The other 5 columns have no gaps.
      "
    `);
  });

  test("is set for every width, with and without colour and Unicode, in lines no wider", async () => {
    const table = await plantsTable();
    for (const width of [40, 41, 60, 80, 120, 200]) {
      for (const ascii of [false, true]) {
        const lines = textOf(table, width, { colour: true, ascii }).split("\n");
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }
    }
  });

  test("is ASCII where nothing else is sure to be readable", async () => {
    expect(textOf(await plantsTable(), 80, { ascii: true })).toMatch(/^[\n -~]*$/);
  });

  test("marks estimates and says from how many rows they come", async () => {
    const profile = await plants();
    const estimated: Profile = {
      ...profile,
      sampledRows: 1234,
      duplicateRows: { value: 3, exact: false },
    };
    const text = profileText(estimated, look(80), about);
    expect(text).toContain("≈ 3 duplicate rows");
    expect(text).toContain("≈ is an estimate, most of them from 1,234 rows.");
    expect(profileText(profile, look(80), about)).not.toContain("≈");
  });

  test("shows the columns that it is asked for, and knows no others", async () => {
    const profile = await plants();
    const text = profileText(profile, look(80), { ...about, columns: ["wet", "height"] });
    expect(text.indexOf("wet")).toBeLessThan(text.indexOf("height"));
    expect(text).not.toContain("metres");
    const ask = () => profileText(profile, look(80), { ...about, columns: ["heigth"] });
    expect(ask).toThrow(Problem);
    expect(ask).toThrow(/no column "heigth"/);
  });

  test("draws the columns that it is asked for large, and by class of the target", async () => {
    const table = await plantsTable();
    const { columns } = figuresOfColumns(table, table.profile.columns);
    expect([...columns].map(([name, figures]) => [name, ...figures.map(({ kind }) => kind)])).toEqual([
      ["id"],
      ["height", "histogram", "box"],
      ["metres", "histogram", "box"],
      ["kind", "bars"],
      ["day", "line"],
      ["wet", "bars"],
    ]);
    const text = profileText(
      table.profile,
      look(80),
      { ...about, columns: ["height"] },
      { table: [], columns },
    );
    expect(text).toContain("Half of height lies from 30.5 to 69.5");
    expect(text).toContain("height by kind: median from 34 in class fern to 74 in class moss");
    // Words alone stand above: the small histogram is not drawn a second time.
    expect(text).toContain("\n  11 to 89   quartiles 30.5  50  69.5");
  });

  test("says which rows have cells that are not of their type", async () => {
    const profile = await profileOf(["x:integer"], [["1"], ["two"]]);
    expect(profileText(profile, look(80), about)).toContain(
      "1 row with a cell that is not of its column's type",
    );
  });

  test("of very many columns sets some, and says how to see the others", async () => {
    const names = Array.from({ length: 80 }, (_, j) => `column ${j}:integer`);
    const rows = [0, 1, 2].map((i) => names.map((_, j) => (j === 70 && i > 0 ? "" : String(i * (j % 3)))));
    const lines = linesOf(await profileOf(names, rows, { target: "column 79" }));
    const text = lines.join("\n");
    expect(lines.length).toBeLessThan(120);
    expect(text).toContain("Target: column 79");
    expect(text).toContain("The 80 columns: 80 whole numbers.");
    expect(text).toContain("Always the same (27): column 0, column 3,");
    expect(text).toContain("With the most gaps (1): column 70 66.7%.");
    expect(text.replaceAll("\n", " ")).toContain("`npm run dataset show plants -- --columns a,b`");
  });

  test("of an empty table is short", async () => {
    const lines = linesOf(await profileOf(["x:number", "s:string", "d:date"], []));
    expect(lines).toContain("no rows of 3 columns");
    expect(lines.join("\n")).not.toMatch(/NaN|null|undefined|Infinity/);
  });
});

test("names and values from the data can neither command the terminal nor break a line", async () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(
      "\u001b[31mred\u001b[0m",
      "\u001b]0;owned\u0007",
      "a\nb\tc",
      "⸻".repeat(50),
      "日本語".repeat(30),
      "",
    ),
  );
  const base = await plants();
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 6, maxLength: 6 }),
      fc.integer({ min: 40, max: 200 }),
      (texts, width) => {
        const columns = base.columns.map((column, i) => {
          const named = { ...column, name: texts[i] ?? "", unit: texts[5 - i] ?? "" };
          if ("mean" in named) {
            const extreme = { value: -1.2345e-300, exact: false };
            return {
              ...named,
              count: 1e9,
              missing: 1e8,
              mean: extreme,
              deviation: extreme,
              minimum: -1.2345e308,
            };
          }
          if (!("shortest" in named)) return named;
          const frequent = named.frequent.value.map(({ count }, j) => ({ value: texts[j % 6] ?? "", count }));
          return { ...named, frequent: { value: frequent, exact: true } };
        });
        const profile = {
          ...base,
          columns,
          groups: [{ column: texts[0] ?? "", groups: { value: 3, exact: true } }],
        };
        const set = profileText(profile, look(width), { name: texts[1] ?? "", title: texts[2] ?? "" });
        expect(set).toMatch(/^(\n|\P{Cc})*$/u);
        for (const line of set.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      },
    ),
  );
});
