import { expect, test } from "vitest";

import { checkDataset } from "../../src/data/check-dataset.ts";
import { makeRoot, plants, plantsCsv, withFields, writeDataset } from "./make-dataset.ts";

async function check(dataPackage: unknown, csv: string, most?: number) {
  const root = await makeRoot();
  await writeDataset(root, dataPackage, csv);
  return checkDataset(root, "plants", most);
}

test("a good data set has no fault", async () => {
  expect(await check(plants, plantsCsv)).toEqual({ faults: [], count: 0 });
});

test("a fault of the data is told with its place", async () => {
  expect(await check(plants, "id,height,kind\n1,tall,fern\n1,2,moss\n")).toEqual({
    faults: [
      {
        where: 'datasets/plants/data.csv, line 2, column "height"',
        what: 'needs a finite number, got "tall"',
        line: 2,
        column: "height",
      },
      {
        where: 'datasets/plants/data.csv, line 3, column "id"',
        what: "needs a value of its own, got those of line 2",
        line: 3,
        column: "id",
      },
    ],
    count: 2,
  });
});

test("faults of the package come alone, all counted", async () => {
  const fields = [
    { name: "a", type: "string", constraints: { minimum: 1, unknown: true } },
    { name: "b", type: "integer", constraints: { enum: ["x"], pattern: "(" } },
  ];
  const { faults, count } = await check(withFields(fields), "no table at all", 3);
  expect(count).toBe(4);
  expect(faults.map(({ where }) => where.replace(/.*fields/, "fields"))).toEqual([
    "fields[0].constraints.minimum",
    "fields[0].constraints.unknown",
    "fields[1].constraints.enum",
  ]);
});

test.each([
  [
    "a target that is always missing",
    { task: "classification", target: "kind" },
    "id,height,kind\n1,2,\n2,3,\n",
    "kind",
  ],
  ["one class", { task: "classification", target: "kind" }, "id,height,kind\n1,2,moss\n2,3,moss\n", "kind"],
  [
    "one number to predict",
    { task: "regression", target: "height" },
    "id,height,kind\n1,2,a\n2,2.0,b\n",
    "height",
  ],
  ["one group", { task: "exploration", groups: ["kind"] }, "id,height,kind\n1,2,a\n2,2.0,a\n", "kind"],
  ["no time", { task: "exploration", time: "kind" }, "id,height,kind\n1,2,\n", "kind"],
])("%s is told", async (_, groundwork, csv, column) => {
  const { faults } = await check({ ...plants, groundwork }, csv);
  expect(faults).toMatchObject([{ column, where: `datasets/plants/data.csv, column "${column}"` }]);
});

test("a data set that is not there is refused", async () => {
  await expect(checkDataset(await makeRoot(), "plants")).rejects.toMatchObject({ code: "unknown-dataset" });
});
