import { lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, expect, test } from "vitest";

import { type Column, isMissing } from "../../../../src/data/column.ts";
import { openDataset } from "../../../../src/data/dataset.ts";
import type { Wish } from "../../../../src/data/intake/examination.ts";
import { examine } from "../../../../src/data/intake/examine.ts";
import { writeDataset } from "../../../../src/data/intake/write-dataset.ts";
import type { ProblemCode } from "../../../../src/problem.ts";

/** A file that is no plain table, and how someone asks for it. */
interface BadFile {
  readonly what: string;
  /** Its bytes, or what makes it at a path. */
  readonly content: string | Uint8Array | ((file: string, course: string) => unknown);
  readonly fileName?: string;
  readonly wish?: Partial<Omit<Wish, "file">>;
}

type Cell = string | number | null;

/** A column as it must be read from the data set: all of its cells, or those of some rows, null where missing. */
type ExpectedColumn = readonly [
  name: string,
  type: Column["type"],
  cells:
    | readonly Cell[]
    | { readonly nRows: number; readonly missing: number; readonly at: Readonly<Record<number, Cell>> },
];

export interface AcceptedFile extends BadFile {
  readonly columns: readonly ExpectedColumn[];
  /** What must be said of it: in a remark, a finding, or why a column is of its type. */
  readonly tells?: RegExp;
}

export interface RefusedFile extends BadFile {
  readonly message: RegExp;
  /** "bad-dataset" if not given. */
  readonly code?: ProblemCode;
  readonly hint?: RegExp;
}

/** Tests that each file becomes a data set with exactly these cells: three files, and nothing else anywhere. */
export function acceptsAll(files: readonly AcceptedFile[]): void {
  test.each(named(files))("%s is accepted, cell for cell", { timeout: 240_000 }, async (_, file) => {
    const place = await makePlace(file);
    const before = await everythingIn(place.outside);
    const examination = await examine(place.course, place.wish, place);
    const { name } = examination;
    await writeDataset(place.course, examination, {});
    await emptyFolder(place.temporaryFolder);
    const after = await everythingIn(place.outside);
    const own = path.join("course", "datasets", name);
    const added = after.filter((entry) => !before.includes(entry)).map((entry) => entry.split(" · ")[0]);
    expect(before.filter((entry) => !after.includes(entry))).toEqual([]);
    expect(added).toEqual([
      own,
      path.join(own, "README.md"),
      expect.stringMatching(/data\.(csv|parquet)$/),
      path.join(own, "datapackage.json"),
    ]);
    const { table } = await openDataset(place.course, name);
    expect(table.columnNames).toEqual(file.columns.map(([columnName]) => columnName));
    for (const expected of file.columns) expectColumn(table.column(expected[0]), expected);
    if (file.tells) expect(whatIsSaid(examination)).toMatch(file.tells);
  });
}

/** Tests that each file is refused with the place, the cause and what to do, and that nothing at all is written. */
export function refusesAll(files: readonly RefusedFile[]): void {
  test.each(named(files))("%s is refused, and nothing is written", async (_, file) => {
    const place = await makePlace(file);
    const before = await everythingIn(place.outside);
    const adding = examine(place.course, place.wish, place).then((examination) =>
      writeDataset(place.course, examination, {}),
    );
    await expect(adding).rejects.toMatchObject({
      name: "Problem",
      code: file.code ?? "bad-dataset",
      message: expect.stringMatching(file.message),
      hint: expect.stringMatching(file.hint ?? /\S/),
    });
    expect(await everythingIn(place.outside)).toEqual(before);
  });
}

function named<File extends BadFile>(files: readonly File[]): [string, File][] {
  return files.map((file) => [file.what, file]);
}

function expectColumn(column: Column, [name, type, expected]: ExpectedColumn): void {
  expect([name, column.type]).toEqual([name, type]);
  const cellAt = (i: number): Cell => (isMissing(column, i) ? null : (column.values[i] ?? null));
  const cells = Array.from({ length: column.values.length }, (_, i) => cellAt(i));
  if ("nRows" in expected) {
    const { nRows, missing, at } = expected;
    expect([cells.length, cells.filter((cell) => cell === null).length]).toEqual([nRows, missing]);
    for (const [i, cell] of Object.entries(at)) expect([i, cells[Number(i)]]).toEqual([i, cell]);
  } else expect([name, cells]).toEqual([name, expected]);
}

function whatIsSaid({ reading, findings, columns }: Awaited<ReturnType<typeof examine>>): string {
  const found = findings.map(({ text, evidence }) => [text, ...evidence].join(" "));
  return [reading.encoding, ...reading.remarks, ...found, ...columns.map(({ why }) => why)].join("\n");
}

const outsides: string[] = [];
afterAll(() => Promise.all(outsides.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A course with one data set in it, a temporary folder, and the file, all in a folder that can be looked through. */
async function makePlace({ content, fileName = "made.csv", wish }: BadFile) {
  const outside = await mkdtemp(path.join(tmpdir(), "groundwork bad [files] it's "));
  outsides.push(outside);
  const [course, temporaryFolder] = [path.join(outside, "course"), path.join(outside, "tmp")];
  await mkdir(path.join(course, "datasets", "kept"), { recursive: true });
  await writeFile(path.join(course, "datasets", "kept", "datapackage.json"), "{}");
  await mkdir(temporaryFolder);
  const file = path.join(outside, fileName);
  if (typeof content === "function") await content(file, course);
  else await writeFile(file, content);
  const full: Wish = { file, name: "made", licence: "CC0-1.0", source: "A test", ...wish };
  return { outside, course, temporaryFolder, wish: full };
}

/** Every path below a folder, with what is there: hidden or not, followed nowhere. */
async function everythingIn(folder: string): Promise<string[]> {
  const paths = (await readdir(folder, { recursive: true })).sort();
  return Promise.all(paths.map(async (each) => `${each}${await contentOf(path.join(folder, each))}`));
}

async function contentOf(each: string): Promise<string> {
  const state = await lstat(each);
  if (state.isSymbolicLink()) return ` · link to ${await readlink(each)}`;
  if (!state.isFile()) return "";
  return ` · ${state.size < 10_000 ? await readFile(each, "latin1") : `${state.size} bytes`}`;
}

async function emptyFolder(folder: string): Promise<void> {
  for (const each of await readdir(folder)) await rm(path.join(folder, each), { recursive: true });
}
