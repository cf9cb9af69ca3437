import { Problem } from "../../problem.ts";
import { isNumberType } from "../column.ts";
import type { Task } from "../package-schema.ts";
import { rowsOf } from "./cell-table.ts";
import type { ExaminedColumn, Finding, Question } from "./examination.ts";
import { counted, showCell } from "./infer-column.ts";
import type { Found, Place, Scene } from "./scene.ts";
import { showText } from "./show-text.ts";

/** A numeric target with more different values than this is a quantity. */
const MOST_CLASSES = 20;

/** A class with a smaller share of the rows is rare. */
const RARE = 0.05;

/** What the data are for, and why. */
export interface ChosenTask {
  readonly task: Task;
  readonly why: string;
  readonly questions: readonly Question[];
}

/** What the data are for, as it was asked or as the target tells. */
export function chooseTask(asked: Task | undefined, target: ExaminedColumn | undefined): ChosenTask {
  if (asked !== undefined) return { task: asked, why: "as it was asked.", questions: [] };
  if (target === undefined) {
    return { task: "exploration", why: "no column was named that shall be predicted.", questions: [] };
  }
  const { name, type, distinct } = target;
  if (!isNumberType(type)) {
    return { task: "classification", why: `"${name}", the target, is no number.`, questions: [] };
  }
  if (type === "number" || distinct > MOST_CLASSES) {
    return {
      task: "regression",
      why: `"${name}", the target, is a number with ${counted(distinct)} different values.`,
      questions: [],
    };
  }
  const why = `"${name}", the target, has only ${counted(distinct)} different values.`;
  return { task: "classification", why, questions: distinct > 2 ? [taskQuestion(name, distinct)] : [] };
}

function taskQuestion(name: string, distinct: number): Question {
  return {
    id: "task",
    column: name,
    text: `"${name}" has ${counted(distinct)} different whole numbers. Are they classes or a quantity?`,
    options: [
      { name: "classification", text: "Classes: 2 is not more than 1.", effect: { task: "classification" } },
      { name: "regression", text: "A quantity: 2 is twice 1.", effect: { task: "regression" } },
    ],
    safe: "classification",
    why: "So few values can always be told apart as classes.",
  };
}

/**
 * Refuses a target from which nothing can be learned, and tells of one that makes it hard.
 *
 * @throws Problem "bad-dataset" if it is missing in every row, always the same, or no number though the task is regression
 */
export async function examineTarget(target: Place, task: Task, scene: Scene, file: string): Promise<Found> {
  const { column, facts } = target;
  const { name, distinct } = column;
  const nMissing = column.missingCodes.reduce((sum, { count }) => sum + count, column.empty);
  const where = `${file}, column ${target.position + 1} ("${name}")`;
  if (nMissing === scene.nRows) throw unlearnable(`${where}: the target is missing in every row.`);
  if (distinct < 2 && task !== "exploration" && task !== "clustering") {
    const what =
      task === "classification"
        ? "class, and a classifier needs two"
        : "value, and nothing can be learned from that";
    throw unlearnable(`${where}: the target has only one ${what}.`);
  }
  if (task === "regression" && !isNumberType(column.type)) {
    const cell = facts.kinds.get("number")?.firstOther;
    const shown = cell ? ` ${showCell(cell, scene.placeName)} is no number.` : "";
    throw new Problem(
      "bad-dataset",
      `${where}: the target of a regression needs numbers.${shown}`,
      "Correct the cells, or ask for --task classification.",
    );
  }
  const missing: Finding[] =
    nMissing === 0
      ? []
      : [
          {
            kind: "missing-target",
            column: name,
            text: `The target "${name}" is missing in ${counted(nMissing)} of ${counted(scene.nRows)} rows; no model can learn from them.`,
            evidence: [],
          },
        ];
  return {
    findings: [...missing, ...(task === "classification" ? await imbalance(target, scene) : [])],
    questions: [],
  };
}

async function imbalance({ column, position }: Place, scene: Scene): Promise<Finding[]> {
  const isCode = column.missingCodes.length > 0 ? "AND NOT code" : "";
  const rows = await rowsOf(
    scene.connection,
    `SELECT t, sum(n) AS n FROM judged WHERE col = ${position} ${isCode} GROUP BY t ORDER BY n, t`,
  );
  const total = rows.reduce((sum, [, n]) => sum + Number(n), 0);
  const rare = rows.filter(([, n]) => Number(n) < RARE * total || Number(n) === 1);
  if (rare.length === 0) return [];
  const [most = []] = rows.slice(-1);
  const [word, n] = [showText(String(most[0])), Number(most[1])];
  const share = ((100 * n) / total).toFixed(1);
  const text = `The classes of "${column.name}" differ much in size: ${counted(rare.length)} of ${counted(rows.length)} have less than 5% of the rows or only one; always answering ${word} is right in ${share}%.`;
  const evidence = rare
    .slice(0, 5)
    .map(([label, count]) => `${showText(String(label))}: ${counted(Number(count))}`);
  return [{ kind: "class-imbalance", column: column.name, text, evidence }];
}

function unlearnable(message: string): Problem {
  return new Problem("bad-dataset", message, "Name another column as --target, or none.");
}
