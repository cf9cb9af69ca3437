import {
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from "node:fs/promises";
import path from "node:path";

import { beforeEach, describe, expect, test } from "vitest";

import { withDuckDB } from "../../src/data/duckdb.ts";
import { listDatasets, openDataset } from "../../src/data/index.ts";
import { makeRoot, plants, plantsCsv, withFields, writeDataset } from "./make-dataset.ts";

let root: string;
let folder: string;
let data: string;
let cache: string;
beforeEach(async () => {
  root = await makeRoot();
  folder = await writeDataset(root, plants, plantsCsv);
  data = path.join(folder, "data.csv");
  cache = path.join(root, ".groundwork", "cache", "data", "plants.bin");
});

const heights = async () => [...(await openDataset(root, "plants")).table.column("height").values];

test("a data set has what its package says and a typed table", async () => {
  const { table, ...about } = await openDataset(root, "plants");
  expect(about).toEqual({
    name: "plants",
    title: "Plants",
    description: "Three plants of a test.",
    task: "classification",
    target: "kind",
    split: undefined,
    licenses: plants.licenses,
    sources: plants.sources,
  });
  expect(table.nRows).toBe(3);
  expect(table.target()).toEqual(["fern", "moss", "fern"]);
  // The id is the primary key, and so no feature.
  expect(table.featureNames).toEqual(["height"]);
});

test("the data may have another delimiter, or be in a Parquet file", async () => {
  const [resource] = plants.resources;
  const other = { ...plants, resources: [{ ...resource, dialect: { delimiter: ";" } }] };
  await writeDataset(root, other, plantsCsv.replaceAll(",", ";"));
  expect(await heights()).toEqual([10.5, Number.NaN, 7]);
  const file = path.join(folder, "data.parquet").replaceAll("'", "''");
  const rows = "VALUES (1, 10.5::DOUBLE, 'fern'), (2, NULL, 'moss'), (3, 7, 'fern')";
  await withDuckDB((connection) =>
    connection.run(`COPY (SELECT * FROM (${rows}) AS t(id, height, kind)) TO '${file}' (FORMAT parquet)`),
  );
  await writeDataset(
    root,
    { ...plants, resources: [{ ...resource, path: "data.parquet", format: "parquet" }] },
    "",
  );
  expect(await heights()).toEqual([10.5, Number.NaN, 7]);
});

test("an unknown name is answered with the nearest and the list", async () => {
  await writeDataset(root, plants, plantsCsv, "animals");
  await expect(openDataset(root, "plant")).rejects.toMatchObject({
    code: "unknown-dataset",
    message: 'There is no data set "plant".',
    hint: 'Did you mean "plants"? There are: animals, plants.',
  });
  await expect(openDataset(await makeRoot(), "plants")).rejects.toMatchObject({
    hint: "The folder datasets/ holds none.",
  });
});

test("only plain names are looked for, nothing outside datasets/", async () => {
  for (const name of ["../datasets/plants", "plants/", ".", "", "Plants", "plants\0", path.resolve(folder)]) {
    await expect(openDataset(root, name), name).rejects.toMatchObject({ code: "unknown-dataset" });
  }
});

test("the list names the folders with a data package, sorted", async () => {
  await writeDataset(root, plants, plantsCsv, "animals");
  await mkdir(path.join(root, "datasets", "empty"));
  await writeFile(path.join(root, "datasets", "README.md"), "");
  expect(await listDatasets(root)).toEqual(["animals", "plants"]);
  expect(await listDatasets(await makeRoot())).toEqual([]);
});

test("a data file that is not there, or is a folder, is a problem", async () => {
  await rm(data);
  await expect(openDataset(root, "plants")).rejects.toThrow("datasets/plants/data.csv is not a file.");
  await mkdir(data);
  await expect(openDataset(root, "plants")).rejects.toThrow("datasets/plants/data.csv is not a file.");
});

test("a bad cell is named with the path from the root", async () => {
  await writeFile(data, "id,height,kind\n1,tall,fern\n");
  await expect(openDataset(root, "plants")).rejects.toThrow(
    'datasets/plants/data.csv, line 2, column "height": "tall"',
  );
  expect(await readdir(root)).toEqual(["datasets"]);
});

describe("the cache", () => {
  test("gives the same data set as the files", async () => {
    const read = await openDataset(root, "plants");
    expect((await stat(cache)).isFile()).toBe(true);
    const kept = await openDataset(root, "plants");
    expect(kept.table.rows()).toEqual(read.table.rows());
    expect(kept).toEqual({ ...read, table: kept.table });
    expect(kept.table.column("height")).toEqual(read.table.column("height"));
  });

  test("is not written again while no file changes", async () => {
    await openDataset(root, "plants");
    const { ino } = await stat(cache);
    await openDataset(root, "plants");
    expect((await stat(cache)).ino).toBe(ino);
  });

  test("of another folder is not believed", async () => {
    const other = await makeRoot();
    await writeDataset(other, plants, plantsCsv.replace("10.5", "99.5"));
    await openDataset(other, "plants");
    await cp(path.join(other, ".groundwork"), path.join(root, ".groundwork"), { recursive: true });
    expect(await heights()).toEqual([10.5, Number.NaN, 7]);
  });

  test.each(["data.csv", "datapackage.json"])("is not believed once %s has changed", async (name) => {
    await openDataset(root, "plants");
    const before = await stat(data);
    if (name === "data.csv") await writeFile(data, plantsCsv.replace("10.5", "11.5"));
    else
      await writeDataset(
        root,
        withFields([
          { name: "id", type: "string" },
          { name: "height", type: "number" },
          { name: "kind", type: "string" },
        ]),
        plantsCsv.replace("10.5", "11.5"),
      );
    // Not even when size and time are made to look the same.
    await utimes(data, before.atime, before.mtime);
    expect(await heights()).toEqual([11.5, Number.NaN, 7]);
  });

  test("is not believed once another file has taken the data's place", async () => {
    await openDataset(root, "plants");
    const { atime, mtime } = await stat(data);
    const other = path.join(folder, "other.csv");
    await writeFile(other, plantsCsv.replace("10.5", "12.5"));
    await utimes(other, atime, mtime);
    await rename(other, data);
    expect(await heights()).toEqual([12.5, Number.NaN, 7]);
  });

  test("is made anew when it is cut off or damaged anywhere", async () => {
    await openDataset(root, "plants");
    const whole = await readFile(cache);
    for (let length = 0; length < whole.length; length += 40) {
      await writeFile(cache, whole);
      await truncate(cache, length);
      expect(await heights()).toEqual([10.5, Number.NaN, 7]);
    }
    for (let i = 0; i < whole.length; i += 40) {
      const damaged = Buffer.from(whole);
      damaged[i] = ~(whole[i] ?? 0);
      await writeFile(cache, damaged);
      expect(await heights()).toEqual([10.5, Number.NaN, 7]);
      expect((await readFile(cache)).length).toBe(whole.length);
    }
  });

  test("leaves nothing unfinished beside it, also when many open at once", async () => {
    await Promise.all(Array.from({ length: 8 }, () => openDataset(root, "plants")));
    expect(await readdir(path.dirname(cache))).toEqual(["plants.bin"]);
  });

  test("is done without where it cannot be written", async () => {
    await writeFile(path.join(root, ".groundwork"), "a file in the folder's place");
    expect(await heights()).toEqual([10.5, Number.NaN, 7]);
  });
});
