import { type Cell, type CellColumn, type Cells, checkIndices, isMissing, readCells } from "../cells.ts";
import { notFitted, shown } from "../check-input.ts";
import type { StoredEstimator } from "../estimator.ts";
import type { Features } from "../features.ts";
import { readStored, storedNumbers } from "../stored.ts";
import { type ImputeStrategy, statisticOf } from "./statistics.ts";

const strategies = ["mean", "median", "mostFrequent", "constant"] as const;

/**
 * What replaces missing values ("mean"); the constant, if it is one (0 among numbers, "missing_value" among texts);
 * whether columns of 0 and 1 that tell what was missing are put behind the others (no); and whether columns without
 * any value stay, filled with 0 (no: they are dropped, unless they are filled with a constant).
 */
export interface SimpleImputerOptions {
  strategy?: ImputeStrategy;
  fillValue?: string | number;
  addIndicator?: boolean;
  keepEmptyFeatures?: boolean;
}

interface Learned {
  /** What each column is filled with; NaN for one that is dropped. */
  statistics: Cell[];
  /** The columns that had missing values, and get an indicator. */
  indicated: number[];
}

/**
 * Replaces missing values, which are NaN among numbers and null among texts, column by column: by what fit learned
 * of the column's other values, or by a constant.
 * @example
 * new SimpleImputer().fitTransform([[1], [NaN], [3]]); // [[1], [2], [3]]
 * new SimpleImputer({ strategy: "mostFrequent" }).fitTransform([["a"], [null], ["a"]]); // [["a"], ["a"], ["a"]]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.impute.SimpleImputer.html
 */
export class SimpleImputer {
  readonly strategy: ImputeStrategy;
  readonly fillValue: string | number | undefined;
  readonly addIndicator: boolean;
  readonly keepEmptyFeatures: boolean;
  #learned: Learned | undefined;

  constructor({
    strategy = "mean",
    fillValue,
    addIndicator = false,
    keepEmptyFeatures = false,
  }: SimpleImputerOptions = {}) {
    this.strategy = strategy;
    this.fillValue = fillValue;
    this.addIndicator = addIndicator;
    this.keepEmptyFeatures = keepEmptyFeatures;
  }

  /** What each column is filled with, `[nFeatures]`; NaN for a column without any value, which is dropped. Set by fit. */
  get statistics(): readonly Cell[] {
    return this.#fitted("statistics").statistics;
  }

  /** The numbers of the columns that had missing values, in ascending order. Set by fit. */
  get indicatorFeatures(): readonly number[] {
    return this.#fitted("indicatorFeatures").indicated;
  }

  /**
   * Learns what to fill the columns of X, `[nSamples, nFeatures]`, with.
   * @throws {TypeError|RangeError} when a column holds both texts and numbers, or does not go with the strategy
   */
  fit(X: Cells): this {
    const who = "SimpleImputer.fit";
    if (!strategies.includes(this.strategy)) {
      throw new RangeError(
        `${who} needs one of ${strategies.map(shown).join(", ")} as strategy, got ${shown(this.strategy)}.`,
      );
    }
    const columns = readCells(who, X);
    this.#learned = {
      statistics: columns.map((column, j) => this.#filling(who, column, j)),
      indicated: [...columns.keys()].filter((j) => missingIn(columns[j]!).includes(1)),
    };
    return this;
  }

  /**
   * X without missing values, `[nSamples, nFeatures]`, less the dropped columns and plus the indicators.
   * @throws {TypeError|RangeError} before fit, or when X has not the fitted width and kinds of columns
   */
  transform(X: Features): number[][];
  transform(X: Cells): Cell[][];
  transform(X: Cells): Cell[][] {
    const who = "SimpleImputer.transform";
    const { statistics, indicated } = this.#fitted("transform");
    const columns = readCells(who, X, statistics.length);
    const filled = columns.flatMap((column, j) => {
      const statistic = statistics[j]!;
      return isMissing(statistic) ? [] : [fillColumn(who, column, statistic, j)];
    });
    if (this.addIndicator) filled.push(...indicated.map((j) => missingIn(columns[j]!)));
    return rowsOf(filled, columns[0]!.length);
  }

