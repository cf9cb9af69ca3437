import { type Cell, type CellReader, type Cells, readShape } from "../cells.ts";
import { notFitted, shown } from "../check-input.ts";
import type { StoredEstimator, Transformer } from "../estimator.ts";
import { type EstimatorClasses, readSteps, storedSteps } from "../pipeline/stored-steps.ts";
import { readStored, StoredFields } from "../stored.ts";

/** What becomes of some columns, by their numbers from 0: a transformer changes them, they stay, or they are left out. */
export type ColumnPart = readonly [
  name: string,
  transformer: Transformer | "passthrough" | "drop",
  columns: readonly number[],
];

/** What becomes of which columns, and of all others: they are left out ("drop"), stay, or are changed too. */
export interface ColumnTransformerOptions {
  transformers: readonly ColumnPart[];
  remainder?: Transformer | "passthrough" | "drop";
}

interface Learned {
  nFeatures: number;
  /** The parts, and the remainder as one more. */
  parts: readonly ColumnPart[];
}

/**
 * Changes some columns in one way and others in another, and puts what comes out side by side: part by part, and
 * within each part in the order of its columns; the remainder last. A column may be in several parts.
 * @example
 * const columns = new ColumnTransformer({
 *   transformers: [["numbers", new StandardScaler(), [0, 1]], ["colour", new OneHotEncoder(), [2]]],
 * });
 * columns.fitTransform([[1, 10, "red"], [3, 30, "blue"]]); // [[-1, -1, 0, 1], [1, 1, 1, 0]]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.compose.ColumnTransformer.html
 */
export class ColumnTransformer {
  readonly transformers: readonly ColumnPart[];
  readonly remainder: Transformer | "passthrough" | "drop";
  #learned: Learned | undefined;

  constructor({ transformers, remainder = "drop" }: ColumnTransformerOptions) {
    this.transformers = transformers;
    this.remainder = remainder;
  }

  /** How many columns rows have. Set by fit. */
  get nFeatures(): number {
    return this.#fitted("nFeatures").nFeatures;
  }

  /**
   * Fits every transformer on its columns of X, `[nSamples, nFeatures]`, and on the targets, if they are given.
   * @throws {TypeError|RangeError} when X is not a table, a column is not one of its columns, two parts have one
   *   name, a part has no transform, or there is no part
   */
  fit(X: Cells, y: readonly unknown[] = []): this {
    const who = "ColumnTransformer.fit";
    const table = readShape(who, X);
    const { nFeatures } = table;
    const parts = this.#allParts(who, nFeatures);
    this.#learned = undefined;
    for (const [, transformer, chosen] of parts) {
      if (typeof transformer !== "string") transformer.fit(rowsOf(table, chosen), y);
    }
    this.#learned = { nFeatures, parts };
    return this;
  }

  /**
   * What the parts make of X, side by side, `[nSamples, nColumnsOut]`.
   * @throws {TypeError|RangeError} before fit, when X has another width, or a part gives texts or another number of rows
   */
  transform(X: Cells): number[][] {
    const who = "ColumnTransformer.transform";
    const { nFeatures, parts } = this.#fitted("transform");
    const table = readShape(who, X, nFeatures);
    const rows: number[][] = Array.from({ length: table.nSamples }, () => []);
    for (const [name, transformer, chosen] of parts) {
      if (transformer === "drop") continue;
      const part = rowsOf(table, chosen);
      append(who, name, rows, transformer === "passthrough" ? part : transformer.transform(part));
    }
    return rows;
  }

  /** Learns from X and returns it changed: `fit(X, y).transform(X)`. */
  fitTransform(X: Cells, y: readonly unknown[] = []): number[][] {
    return this.fit(X, y).transform(X);
  }

  /**
   * All parts as plain data for JSON.stringify; fromJSON reads it back.
   * @throws {TypeError} when a transformer has no toJSON
   */
  toJSON(): StoredEstimator {
    return {
      estimator: "ColumnTransformer",
      options: {
        transformers: this.transformers.map(([name, transformer, columns]) => ({
          ...stored(name, transformer),
          columns,
        })),
        remainder: stored("remainder", this.remainder),
      },
      learned: this.#learned ? { nFeatures: this.#learned.nFeatures } : null,
    };
  }

