import { agreesWith, CheckFailure, checks, expectThat, given, property, showPlain } from "groundwork/checks";
import type { Stage } from "groundwork/data";
import { StandardScaler } from "groundwork/preprocessing";
import { Random } from "groundwork/random";

import type { Net, Training } from "./solution.ts";

/** Wide enough for answers in float32; any real mistake is far larger. */
const within = 1e-5;

type OnRows = [net: Net, X: number[][], y: number[]];
type Part = keyof Net;
const parts = ["W1", "b1", "W2", "b2"] as const;

export default checks<typeof import("./solution.ts"), Stage>((bench) => {
  const { answer, reference, stage } = bench;
  const data = someRows(stage);
  const training: Training = { hidden: 3, learningRate: 0.1, epochs: 4, batchSize: 8, seed: 1 };
  const drawn = reference.trainNet(data.X, data.y, { ...training, epochs: 0 });
  const onData: OnRows[] = [[drawn, data.X, data.y]];

  /** Asks for the gradient, and measures some parts of it by small steps to both sides. */
  const holdsAgainstSteps = (measured: Part[]) => async (net: Net, X: number[][], y: number[]) => {
    const gradient = await answer.backward(net, X, y);
    for (const part of measured) {
      for (const place of placesIn(net[part])) {
        expectSlope(
          part,
          place,
          gradient,
          slopeAt((changed) => reference.loss(changed, X, y), net, part, place),
        );
      }
    }
  };

  return [
    agreesWith(bench, "forward", {
      statement: "forward gives each row a probability for each class",
      points: 2,
      given: netAndRows().map(([net, X]): [Net, number[][]] => [net, X]),
      examples: [
        [zeroNet(1, 1, 2), [[3]]],
        [{ ...zeroNet(1, 1, 3), b2: [1000, 0, -1000] }, [[1], [2]]],
        [{ ...zeroNet(1, 1, 2), b2: [-1000, -1000] }, [[1]]],
      ],
      within,
      onData: [[drawn, data.X]],
      next: "Take scores of 0 and 0: which two probabilities must come out, and what do your steps make of them?",
    }),

    agreesWith(bench, "loss", {
      statement: "loss is the mean of −ln p over the rows, p being the probability of the row's own class",
      points: 1,
      after: "forward",
      given: netAndRows(),
      examples: [
        [zeroNet(1, 1, 2), [[3]], [1]],
        [
          zeroNet(2, 1, 4),
          [
            [1, 0],
            [0, 1],
          ],
          [3, 0],
        ],
      ],
      within,
      onData,
      next: "A net that says one half for each of two classes: what is −ln of one half, and what is the mean of two such rows?",
    }),

    property<OnRows>(
      "the gradient of W2 and b2 is what small steps measure",
      {
        id: "backward-output",
        points: 1,
        given: netAndRows(),
        examples: [[zeroNet(1, 1, 2), [[3]], [1]]],
        onData,
        next: "The loss depends on a score only through the probabilities. If a row is of class 1, which of its scores should grow?",
      },
      holdsAgainstSteps(["W2", "b2"]),
    ),

    property<OnRows>(
      "the gradient of W1 and b1 is what small steps measure",
      {
        id: "backward-hidden",
        points: 2,
        after: "backward-output",
        given: netAndRows(),
        onData,
        next: "Follow one weight of W1 to the loss: through which sum, which tanh and which scores does it go? Each link has a slope, and the slopes multiply.",
      },
      holdsAgainstSteps(["W1", "b1"]),
    ),

    property<[X: number[][], y: number[], training: Training]>(
      "the net that trainNet draws has different hidden units, and the seed decides them",
      {
        id: "start",
        points: 1,
        runs: 6,
        given: rowsAndTraining({ epochs: 0 }),
        next: "Two hidden units with the same weights see the same rows. What will tell them apart, ever?",
      },
      async (X, y, wanted) => {
        const net = await answer.trainNet(X, y, wanted);
        expectDifferentUnits(net);
        const again = await answer.trainNet(X, y, wanted);
        expectThat(
          unitsOf(again).join() === unitsOf(net).join(),
          "the same seed draws another net the second time",
        );
        const other = await answer.trainNet(X, y, { ...wanted, seed: wanted.seed + 1 });
        expectThat(unitsOf(other).join() !== unitsOf(net).join(), "another seed draws the same net");
      },
    ),

    property<[X: number[][], y: number[], training: Training]>(
      "each batch is one step against its gradient",
      {
        id: "steps",
        points: 1,
        after: ["start", "backward-hidden"],
        runs: 8,
        given: rowsAndTraining({ learningRate: smallStep }),
        next: "Count the steps of one epoch: how many are there with 12 rows and batches of 4, and which way does each go?",
      },
      async (X, y, wanted) => {
        const before = await answer.trainNet(X, y, { ...wanted, epochs: 0 });
        const after = await answer.trainNet(X, y, wanted);
        expectSteps(before, after, reference.backward(before, X, y), wanted, X.length);
        await expectTwoSteps(X.slice(0, 2), y.slice(0, 2), wanted);
      },
    ),

    property<[seed: number]>(
      "rows that come sorted by class are learned from in a new order",
      {
        id: "shuffled",
        points: 1,
        after: "steps",
        runs: 2,
        given: [anySeed],
        next: "In a sorted table, which rows do the last steps of every epoch see, and what does the net take from them?",
      },
      async (seed) => {
        const { X, y } = sortedNoise(seed);
        const wanted = { hidden: 3, learningRate: 0.2, epochs: 4, batchSize: 4, seed };
        const net = await answer.trainNet(X, y, wanted);
        const share = meanOf(reference.forward(net, X).map((row) => row[1]));
        expectThat(
          Math.abs(share - 0.5) < 0.2,
          "half of the rows are of class 1 and nothing tells them apart; trained on them sorted by class, the net gives class 1 " +
            `a probability of ${showPlain(Number(share.toFixed(2)))} on average`,
        );
      },
    ),

    property<[seed: number]>(
      "training takes the loss down, on the data and where no straight line can",
      {
        id: "learns",
        points: 1,
        after: "steps",
        runs: 1,
        given: [anySeed],
        next: "Print the loss after each epoch. Does it fall at all, and does it go on falling?",
      },
      async (seed) => {
        await expectLower({ ...data, training: { ...training, seed } }, 1);
        await expectLower({ ...crossed(seed), training: crossing(seed) }, 0.6);
      },
    ),
  ];

  /** Two rows, one a step: the walk over the first and then the second, or the other way round, and nothing else. */
  async function expectTwoSteps(X: number[][], y: number[], wanted: Training) {
    const once = { ...wanted, learningRate: 0.5, epochs: 1, batchSize: 1 };
    const before = await answer.trainNet(X, y, { ...once, epochs: 0 });
    const after = await answer.trainNet(X, y, once);
    const walk = (order: number[]) =>
      order.reduce(
        (net, i) => stepped(net, reference.backward(net, [X[i]], [y[i]]), once.learningRate),
        before,
      );
    expectThat(
      [walk([0, 1]), walk([1, 0])].some((net) => distanceOf(net, after) < within),
      "with two rows and batches of one, the net is neither where the steps for row 0 and then row 1 lead, nor where the other order does",
    );
  }

  /** The loss after training, against that of the net as it was drawn; there is none to take down with a single class. */
  async function expectLower(
    { X, y, training: wanted }: { X: number[][]; y: number[]; training: Training },
    share: number,
  ) {
    const start = await answer.trainNet(X, y, { ...wanted, epochs: 0 });
    const end = await answer.trainNet(X, y, wanted);
    const [before, after] = [start, end].map((net) => reference.loss(net, X, y));
    if (before < 1e-6) return;
    expectThat(
      after < share * before,
      `the loss was ${showPlain(Number(before.toFixed(3)))} before training and is ${showPlain(Number(after.toFixed(3)))} after it`,
    );
  }
});

