import { notFitted, shown } from "../check-input.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type Label, sortedClasses } from "../labels.ts";
import { readStored } from "../stored.ts";

/**
 * Turns the labels of a target into the numbers 0 to nClasses - 1, in ascending order of the labels.
 * @example new LabelEncoder().fitTransform(["red", "blue", "red"]) // [1, 0, 1]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.LabelEncoder.html
 */
export class LabelEncoder<L extends Label = Label> {
  #classes: L[] | undefined;

  /** The distinct labels in ascending order. Set by fit. */
  get classes(): readonly L[] {
    return this.#fitted("classes");
  }

  /**
   * Learns the distinct labels of y, `[nSamples]`.
   * @throws {TypeError|RangeError} when there are none, or they are not all strings or all finite numbers
   */
  fit(y: readonly L[]): this {
    const classes = sortedClasses("LabelEncoder.fit", y);
    if (classes.length === 0) throw new RangeError("LabelEncoder.fit needs at least one label, got none.");
    this.#classes = classes;
    return this;
  }

  /**
   * The number of each label, `[nSamples]`.
   * @throws {TypeError|RangeError} before fit, or when a label is new
   */
  transform(y: readonly L[]): number[] {
    const codes = new Map(this.#fitted("transform").map((label, code) => [label, code]));
    return y.map((label, i) => {
      const code = codes.get(label);
      if (code !== undefined) return code;
      throw new RangeError(
        `LabelEncoder.transform needs labels that fit met, got ${shown(label)} at index ${i}.`,
      );
    });
  }

  /** Learns from y and returns it encoded: `fit(y).transform(y)`. */
  fitTransform(y: readonly L[]): number[] {
    return this.fit(y).transform(y);
  }

  /**
   * The labels that numbers stand for, `[nSamples]`.
   * @throws {TypeError|RangeError} before fit, or when a number stands for no label
   */
  inverseTransform(codes: readonly number[]): L[] {
    const classes = this.#fitted("inverseTransform");
    return codes.map((code, i) => {
      const label = classes[code];
      if (label !== undefined) return label;
      throw new RangeError(
        `LabelEncoder.inverseTransform needs whole numbers from 0 to ${classes.length - 1}, got ${shown(code)} at index ${i}.`,
      );
    });
  }

  /** Learned state as plain data for JSON.stringify; fromJSON reads it back. */
  toJSON(): StoredEstimator {
    const learned = this.#classes ? { classes: this.#classes } : null;
    return { estimator: "LabelEncoder", options: {}, learned };
  }

  /**
   * The encoder that toJSON wrote down.
   * @throws {TypeError} when json is something else
   */
  static fromJSON(json: unknown): LabelEncoder {
    const { learned } = readStored("LabelEncoder", json);
    const encoder = new LabelEncoder();
    if (learned) encoder.#classes = learned.labels("classes");
    return encoder;
  }

  #fitted(asked: string): readonly L[] {
    if (this.#classes === undefined) throw notFitted(`LabelEncoder.${asked}`);
    return this.#classes;
  }
}
