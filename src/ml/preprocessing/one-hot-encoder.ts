import type { Cells } from "../cells.ts";
import { notFitted, shown } from "../check-input.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type Features, readMatrix } from "../features.ts";
import type { Label } from "../labels.ts";
import { readStored } from "../stored.ts";
import {
  type CategoriesOption,
  checkKnown,
  codesOf,
  learnCategories,
  readCategories,
  readCategoriesOption,
} from "./categories.ts";
import { type DropOption, droppedCodes, readDropOption } from "./dropped-codes.ts";

/**
 * The categories of each column ("auto"); which of them gets no column of its own (null: none); and whether
 * transform refuses a category that fit did not meet ("error") or gives it zeros ("ignore").
 */
export interface OneHotEncoderOptions {
  categories?: CategoriesOption;
  drop?: DropOption;
  handleUnknown?: "error" | "ignore";
}

interface Learned {
  categories: Label[][];
  /** The position of each column's category without a column of its own, -1 where all have one. */
  dropped: number[];
}

/**
 * Turns each column of categories into as many columns of 0 and 1 as it has categories, one of which is 1.
 * @example
 * new OneHotEncoder().fitTransform([["red"], ["blue"], ["red"]]); // [[0, 1], [1, 0], [0, 1]]: blue, red
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.OneHotEncoder.html
 */
export class OneHotEncoder {
  readonly categoriesOption: CategoriesOption;
  readonly drop: DropOption;
  readonly handleUnknown: "error" | "ignore";
  #learned: Learned | undefined;

  constructor({ categories = "auto", drop = null, handleUnknown = "error" }: OneHotEncoderOptions = {}) {
    this.categoriesOption = categories;
    this.drop = drop;
    this.handleUnknown = handleUnknown;
  }

  /** The categories of each column, in the order of its new columns. Set by fit. */
  get categories(): readonly (readonly Label[])[] {
    return this.#fitted("categories").categories;
  }

  /** For each column, the position of the category that has no column of its own, or null. Set by fit. */
  get dropIdx(): readonly (number | null)[] {
    return this.#fitted("dropIdx").dropped.map((code) => (code < 0 ? null : code));
  }

  /**
   * Learns the categories of the columns of X, `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} when a column is not all texts or all finite numbers, or an option does not fit X
   */
  fit(X: Cells): this {
    const who = "OneHotEncoder.fit";
    if (this.handleUnknown !== "error" && this.handleUnknown !== "ignore") {
      throw new RangeError(
        `${who} needs handleUnknown "error" or "ignore", got ${shown(this.handleUnknown)}.`,
      );
    }
    const columns = readCategories(who, X);
    const categories = learnCategories(who, columns, this.categoriesOption);
    if (this.handleUnknown === "error") checkKnown(who, columns, categories, this.categoriesOption);
    this.#learned = { categories, dropped: droppedCodes(who, categories, this.drop) };
    return this;
  }

  /**
   * A 1 for each value's category and 0 for all others, `[nSamples, nCategories]`.
   * @throws {TypeError|RangeError} before fit, when X has another width, or a category is new and must not be
   */
  transform(X: Cells): number[][] {
    const who = "OneHotEncoder.transform";
    const { categories, dropped } = this.#fitted("transform");
    const columns = readCategories(who, X, categories.length);
    const codes = codesOf(who, columns, categories, { known: this.handleUnknown === "error" });
    const { width, starts } = this.#layout("transform");
    const zeros = Array.from({ length: width }, () => 0);
    const rows: number[][] = [];
    for (let i = 0; i < columns[0]!.length; i++) {
      const row = zeros.slice();
      for (let j = 0; j < codes.length; j++) {
        const code = codes[j]![i]!;
        if (code >= 0 && code !== dropped[j]) row[starts[j]! + place(code, dropped[j]!)] = 1;
      }
      rows.push(row);
    }
    return rows;
  }

  /** Learns from X and returns it encoded: `fit(X).transform(X)`. */
  fitTransform(X: Cells): number[][] {
    return this.fit(X).transform(X);
  }

