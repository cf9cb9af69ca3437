import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";

import type { DuckDBConnection } from "@duckdb/node-api";

import { Problem } from "../../problem.ts";
import { withDuckDB } from "../duckdb.ts";
import { makeCellTables, rowsOf } from "./cell-table.ts";
import { findDates } from "./date-findings.ts";
import { findDisguised } from "./disguised-missing.ts";
import type { Examination, ExaminedColumn, MissingCode, Wish, WishedRoles } from "./examination.ts";
import { checkFile } from "./file-kind.ts";
import { findIdentifiers } from "./identifier-findings.ts";
import { inferColumn } from "./infer-column.ts";
import { findLeaks } from "./leak-findings.ts";
import { isLink, readLicence } from "./licences.ts";
import { checkIsHeader, findNames } from "./name-findings.ts";
import { findPersonalData } from "./personal-data.ts";
import { type Progress, type ReadFile, readFileIntoParquet } from "./read-file.ts";
import { checkRoles } from "./role-checks.ts";
import { findDuplicates } from "./row-findings.ts";
import { allFound, type Found, placesWhere, type Scene } from "./scene.ts";
import { escapeInvisible } from "./show-text.ts";
import { chooseTask, examineTarget } from "./target.ts";
import { judgeTexts, readTextFacts } from "./text-facts.ts";
import { findTypes } from "./type-findings.ts";
import { checkName, readRoles } from "./wish-checks.ts";
import { findWords } from "./word-findings.ts";