  /** Learns from X and returns it filled: `fit(X).transform(X)`. */
  fitTransform(X: Features): number[][];
  fitTransform(X: Cells): Cell[][];
  fitTransform(X: Cells): Cell[][] {
    return this.fit(X).transform(X);
  }

  /** Options and learned state as plain data for JSON.stringify; fromJSON reads it back. */
  toJSON(): StoredEstimator {
    const { strategy, fillValue, addIndicator, keepEmptyFeatures } = this;
    const learned = this.#learned && {
      // Apart, so that the text "NaN" is not taken for the number.
      numbers: storedNumbers(this.#learned.statistics.map((cell) => (typeof cell === "number" ? cell : NaN))),
      texts: this.#learned.statistics.map((cell) => (typeof cell === "string" ? cell : null)),
      indicated: this.#learned.indicated,
    };
    return {
      estimator: "SimpleImputer",
      options: { strategy, addIndicator, keepEmptyFeatures, ...(fillValue !== undefined && { fillValue }) },
      learned: learned ?? null,
    };
  }

  /**
   * The imputer that toJSON wrote down.
   * @throws {TypeError|RangeError} when json is something else
   */
  static fromJSON(json: unknown): SimpleImputer {
    const { options, learned } = readStored("SimpleImputer", json);
    const fillValue = options.value("fillValue");
    const imputer = new SimpleImputer({
      strategy: options.oneOf("strategy", strategies),
      addIndicator: options.boolean("addIndicator"),
      keepEmptyFeatures: options.boolean("keepEmptyFeatures"),
      ...(fillValue !== undefined && {
        fillValue: typeof fillValue === "string" ? fillValue : options.number("fillValue"),
      }),
    });
    if (learned) {
      const numbers = learned.numbers("numbers");
      const texts = learned.list("texts", numbers.length);
      const indicated = learned.numbers("indicated");
      checkIndices("SimpleImputer.fromJSON", indicated, numbers.length);
      imputer.#learned = {
        statistics: numbers.map((number, j) => (typeof texts[j] === "string" ? texts[j] : number)),
        indicated,
      };
    }
    return imputer;
  }

  #filling(who: string, column: CellColumn, j: number): Cell {
    if (this.strategy === "constant") {
      const constant = this.fillValue ?? (column instanceof Float64Array ? 0 : "missing_value");
      fillColumn(who, column, constant, j);
      return constant;
    }
    const statistic = statisticOf(who, this.strategy, column, j);
    return isMissing(statistic) && this.keepEmptyFeatures ? 0 : statistic;
  }

  #fitted(asked: string) {
    if (this.#learned === undefined) throw notFitted(`SimpleImputer.${asked}`);
    return this.#learned;
  }
}

/** The column with its missing values replaced, which must be by a value of its own kind. */
function fillColumn(who: string, column: CellColumn, filling: Cell, j: number): ArrayLike<Cell> {
  if (column instanceof Float64Array && typeof filling === "number") {
    const filled = column.slice();
    for (let i = 0; i < filled.length; i++) if (Number.isNaN(filled[i])) filled[i] = filling;
    return filled;
  }
  const cells = Array.from<Cell>(column);
  const other = cells.find((cell) => !isMissing(cell) && typeof cell !== typeof filling);
  if (other === undefined) return cells.map((cell) => (isMissing(cell) ? filling : cell));
  throw new TypeError(
    `${who} needs columns of texts or of numbers, not both, got ${shown(other)} to be filled with ${shown(filling)} in column ${j}.`,
  );
}

/** 1 where a value is missing, else 0. */
function missingIn(column: CellColumn): Float64Array {
  const missing = new Float64Array(column.length);
  for (let i = 0; i < missing.length; i++) missing[i] = Number(isMissing(column[i]));
  return missing;
}

/** The rows of columns, `[nSamples, nColumns]`. */
function rowsOf(columns: readonly ArrayLike<Cell>[], nSamples: number): Cell[][] {
  // A copy of a row that holds such values already takes a third of the time of one that grows.
  const template = columns.map((column) => column[0]!);
  const rows: Cell[][] = [];
  for (let i = 0; i < nSamples; i++) {
    const row = template.slice();
    for (let j = 0; j < columns.length; j++) row[j] = columns[j]![i]!;
    rows.push(row);
  }
  return rows;
}
