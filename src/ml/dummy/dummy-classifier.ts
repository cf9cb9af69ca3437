import { type Cells, readShape } from "../cells.ts";
import { notFitted, shown } from "../check-input.ts";
import type { StoredEstimator } from "../estimator.ts";
import type { Label } from "../labels.ts";
import { accuracyScore } from "../metrics.ts";
import { Random } from "../random.ts";
import { readStored, storedNumbers } from "../stored.ts";
import { readClasses } from "../targets.ts";

const strategies = ["prior", "mostFrequent", "stratified", "uniform", "constant"] as const;

/**
 * What is predicted whatever a row says: the most frequent class, with every class's share as its probability
 * ("prior") or with certainty ("mostFrequent"); a class drawn by these shares ("stratified") or like any other
 * ("uniform"), both with a randomState; or the label `constant` ("constant").
 */
export interface DummyClassifierOptions<L extends Label> {
  strategy?: (typeof strategies)[number];
  constant?: L;
  randomState?: number;
}

/**
 * A classifier that looks at no row: what every other one has to beat.
 * @example new DummyClassifier().fit([[1], [2], [3]], ["a", "b", "b"]).predict([[9]]) // ["b"]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.dummy.DummyClassifier.html
 */
export class DummyClassifier<L extends Label = Label> {
  readonly strategy: (typeof strategies)[number];
  readonly constant: L | undefined;
  readonly randomState: number | undefined;
  #learned: { classes: L[]; classPrior: number[] } | undefined;

  constructor({ strategy = "prior", constant, randomState }: DummyClassifierOptions<L> = {}) {
    this.strategy = strategy;
    this.constant = constant;
    this.randomState = randomState;
  }

  /** The distinct labels in ascending order. Set by fit. */
  get classes(): readonly L[] {
    return this.#fitted("classes").classes;
  }

  /** The share of rows of each class, `[nClasses]`. Set by fit. */
  get classPrior(): readonly number[] {
    return this.#fitted("classPrior").classPrior;
  }

  /**
   * Learns how often each label of y, `[nSamples]`, occurs; X is only counted.
   * @throws {TypeError|RangeError} when y does not give X one label a row, a randomState is missing that is
   *   needed, or constant does not occur in y
   */
  fit(X: Cells, y: readonly L[]): this {
    const who = "DummyClassifier.fit";
    const { classes, codes } = readClasses(who, readShape(who, X).nSamples, y);
    this.#checkOptions(who, classes);
    const counts = classes.map(() => 0);
    for (const code of codes) counts[code]! += 1;
    this.#learned = { classes, classPrior: counts.map((count) => count / codes.length) };
    return this;
  }

  /**
   * The probability of each class for each row of X, `[nSamples, nClasses]`, the same at each call.
   * @throws {TypeError|RangeError} before fit, or when X is not a table
   */
  predictProba(X: Cells): number[][] {
    const { classes, classPrior } = this.#fitted("predictProba");
    if (this.strategy === "prior") return this.#forEachRow("predictProba", X, () => [...classPrior]);
    if (this.strategy === "uniform") {
      return this.#forEachRow("predictProba", X, () => classes.map(() => 1 / classes.length));
    }
    const drawn = this.#codes("predictProba", X);
    return drawn.map((code) => classes.map((_, k) => Number(k === code)));
  }

  /**
   * A label for each row of X, `[nSamples]`, the same ones at each call.
   * @throws {TypeError|RangeError} before fit, or when X is not a table
   */
  predict(X: Cells): L[] {
    const { classes } = this.#fitted("predict");
    return this.#codes("predict", X).map((code) => classes[code]!);
  }

  /**
   * The share of rows of X whose label in y is predicted, from 0 to 1.
   * @throws {TypeError|RangeError} before fit, or when y does not give X one label a row
   */
  score(X: Cells, y: readonly L[]): number {
    return accuracyScore(y, this.predict(X));
  }

  /** Options and learned state as plain data for JSON.stringify; fromJSON reads it back. */
  toJSON(): StoredEstimator {
    const { strategy, constant, randomState } = this;
    return {
      estimator: "DummyClassifier",
      options: {
        strategy,
        ...(constant !== undefined && { constant }),
        ...(randomState !== undefined && { randomState }),
      },
      learned: this.#learned
        ? { classes: this.#learned.classes, classPrior: storedNumbers(this.#learned.classPrior) }
        : null,
    };
  }

  /**
   * The classifier that toJSON wrote down.
   * @throws {TypeError} when json is something else
   */
  static fromJSON(json: unknown): DummyClassifier {
    const { options, learned } = readStored("DummyClassifier", json);
    const constant = options.value("constant");
    const dummy = new DummyClassifier({
      strategy: options.oneOf("strategy", strategies),
      ...(options.has("constant") && {
        constant: typeof constant === "string" ? constant : options.number("constant"),
      }),
      ...(options.has("randomState") && { randomState: options.number("randomState") }),
    });
    if (learned) {
      const classes = learned.labels("classes");
      dummy.#learned = { classes, classPrior: learned.numbers("classPrior", classes.length) };
    }
    return dummy;
  }

  /** The position of each row's predicted class. */
  #codes(asked: string, X: Cells): number[] {
    const { classes, classPrior } = this.#fitted(asked);
    if (this.strategy === "stratified") {
      const random = new Random(this.randomState!);
      return this.#forEachRow(asked, X, () => drawn(classPrior, random.uniform()));
    }
    if (this.strategy === "uniform") {
      const random = new Random(this.randomState!);
      return this.#forEachRow(asked, X, () => random.integer(0, classes.length));
    }
    const always =
      this.strategy === "constant"
        ? classes.indexOf(this.constant!)
        : classPrior.indexOf(Math.max(...classPrior));
    return this.#forEachRow(asked, X, () => always);
  }

  #forEachRow<T>(asked: string, X: Cells, value: () => T): T[] {
    return Array.from({ length: readShape(`DummyClassifier.${asked}`, X).nSamples }, value);
  }

  #checkOptions(who: string, classes: readonly L[]): void {
    if (!strategies.includes(this.strategy)) {
      throw new RangeError(
        `${who} needs one of ${strategies.map(shown).join(", ")} as strategy, got ${shown(this.strategy)}.`,
      );
    }
    const draws = this.strategy === "stratified" || this.strategy === "uniform";
    if (draws) new Random(this.randomState!);
    if (this.strategy === "constant" && !classes.includes(this.constant!)) {
      throw new RangeError(`${who} needs a constant that occurs in y, got ${shown(this.constant)}.`);
    }
  }

  #fitted(asked: string) {
    if (this.#learned === undefined) throw notFitted(`DummyClassifier.${asked}`);
    return this.#learned;
  }
}

/** The class in whose part of [0, 1) a number lies, when each class has a part as long as its share. */
function drawn(shares: readonly number[], uniform: number): number {
  let end = 0;
  for (const [code, share] of shares.entries()) {
    end += share;
    if (uniform < end) return code;
  }
  return shares.length - 1; // where rounding leaves the sum below 1
}
