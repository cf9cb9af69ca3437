import { shown } from "../check-input.ts";
import { type Label, sortedClasses } from "../labels.ts";

/** True and predicted labels as positions among classes, and how often each class occurs on either side. */
export interface LabelPairs<L extends Label> {
  /** The labels asked for first, in their order; then all others that occur, in ascending order. */
  readonly classes: readonly L[];
  /** How many of the classes were asked for: all, unless `labels` says which. */
  readonly nAsked: number;
  readonly trueCodes: Uint32Array;
  readonly predictedCodes: Uint32Array;
  /** Rows of each class. */
  readonly actual: readonly number[];
  /** Predictions of each class. */
  readonly predicted: readonly number[];
  /** Right predictions of each class. */
  readonly right: readonly number[];
}

/**
 * Reads true and predicted labels, `[nSamples]` both.
 * @throws {TypeError|RangeError} when there are none, the lengths differ, or a label is not a string or finite number
 */
export function readPairs<L extends Label>(
  who: string,
  yTrue: readonly L[],
  yPred: readonly L[],
  labels: readonly L[] = [],
): LabelPairs<L> {
  checkPairs(who, yTrue, yPred);
  const occurring = occurringLabels(who, yTrue, yPred);
  if (new Set(labels).size < labels.length) throw new RangeError(`${who} needs labels that differ.`);
  const classes = [...labels, ...occurring.filter((label) => !labels.includes(label))];
  const position = new Map(classes.map((label, code) => [label, code]));
  const trueCodes = codesOf(yTrue, position);
  const predictedCodes = codesOf(yPred, position);
  const nAsked = labels.length === 0 ? classes.length : labels.length;
  return { classes, nAsked, trueCodes, predictedCodes, ...tally(trueCodes, predictedCodes, classes.length) };
}

/**
 * Checks that there is one prediction for each label, and at least one of them.
 * @throws {TypeError|RangeError} when not
 */
export function checkPairs(who: string, yTrue: readonly unknown[], yPred: readonly unknown[]): void {
  if (!Array.isArray(yTrue) || !Array.isArray(yPred)) {
    throw new TypeError(`${who} needs two arrays of labels, got ${shown(yTrue)} and ${shown(yPred)}.`);
  }
  if (yTrue.length !== yPred.length) {
    throw new RangeError(
      `${who} needs one prediction for each label, got ${yTrue.length} labels and ${yPred.length} predictions.`,
    );
  }
  if (yTrue.length === 0) throw new RangeError(`${who} needs at least one label, got none.`);
}

/**
 * All labels that occur on either side, in ascending order.
 * @throws {TypeError|RangeError} when a label is not a string or finite number, or both kinds occur
 */
export function occurringLabels<L extends Label>(who: string, yTrue: readonly L[], yPred: readonly L[]): L[] {
  return sortedClasses(who, [...sortedClasses(who, yTrue), ...sortedClasses(who, yPred)]);
}

function codesOf<L extends Label>(labels: readonly L[], position: ReadonlyMap<L, number>): Uint32Array {
  const codes = new Uint32Array(labels.length);
  for (let i = 0; i < codes.length; i++) codes[i] = position.get(labels[i]!)!;
  return codes;
}

function tally(trueCodes: Uint32Array, predictedCodes: Uint32Array, nClasses: number) {
  const [actual, predicted, right] = [0, 0, 0].map(() => new Array<number>(nClasses).fill(0));
  for (let i = 0; i < trueCodes.length; i++) {
    const code = trueCodes[i]!;
    actual![code]! += 1;
    predicted![predictedCodes[i]!]! += 1;
    if (code === predictedCodes[i]) right![code]! += 1;
  }
  return { actual: actual!, predicted: predicted!, right: right! };
}
