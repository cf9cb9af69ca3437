import { expect, test } from "vitest";

import { readDataPackage } from "../../src/data/data-package.ts";
import { makeRoot, plants, plantsCsv, withFields, writeDataset } from "./make-dataset.ts";

async function read(dataPackage: unknown) {
  return readDataPackage(await writeDataset(await makeRoot(), dataPackage, plantsCsv));
}

test("a complete data package is read as it is, and what is not ours is passed over", async () => {
  const dataPackage = await read({ ...plants, keywords: ["green"], profile: "tabular-data-package" });
  expect(dataPackage.licenses).toEqual(plants.licenses);
  expect(dataPackage.resources[0].schema.fields[1]).toEqual({ name: "height", type: "number", unit: "cm" });
  expect(dataPackage.groundwork).toEqual(plants.groundwork);
});

test("where nothing else is said, an empty cell is a missing value", async () => {
  expect((await read(plants)).resources[0].schema.missingValues).toEqual([""]);
});

const [resource] = plants.resources;
const fields = resource?.schema.fields ?? [];
const { licenses: _, ...unlicensed } = plants;

test.each([
  ["no licence", unlicensed, "licenses: "],
  ["no licence in the list", { ...plants, licenses: [] }, "licenses: needs one licence or more"],
  ["no source", { ...plants, sources: [] }, "sources: needs one source or more"],
  [
    "another folder's name",
    { ...plants, name: "animals" },
    'name: needs the folder\'s name "plants", got "animals"',
  ],
  ["two tables", { ...plants, resources: [resource, resource] }, "resources"],
  [
    "data outside the folder",
    { ...plants, resources: [{ ...resource, path: "../data.csv" }] },
    "resources[0].path: ",
  ],
  [
    "data elsewhere",
    { ...plants, resources: [{ ...resource, path: "https://a.b/c.csv" }] },
    "resources[0].path: ",
  ],
  [
    "a format that its name contradicts",
    { ...plants, resources: [{ ...resource, format: "parquet" }] },
    'resources[0].format: needs "csv"',
  ],
  [
    "data of another format",
    { ...plants, resources: [{ ...resource, path: "data.xlsx" }] },
    "resources[0].path: ",
  ],
  [
    "another encoding",
    { ...plants, resources: [{ ...resource, encoding: "latin1" }] },
    "resources[0].encoding: ",
  ],
  [
    "another quote",
    { ...plants, resources: [{ ...resource, dialect: { quoteChar: "'" } }] },
    "resources[0].dialect.quoteChar: ",
  ],
  [
    "a delimiter of two characters",
    { ...plants, resources: [{ ...resource, dialect: { delimiter: "::" } }] },
    "resources[0].dialect.delimiter: ",
  ],
  [
    "a line end in a name",
    withFields([{ name: "a\nb", type: "string" }]),
    "resources[0].schema.fields[0].name: ",
  ],
  [
    "a constraint that does not fit",
    withFields([{ name: "a", type: "string", constraints: { minimum: 1 } }]),
    "resources[0].schema.fields[0].constraints.minimum: does not fit",
  ],
  ["an unknown type", withFields([{ name: "a", type: "float" }]), "resources[0].schema.fields[0].type: "],
  [
    "no type",
    withFields([{ name: "a", type: "string" }, { name: "b" }]),
    "resources[0].schema.fields[1].type: ",
  ],
  ["no fields", withFields([]), "resources[0].schema.fields: needs one field or more"],
  [
    "a name twice",
    withFields([...fields, fields[0] ?? {}]),
    "resources[0].schema.fields[3].name: needs a name of its own",
  ],
  [
    "a key that is no field",
    withFields(fields, { primaryKey: ["no"] }),
    'resources[0].schema.primaryKey: needs the name of a field, got "no"',
  ],
  ["an unknown task", groundwork({ task: "guessing" }), "groundwork.task: "],
  [
    "no target to classify",
    groundwork({ task: "classification" }),
    "groundwork.target: needs the name of a field",
  ],
  [
    "a target that is no field",
    groundwork({ task: "classification", target: "knd" }),
    'groundwork.target: needs the name of a field, got "knd"',
  ],
  [
    "a text to regress on",
    groundwork({ task: "regression", target: "kind" }),
    "groundwork.target: needs a numeric field",
  ],
  [
    "a leak that is no field",
    groundwork({ leaks: ["price"] }),
    'groundwork.leaks: needs the name of a field, got "price"',
  ],
  [
    "a target that leaks",
    groundwork({ target: "kind", leaks: ["kind"] }),
    "groundwork.leaks: needs columns other than the target",
  ],
  ["a split by groups it lacks", groundwork({ split: "group" }), "groundwork.groups: "],
  ["a split by time it lacks", groundwork({ split: "time" }), "groundwork.time: "],
  ["no object at all", "5", "the whole file: "],
])("%s is refused, with the file and the place", async (_, dataPackage, fault) => {
  await expect(read(dataPackage)).rejects.toMatchObject({
    code: "bad-dataset",
    message: expect.stringContaining(`datasets/plants/datapackage.json, ${fault}`),
    hint: expect.stringMatching(/^Correct the file/),
  });
});

test("every fault is named, ten at most", async () => {
  const lines = async (dataPackage: unknown) => {
    const error = await read(dataPackage).catch((problem: Error) => problem);
    return error instanceof Error ? error.message.split("\n") : [];
  };
  expect(await lines({ ...plants, title: "", sources: [] })).toHaveLength(2);
  expect((await lines(withFields(Array(15).fill({ name: "a", type: "?" })))).slice(9)).toEqual([
    expect.stringContaining("fields[9].type"),
    "… and 5 more.",
  ]);
});

test("what is not JSON is refused", async () => {
  await expect(read('{"name": "plants",}')).rejects.toThrow(
    "datasets/plants/datapackage.json, the whole file: is not JSON: ",
  );
  expect((await read(`\uFEFF${JSON.stringify(plants)}`)).name).toBe("plants");
});

function groundwork(key: object) {
  return { ...plants, groundwork: { task: "exploration", ...key } };
}