/** Where an examination may write, and who hears how far it is. */
export interface ExamineOptions {
  /** Made and removed by the caller; what `writeDataset` needs stays there. */
  readonly temporaryFolder: string;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Reads a file, every cell of it, and tells what is in it; nothing is written but to the temporary folder.
 *
 * @param root the repository's folder, for which the data set's name must be new
 * @throws Problem "usage" for what is asked for, "missing-file", "locked" or "bad-dataset" for the file, with the line and
 *   the column of what is wrong, and what to do
 * @example
 * const examination = await examine(root, { file: "oaks.csv", name: "oaks", licence: "CC0-1.0", source: "Our own walks" }, { temporaryFolder });
 */
export async function examine(
  root: string,
  wish: Wish,
  { temporaryFolder, onProgress = () => {} }: ExamineOptions,
): Promise<Examination> {
  await checkName(root, wish.name);
  const licence = readLicence(wish.licence);
  const source = readSource(wish.source);
  await checkFile(wish.file);
  const folder = await mkdtemp(path.join(temporaryFolder, "intake-"));
  const spill = path.join(folder, "spill");
  try {
    const found = await withDuckDB(
      async (connection) => {
        const read = await readFileIntoParquet(connection, wish.file, folder, onProgress);
        return { read, ...(await look(connection, read, wish, onProgress)) };
      },
      { temporaryFolder: spill },
    );
    const { read, ...rest } = found;
    return {
      name: wish.name,
      title: wish.title?.trim() || titleOf(wish.name),
      description: wish.description?.trim() || `Read from ${path.basename(wish.file)}.`,
      licence,
      source,
      fileName: path.basename(wish.file),
      reading: read.reading,
      ...rest,
      texts: read.parquet,
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(spill, { recursive: true, force: true });
  }
}

async function look(
  connection: DuckDBConnection,
  { names, headerLine, parquet, reading, nested }: ReadFile,
  wish: Wish,
  onProgress: (progress: Progress) => void,
) {
  const roles = readRoles(wish, names);
  const { rows: nRows, place: placeName } = reading;
  await makeCellTables(connection, parquet, names.length, nRows, (share) =>
    onProgress({ stage: "counting what the cells hold", share }),
  );
  await judgeTexts(connection);
  const facts = await readTextFacts(connection, names.length, nRows);
  const codes = await readCodes(connection);
  const columns = names.map((name, j): ExaminedColumn => {
    const found = facts[j];
    if (found === undefined) throw new RangeError(`Nothing is known of column ${j}.`);
    return inferColumn(name, found, codes.get(j) ?? [], placeName);
  });
  const scene: Scene = { connection, columns, facts, roles, nRows, placeName };
  if (headerLine !== undefined) await checkIsHeader(scene, `${wish.file}, line ${headerLine}`);
  const {
    task,
    why: whyTask,
    questions,
  } = chooseTask(
    wish.task,
    columns.find(({ name }) => name === roles.target),
  );
  requireTarget(task, roles);
  const found = allFound([
    { findings: nested.map(nestedFinding), questions },
    { findings: findNames(columns), questions: [] },
    ...(await search(scene, task, wish.file, onProgress)),
  ]);
  const datable = found.questions
    .filter(({ id }) => id.startsWith("dates:"))
    .flatMap(({ column }) => column ?? []);
  await checkRoles(scene, wish.file, new Set(datable));
  return { columns, roles, task, whyTask, ...inPlainSight(withoutEchoes(found)) };
}

function nestedFinding(column: string) {
  const text = `"${column}" holds lists or objects; they are kept as JSON text.`;
  return { kind: "nested", column, text, evidence: [] } as const;
}

async function search(
  scene: Scene,
  task: Examination["task"],
  file: string,
  onProgress: (progress: Progress) => void,
): Promise<Found[]> {
  const [target] = placesWhere(scene, ({ column }) => column.name === scene.roles.target);
  const searches: (() => Promise<Found>)[] = [
    ...(target === undefined ? [] : [() => examineTarget(target, task, scene, file)]),
    () => findTypes(scene),
    () => findDates(scene),
    () => findPersonalData(scene),
    () => findIdentifiers(scene),
    () => findDisguised(scene),
    () => findWords(scene),
    () => findLeaks(scene),
    () => findDuplicates(scene),
  ];
  const found: Found[] = [];
  for (const [i, find] of searches.entries()) {
    onProgress({ stage: "looking for what is odd", share: i / searches.length });
    found.push(await find());
  }
  return found;
}

/** Asks once about a column that is to be left out, or that only names rows: what else it is then matters little. */
function withoutEchoes({ findings, questions }: Found): Found {
  const decided = (column: string | undefined, kinds: readonly string[]) =>
    questions.some(({ id }) => kinds.some((kind) => id === `${kind}:${column}`));
  return {
    findings,
    questions: questions.filter(({ id, column }) => {
      if (id.startsWith("identifier:")) return !decided(column, ["personal"]);
      return !id.startsWith("leak:") || !decided(column, ["personal", "identifier"]);
    }),
  };
}

/** Names are quoted in what is said, and may hold what a terminal would take for a command. */
function inPlainSight({ findings, questions }: Found): Found {
  return {
    findings: findings.map((finding) => ({ ...finding, text: escapeInvisible(finding.text) })),
    questions: questions.map((question) => ({ ...question, text: escapeInvisible(question.text) })),
  };
}

async function readCodes(connection: DuckDBConnection): Promise<Map<number, MissingCode[]>> {
  const rows = await rowsOf(
    connection,
    "SELECT col, t, sum(n) FROM judged WHERE code GROUP BY col, t ORDER BY col, min(place)",
  );
  const codes = new Map<number, MissingCode[]>();
  for (const [col, text, n] of rows) {
    codes.set(Number(col), [...(codes.get(Number(col)) ?? []), { text: String(text), count: Number(n) }]);
  }
  return codes;
}

function requireTarget(task: Examination["task"], { target }: WishedRoles): void {
  if (target !== undefined || (task !== "classification" && task !== "regression")) return;
  throw new Problem(
    "usage",
    `The task ${task} needs a target.`,
    "Name the column to be predicted: --target COLUMN.",
  );
}

function readSource(source: string): Examination["source"] {
  const title = source.trim();
  if (title === "") {
    throw new Problem(
      "usage",
      "A data set needs a source.",
      "Say in words, or with a link, where the data come from.",
    );
  }
  return isLink(title) ? { title, path: title } : { title };
}

/** "oak-trees" as a title: "Oak trees". */
function titleOf(name: string): string {
  const words = name.replaceAll(/[-_.]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
