import { type Cell, type Cells, isMissing, readCells } from "../cells.ts";
import { notFitted, shown } from "../check-input.ts";
import type { StoredEstimator } from "../estimator.ts";
import type { Features } from "../features.ts";
import { readStored, storedNumbers } from "../stored.ts";
import { type ImputeStrategy, kindOf, statisticOf } from "./statistics.ts";

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
      indicated: [...columns.keys()].filter((j) => columns[j]!.some(isMissing)),
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
    const filled: Cell[][] = [];
    for (const [j, column] of columns.entries()) {
      const statistic = statistics[j]!;
      if (isMissing(statistic)) continue;
      kindOf(who, column, j, statistic);
      filled.push(column.map((cell) => (isMissing(cell) ? statistic : cell)));
    }
    if (this.addIndicator) {
      filled.push(...indicated.map((j) => columns[j]!.map((cell) => Number(isMissing(cell)))));
    }
    return columns[0]!.map((_, i) => filled.map((column) => column[i]!));
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
   * @throws {TypeError} when json is something else
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
      imputer.#learned = {
        statistics: numbers.map((number, j) => (typeof texts[j] === "string" ? texts[j] : number)),
        indicated: learned.numbers("indicated"),
      };
    }
    return imputer;
  }

  #filling(who: string, column: readonly Cell[], j: number): Cell {
    if (this.strategy === "constant") return this.#constant(who, column, j);
    const statistic = statisticOf(who, this.strategy, column, j);
    return isMissing(statistic) && this.keepEmptyFeatures ? 0 : statistic;
  }

  #constant(who: string, column: readonly Cell[], j: number): Cell {
    const kind = kindOf(who, column, j);
    // Where nothing else tells, null speaks for texts and NaN for numbers.
    const isText = kind === "string" || (kind === undefined && column[0] === null);
    const constant = this.fillValue ?? (isText ? "missing_value" : 0);
    kindOf(who, column, j, constant);
    return constant;
  }

  #fitted(asked: string) {
    if (this.#learned === undefined) throw notFitted(`SimpleImputer.${asked}`);
    return this.#learned;
  }
}