// What is given.

/** Rows and columns from all over the table, on one scale, and the classes as numbers. */
function someRows({ table }: Stage): { X: number[][]; y: number[] } {
  const { target = "" } = table.roles;
  const spread = table.take(everySoMany([...Array(table.nRows).keys()], 160));
  const whole = spread.withoutMissing([...table.featureNames, target]);
  const part = whole.take(everySoMany([...Array(whole.nRows).keys()], 32));
  const columns = everySoMany([...part.featureNames], 4);
  const labels = part.target();
  const classes = [...new Set(labels)];
  return {
    X: new StandardScaler().fit(part.matrix(columns)).transform(part.matrix(columns)),
    y: labels.map((label) => classes.indexOf(label)),
  };
}

function everySoMany<T>(values: T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(values.length / most));
  return values.filter((_, i) => i % step === 0);
}

const size = (max: number) => given.fc.integer({ min: 1, max });
const weight = given.fc.integer({ min: -6, max: 6 }).map((quarters) => quarters / 4);

function list<T>(length: number, of: { readonly value?: T } & ReturnType<typeof given.fc.constant<T>>) {
  return given.fc.array(of, { minLength: length, maxLength: length });
}

/** A small net and some rows for it; at least two classes, since one alone leaves nothing to learn. */
function netAndRows() {
  return given.fc.tuple(size(3), size(3), size(2), size(4)).chain(([nFeatures, hidden, more, nRows]) =>
    given.fc
      .record({
        W1: list(nFeatures, list(hidden, weight)),
        b1: list(hidden, weight),
        W2: list(hidden, list(more + 1, weight)),
        b2: list(more + 1, weight),
        X: list(nRows, list(nFeatures, weight)),
        y: list(nRows, given.fc.integer({ min: 0, max: more })),
      })
      .map(({ X, y, ...net }): OnRows => [net, X, y]),
  );
}