  /**
   * The categories that rows Z stand for, `[nSamples, nFeatures]`: where the largest number is. Zeros alone mean the
   * category without a column, and where there is no such, null: an unknown one.
   * @throws {TypeError|RangeError} before fit, or when Z is not a table of finite numbers that transform could give
   */
  inverseTransform(Z: Features): (Label | null)[][] {
    const who = "OneHotEncoder.inverseTransform";
    const { categories, dropped } = this.#fitted("inverseTransform");
    const { width, starts } = this.#layout("inverseTransform");
    const { values, nSamples } = readMatrix(who, Z, width);
    return Array.from({ length: nSamples }, (_, i) =>
      categories.map((ofColumn, j) => {
        const start = i * width + starts[j]!;
        const shares = values.subarray(start, start + ofColumn.length - (dropped[j]! < 0 ? 0 : 1));
        const code = codeOf(shares, dropped[j]!);
        if (code >= 0) return ofColumn[code]!;
        if (this.handleUnknown === "ignore") return null;
        throw new RangeError(
          `${who} needs a category in each row, got zeros alone for column ${j} in row ${i}.`,
        );
      }),
    );
  }

  /**
   * A name for each column that transform makes, `[nCategories]`: the old column's name and the category.
   * @param inputNames the names of the columns that fit met; x0, x1 and so on without it
   * @throws {TypeError|RangeError} before fit, or when there is not one name a column
   * @example new OneHotEncoder().fit([["a"], ["b"]]).featureNamesOut(["size"]) // ["size_a", "size_b"]
   */
  featureNamesOut(inputNames?: readonly string[]): string[] {
    const { categories, dropped } = this.#fitted("featureNamesOut");
    const names = inputNames ?? categories.map((_, j) => `x${j}`);
    if (names.length !== categories.length) {
      throw new RangeError(
        `OneHotEncoder.featureNamesOut needs ${categories.length} names, got ${names.length}.`,
      );
    }
    return categories.flatMap((ofColumn, j) =>
      ofColumn.filter((_, code) => code !== dropped[j]).map((category) => `${names[j]}_${category}`),
    );
  }

  /** Options and learned state as plain data for JSON.stringify; fromJSON reads it back. */
  toJSON(): StoredEstimator {
    const { categoriesOption, drop, handleUnknown } = this;
    return {
      estimator: "OneHotEncoder",
      options: { categories: categoriesOption, drop, handleUnknown },
      learned: this.#learned ? { categories: this.#learned.categories } : null,
    };
  }

  /**
   * The encoder that toJSON wrote down.
   * @throws {TypeError|RangeError} when json is something else
   */
  static fromJSON(json: unknown): OneHotEncoder {
    const who = "OneHotEncoder.fromJSON";
    const { options, learned } = readStored("OneHotEncoder", json);
    const encoder = new OneHotEncoder({
      categories: readCategoriesOption(options),
      drop: readDropOption(options),
      handleUnknown: options.oneOf("handleUnknown", ["error", "ignore"]),
    });
    if (learned) {
      const categories = learned.labelLists("categories");
      encoder.#learned = { categories, dropped: droppedCodes(who, categories, encoder.drop) };
    }
    return encoder;
  }

  /** Where the new columns of each column start, and how many there are in all. */
  #layout(asked: string): { starts: number[]; width: number } {
    const { categories, dropped } = this.#fitted(asked);
    let width = 0;
    const starts = categories.map((ofColumn, j) => {
      const start = width;
      width += ofColumn.length - (dropped[j]! < 0 ? 0 : 1);
      return start;
    });
    return { starts, width };
  }

  #fitted(asked: string) {
    if (this.#learned === undefined) throw notFitted(`OneHotEncoder.${asked}`);
    return this.#learned;
  }
}

/** The new column of a category, counted from its column's first: categories after the dropped one move up. */
function place(code: number, dropped: number): number {
  return dropped >= 0 && code > dropped ? code - 1 : code;
}

/** The category with the largest share; where all are 0, the dropped one, -1 if there is none. */
function codeOf(shares: Float64Array, dropped: number): number {
  if (shares.every((share) => share === 0)) return dropped;
  const largest = shares.reduce((best, share, code) => (share > shares[best]! ? code : best), 0);
  return dropped >= 0 && largest >= dropped ? largest + 1 : largest;
}
