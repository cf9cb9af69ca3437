import { mkdir, open } from "node:fs/promises";
import path from "node:path";

import { Problem } from "../../problem.ts";
import { type CardPicture, picturesFolder, withPictures } from "../card-pictures.ts";
import { isMissing } from "../column.ts";
import { readDataPackage } from "../data-package.ts";
import { withDuckDB } from "../duckdb.ts";
import { readColumns } from "../read-table.ts";
import { sourceIn, type TableSource } from "../table-source.ts";
import { valuesQuery } from "../values-query.ts";
import { rowsOf } from "./cell-table.ts";
import { dataCard } from "./data-card.ts";
import { type Decided, decide } from "./decide.ts";
import type { Examination } from "./examination.ts";
import { land, syncFolder } from "./landing.ts";
import { packageJson } from "./package-json.ts";
import { type WrittenData, writeData } from "./write-data.ts";

/** A data set with more cells is counted where it is, not read into memory. */
const MOST_CELLS_HELD = 5_000_000;

/** What was written, and where. */
export interface WrittenDataset {
  readonly folder: string;
  /** The files' names in it. */
  readonly files: readonly string[];
}

/**
 * Draws the pictures of a data set, from a folder that holds its data and its package.
 */
export type DrawPictures = (folder: string) => Promise<readonly CardPicture[]>;

/**
 * Writes `<root>/datasets/<name>/` for an examined file, all or nothing, after having read it back and found what was
 * expected.
 *
 * @param answers the chosen option's name by the question's id; the safe one is taken where there is none
 * @param draw draws the pictures that its card shows; without it, there are none
 * @throws Problem "usage" on an answer that there is not or a name that is taken; "locked" if it cannot be written
 * @example
 * await writeDataset(root, examination, { "identifier:nr": "feature" });
 */
export async function writeDataset(
  root: string,
  examination: Examination,
  answers: Readonly<Record<string, string>>,
  draw: DrawPictures = async () => [],
): Promise<WrittenDataset> {
  const decided = decide(examination, answers);
  if (decided.columns.length === 0) {
    throw new Problem(
      "usage",
      "No column would be left.",
      "Keep at least one of those that were asked about.",
    );
  }
  const files = ["README.md", "datapackage.json"];
  const spill = path.join(path.dirname(examination.texts), "spill-on-writing");
  const folder = await land(root, examination.name, async (unfinished) => {
    const data = await withDuckDB(
      (connection) => writeData(connection, examination.texts, decided.columns, unfinished),
      { temporaryFolder: spill },
    );
    files.splice(1, 0, data.fileName);
    const json = JSON.stringify(packageJson(examination, decided, data), null, 2);
    await writeDurably(path.join(unfinished, "datapackage.json"), `${json}\n`);
    await readBack(unfinished, examination, decided, data);
    const pictures = await draw(unfinished);
    await writePictures(unfinished, pictures);
    files.push(...pictures.map(({ file }) => `${picturesFolder}/${file}`));
    const card = withPictures(dataCard(examination, decided, data.missing), pictures, []);
    await writeDurably(path.join(unfinished, "README.md"), card);
  });
  return { folder, files };
}

async function writePictures(folder: string, pictures: readonly CardPicture[]): Promise<void> {
  if (pictures.length === 0) return;
  await mkdir(path.join(folder, picturesFolder));
  for (const { file, svg } of pictures) await writeDurably(path.join(folder, picturesFolder, file), svg);
  await syncFolder(path.join(folder, picturesFolder));
}

async function writeDurably(file: string, content: string): Promise<void> {
  const handle = await open(file, "wx");
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Refuses what the project's own reader does not read as it was meant. */
async function readBack(
  folder: string,
  { reading }: Examination,
  decided: Decided,
  { missing }: WrittenData,
): Promise<void> {
  const source = sourceIn(folder, await readDataPackage(folder));
  const isSmall = reading.rows * decided.columns.length <= MOST_CELLS_HELD;
  const found = isSmall ? await countByReading(source) : await countByQuery(source);
  for (const [j, { name }] of decided.columns.entries()) {
    const [nRows, nMissing] = [found.rows, found.missing[j]];
    if (nRows === reading.rows && nMissing === missing[j]) continue;
    throw new Problem(
      "bad-dataset",
      `Column "${name}" was read back with ${nRows} rows and ${nMissing} missing values; ` +
        `${reading.rows} and ${missing[j]} were written.`,
      "Nothing was added. This is a fault of ours; please report it with the file.",
    );
  }
}

interface Counts {
  readonly rows: number;
  readonly missing: readonly number[];
}

async function countByReading(source: TableSource): Promise<Counts> {
  const columns = await readColumns(source);
  const missing = columns.map((column) => {
    let n = 0;
    for (let i = 0; i < column.values.length; i++) if (isMissing(column, i)) n++;
    return n;
  });
  return { rows: columns[0]?.values.length ?? 0, missing };
}

/** Counts without holding the values, of which there are too many. */
async function countByQuery(source: TableSource): Promise<Counts> {
  const { sql, values } = valuesQuery(source);
  const names = source.fields.map((_, j) => `v${j}`);
  return withDuckDB(async (connection) => {
    const counts = names.map((name) => `count(*) - count(${name})`);
    const [row = []] = await rowsOf(
      connection,
      `SELECT count(*) - count(bad), ${counts} FROM (${sql}) AS t(${names}, bad)`,
      values,
    );
    const [rows = 0, ...missing] = row.map(Number);
    return { rows, missing };
  });
}