function zeroNet(nFeatures: number, hidden: number, nClasses: number): Net {
  const zeros = (rows: number, columns: number) =>
    Array.from({ length: rows }, () => Array<number>(columns).fill(0));
  return {
    W1: zeros(nFeatures, hidden),
    b1: zeros(1, hidden)[0],
    W2: zeros(hidden, nClasses),
    b2: zeros(1, nClasses)[0],
  };
}

/** So small that a few steps hardly change the gradient. */
const smallStep = 2e-3;

/** A net trained on fewer rows is no easier to read, and each try costs two trainings: nothing here is made smaller. */
const anySeed = given.fc.noShrink(given.fc.integer({ min: 0, max: 1000 }));

/** Twelve rows of two or three classes, all of which come; batches that divide them evenly. */
function rowsAndTraining(fixed: Partial<Training>) {
  const options = given.fc.record({
    hidden: given.fc.integer({ min: 2, max: 4 }),
    epochs: size(3),
    batchSize: given.fc.constantFrom(2, 3, 4, 6),
    seed: anySeed,
  });
  const drawn = given.fc
    .tuple(size(3), size(2), options)
    .chain(([nFeatures, more, training]) =>
      list(12, list(nFeatures, weight)).map((X): [number[][], number[], Training] => [
        X,
        X.map((_, i) => i % (more + 1)),
        { learningRate: 0.1, ...training, ...fixed },
      ]),
    );
  return given.fc.noShrink(drawn);
}

/** Two classes, one after the other, which no column tells apart. */
function sortedNoise(seed: number): { X: number[][]; y: number[] } {
  const random = new Random(seed);
  const X = Array.from({ length: 80 }, () => [random.normal(), random.normal()]);
  return { X, y: X.map((_, i) => (i < 40 ? 0 : 1)) };
}

/** Four clouds in the corners of a square; those across from each other are of one class. */
function crossed(seed: number): { X: number[][]; y: number[] } {
  const random = new Random(seed);
  const corners = Array.from({ length: 48 }, (_, i) => [i & 1 ? 1 : -1, i & 2 ? 1 : -1]);
  return {
    X: corners.map((corner) => corner.map((value) => 1.5 * value + random.normal(0, 0.3))),
    y: corners.map(([across, up]) => (across === up ? 1 : 0)),
  };
}