  /**
   * The ColumnTransformer that toJSON wrote down.
   * @param classes the classes of its transformers, by their names
   * @throws {TypeError|RangeError} when json is something else, or a class is missing
   * @example ColumnTransformer.fromJSON(json, { StandardScaler, OneHotEncoder })
   */
  static fromJSON(json: unknown, classes: EstimatorClasses): ColumnTransformer {
    const who = "ColumnTransformer.fromJSON";
    const { options, learned } = readStored("ColumnTransformer", json);
    const transformers = options.list("transformers").map((item): ColumnPart => {
      const [name, transformer] = readPart(item, classes);
      return [name, transformer, new StoredFields(who, item).numbers("columns")];
    });
    const [, remainder] = readPart(options.value("remainder"), classes);
    const read = new ColumnTransformer({ transformers, remainder });
    if (learned) {
      const nFeatures = learned.number("nFeatures");
      read.#learned = { nFeatures, parts: read.#allParts(who, nFeatures) };
    }
    return read;
  }

  #allParts(who: string, nFeatures: number): ColumnPart[] {
    for (const [k, [name, transformer, columns]] of this.transformers.entries()) {
      checkTransformer(who, name, transformer);
      checkColumns(who, name, columns, nFeatures);
      if (this.transformers.findIndex(([other]) => other === name) < k) {
        throw new RangeError(`${who} needs a name of its own for each part, got ${shown(name)} twice.`);
      }
    }
    checkTransformer(who, "remainder", this.remainder);
    const used = new Set(this.transformers.flatMap(([, , columns]) => columns));
    const others = Array.from({ length: nFeatures }, (_, j) => j).filter((j) => !used.has(j));
    const parts = [...this.transformers, ["remainder", this.remainder, others] as const];
    return parts.filter(([, , columns]) => columns.length > 0);
  }

  #fitted(asked: string) {
    if (this.#learned === undefined) throw notFitted(`ColumnTransformer.${asked}`);
    return this.#learned;
  }
}

function checkTransformer(who: string, name: string, transformer: unknown): void {
  if (transformer === "drop" || transformer === "passthrough") return;
  if (typeof transformer === "object" && transformer !== null && "transform" in transformer) return;
  throw new TypeError(
    `${who} needs "drop", "passthrough" or a transformer as ${shown(name)}, got ${shown(transformer)}.`,
  );
}

function checkColumns(who: string, name: string, columns: readonly number[], nFeatures: number): void {
  const bad = columns.find((j) => !Number.isSafeInteger(j) || j < 0 || j >= nFeatures);
  if (bad !== undefined) {
    throw new RangeError(
      `${who} needs columns from 0 to ${nFeatures - 1} for ${shown(name)}, got ${shown(bad)}.`,
    );
  }
}

/** The chosen columns, as rows. Whoever reads them checks what they hold; what nobody reads may be anything. */
function rowsOf({ nSamples, cellAt }: CellReader, chosen: readonly number[]): Cell[][] {
  return Array.from({ length: nSamples }, (_, i) => chosen.map((j) => cellAt(i, j) as Cell));
}

/** Puts the columns of a part behind those that the rows have already. */
function append(who: string, name: string, rows: number[][], part: Cells): void {
  // An encoder that drops the only category of its only column gives rows of nothing.
  if (Array.isArray(part) && part.length === rows.length && part.every((row) => row.length === 0)) return;
  const { nSamples, nFeatures, cellAt } = readShape(`${who}, part ${shown(name)},`, part);
  if (nSamples !== rows.length) {
    throw new RangeError(`${who} needs ${rows.length} rows of ${shown(name)}, got ${nSamples}.`);
  }
  for (const [i, row] of rows.entries()) {
    for (let j = 0; j < nFeatures; j++) {
      const value = cellAt(i, j);
      if (typeof value !== "number") {
        throw new TypeError(
          `${who} needs numbers from each part, got ${shown(value)} from ${shown(name)}: encode or drop that column.`,
        );
      }
      row.push(value);
    }
  }
}

function stored(name: string, transformer: Transformer | string) {
  return typeof transformer === "string"
    ? { name, step: transformer }
    : storedSteps("ColumnTransformer", [[name, transformer]])[0];
}

function readPart(
  item: unknown,
  classes: EstimatorClasses,
): [name: string, transformer: Transformer | "passthrough" | "drop"] {
  const who = "ColumnTransformer";
  const fields = new StoredFields(`${who}.fromJSON`, item);
  const name = fields.text("name");
  if (typeof fields.value("step") === "string") return [name, fields.oneOf("step", ["passthrough", "drop"])];
  const transformer = readSteps(who, [item], classes)[0]![1];
  checkTransformer(`${who}.fromJSON`, name, transformer);
  return [name, transformer as Transformer];
}
