import { type Cells, readCells } from "../cells.ts";
import { notFitted, shown } from "../check-input.ts";
import type { StoredEstimator } from "../estimator.ts";
import type { Features } from "../features.ts";
import type { Label } from "../labels.ts";
import { readStored, storedNumber } from "../stored.ts";
import {
  type CategoriesOption,
  checkKnown,
  codesOf,
  learnCategories,
  readCategories,
  readCategoriesOption,
} from "./categories.ts";

/**
 * The categories of each column in their order ("auto"); and whether transform refuses a category that fit did not
 * meet ("error") or gives it the number `unknownValue` ("useEncodedValue"), which may be NaN.
 */
export interface OrdinalEncoderOptions {
  categories?: CategoriesOption;
  handleUnknown?: "error" | "useEncodedValue";
  unknownValue?: number;
}

/**
 * Turns each category into a number: its position among its column's categories, from 0. Give the categories where
 * they have an order, since a model will read one into the numbers.
 * @example
 * const sizes = new OrdinalEncoder({ categories: [["small", "large"]] });
 * sizes.fitTransform([["large"], ["small"]]); // [[1], [0]]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.OrdinalEncoder.html
 */
export class OrdinalEncoder {
  readonly categoriesOption: CategoriesOption;
  readonly handleUnknown: "error" | "useEncodedValue";
  readonly unknownValue: number | undefined;
  #learned: { categories: Label[][] } | undefined;

  constructor({ categories = "auto", handleUnknown = "error", unknownValue }: OrdinalEncoderOptions = {}) {
    this.categoriesOption = categories;
    this.handleUnknown = handleUnknown;
    this.unknownValue = unknownValue;
  }

  /** The categories of each column, in the order of their numbers. Set by fit. */
  get categories(): readonly (readonly Label[])[] {
    return this.#fitted("categories").categories;
  }

  /**
   * Learns the categories of the columns of X, `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} when a column is not all texts or all finite numbers, or an option does not fit X
   */
  fit(X: Cells): this {
    const who = "OrdinalEncoder.fit";
    this.#checkUnknown(who);
    const columns = readCategories(who, X);
    const categories = learnCategories(who, columns, this.categoriesOption);
    if (this.handleUnknown === "error") checkKnown(who, columns, categories, this.categoriesOption);
    this.#checkApart(who, categories);
    this.#learned = { categories };
    return this;
  }

  /**
   * Each value's position among its column's categories, `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} before fit, when X has another width, or a category is new and must not be
   */
  transform(X: Cells): number[][] {
    const who = "OrdinalEncoder.transform";
    const { categories } = this.#fitted("transform");
    const columns = readCategories(who, X, categories.length);
    const codes = codesOf(who, columns, categories, { known: this.handleUnknown === "error" });
    return Array.from(codes[0]!, (_, i) =>
      codes.map((ofColumn) => (ofColumn[i]! < 0 ? this.unknownValue! : ofColumn[i]!)),
    );
  }

  /** Learns from X and returns it encoded: `fit(X).transform(X)`. */
  fitTransform(X: Cells): number[][] {
    return this.fit(X).transform(X);
  }

  /**
   * The categories that numbers stand for, `[nSamples, nFeatures]`, and null for `unknownValue`.
   * @throws {TypeError|RangeError} before fit, or when a number stands for no category
   */
  inverseTransform(Z: Features): (Label | null)[][] {
    const who = "OrdinalEncoder.inverseTransform";
    const { categories } = this.#fitted("inverseTransform");
    const columns = readCells(who, Z, categories.length);
    return Array.from({ length: columns[0]!.length }, (_, i) =>
      categories.map((ofColumn, j) => {
        const code = columns[j]![i]!;
        const category = typeof code === "number" ? ofColumn[code] : undefined;
        if (category !== undefined) return category;
        if (this.handleUnknown === "useEncodedValue" && Object.is(code, this.unknownValue)) return null;
        throw new RangeError(
          `${who} needs whole numbers from 0 to ${ofColumn.length - 1} in column ${j}, got ${shown(code)} in row ${i}.`,
        );
      }),
    );
  }

  /** Options and learned state as plain data for JSON.stringify; fromJSON reads it back. */
  toJSON(): StoredEstimator {
    const { categoriesOption, handleUnknown, unknownValue } = this;
    return {
      estimator: "OrdinalEncoder",
      options: {
        categories: categoriesOption,
        handleUnknown,
        ...(unknownValue !== undefined && { unknownValue: storedNumber(unknownValue) }),
      },
      learned: this.#learned ?? null,
    };
  }

  /**
   * The encoder that toJSON wrote down.
   * @throws {TypeError} when json is something else
   */
  static fromJSON(json: unknown): OrdinalEncoder {
    const { options, learned } = readStored("OrdinalEncoder", json);
    const encoder = new OrdinalEncoder({
      categories: readCategoriesOption(options),
      handleUnknown: options.oneOf("handleUnknown", ["error", "useEncodedValue"]),
      ...(options.has("unknownValue") && { unknownValue: options.number("unknownValue") }),
    });
    if (learned) encoder.#learned = { categories: learned.labelLists("categories") };
    return encoder;
  }

  #checkUnknown(who: string): void {
    const { handleUnknown, unknownValue } = this;
    if (handleUnknown === "error" && unknownValue === undefined) return;
    if (handleUnknown === "useEncodedValue" && typeof unknownValue === "number") return;
    throw new RangeError(
      `${who} needs handleUnknown "error", or "useEncodedValue" with a number unknownValue, got ${shown(handleUnknown)} and ${shown(unknownValue)}.`,
    );
  }

  /** An unknown category must not look like a known one. */
  #checkApart(who: string, categories: readonly (readonly Label[])[]): void {
    const j = categories.findIndex((ofColumn) => ofColumn[this.unknownValue ?? -1] !== undefined);
    if (j >= 0) {
      throw new RangeError(
        `${who} needs an unknownValue that stands for no category, got ${this.unknownValue}, a number of column ${j}.`,
      );
    }
  }

  #fitted(asked: string) {
    if (this.#learned === undefined) throw notFitted(`OrdinalEncoder.${asked}`);
    return this.#learned;
  }
}