const crossing = (seed: number): Training => ({
  hidden: 8,
  learningRate: 0.3,
  epochs: 20,
  batchSize: 4,
  seed,
});

// What is looked at.

type Place = [number] | [number, number];

function placesIn(part: number[] | number[][]): Place[] {
  return part.flatMap((entry, j) =>
    Array.isArray(entry) ? entry.map((_, k): Place => [j, k]) : [[j] as Place],
  );
}

function at(part: number[] | number[][], [j, k = 0]: Place): number {
  const entry = part[j];
  return Array.isArray(entry) ? entry[k] : entry;
}

function shift(part: number[] | number[][], [j, k]: Place, by: number): void {
  const row = part[j];
  if (Array.isArray(row)) row[k ?? 0] += by;
  else (part as number[])[j] += by;
}

/** The slope of the loss at one number of the net: small steps to both sides. */
function slopeAt(lossOf: (net: Net) => number, net: Net, part: Part, place: Place): number {
  const step = 1e-5;
  const beside = (by: number): Net => {
    const changed = structuredClone(net);
    shift(changed[part], place, by);
    return changed;
  };
  return (lossOf(beside(step)) - lossOf(beside(-step))) / (2 * step);
}

function expectSlope(part: Part, place: Place, gradient: Net, measured: number): void {
  const gave = at(gradient[part], place);
  if (Math.abs(gave - measured) <= 1e-6 * Math.max(1, Math.abs(measured))) return;
  const path = `.${part}${place.map((index) => `[${index}]`).join("")}`;
  throw new CheckFailure({
    because: `the gradient at ${path.slice(1)} is ${showPlain(gave)}; small steps measure ${showPlain(Number(measured.toFixed(7)))}`,
    path,
    gave,
    expected: Number(measured.toFixed(7)),
  });
}

/** All that belongs to each hidden unit, as text. */
function unitsOf({ W1, b1, W2 }: Net): string[] {
  return b1.map((bias, j) =>
    [...W1.map((row) => row[j]), bias, ...W2[j]].map((value) => value.toFixed(9)).join(" "),
  );
}

function expectDifferentUnits(net: Net): void {
  const units = unitsOf(net);
  const twin = units.findIndex((unit, j) => units.indexOf(unit) < j);
  expectThat(
    twin < 0,
    `hidden units ${units.indexOf(units[twin] ?? "")} and ${twin} begin with the same weights`,
  );
}

/** With steps as small as these, all of them together go along the gradient of the whole table, once for each batch. */
function expectSteps(
  before: Net,
  after: Net,
  gradient: Net,
  { epochs, batchSize, learningRate }: Training,
  nRows: number,
): void {
  const nSteps = (epochs * nRows) / batchSize;
  for (const part of parts) {
    for (const place of placesIn(before[part])) {
      const went = (at(after[part], place) - at(before[part], place)) / learningRate;
      const right = -nSteps * at(gradient[part], place);
      expectThat(
        Math.abs(went - right) <= 0.1 * Math.max(1, Math.abs(right)),
        `in ${nSteps} steps, ${part}[${place.join("][")}] went ${showPlain(Number(went.toFixed(3)))} times the learning rate, and ` +
          `${showPlain(Number(right.toFixed(3)))} is right`,
      );
    }
  }
}

function stepped(net: Net, gradient: Net, learningRate: number): Net {
  const moved = structuredClone(net);
  for (const part of parts) {
    for (const place of placesIn(net[part])) {
      shift(moved[part], place, -learningRate * at(gradient[part], place));
    }
  }
  return moved;
}

/** The largest difference of two numbers at the same place. */
function distanceOf(one: Net, other: Net): number {
  const distances = parts.flatMap((part) =>
    placesIn(one[part]).map((place) => Math.abs(at(one[part], place) - at(other[part], place))),
  );
  return Math.max(...distances);
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
