import {
  agreesWith,
  check,
  checks,
  expectEqual,
  expectThat,
  given,
  property,
  showPlain,
} from "groundwork/checks";
import type { Stage } from "groundwork/data";
import { accuracyScore } from "groundwork/metrics";
import { type Fold, KFold, takeRows } from "groundwork/model-selection";
import { Random } from "groundwork/random";

import type { Candidate, Rows, Shape, Training } from "./solution.ts";

type Looking = [shape: Shape, X: number[][], y: number[]];
type Choosing = [candidates: Candidate[], train: Rows, test: Rows, folds: Fold[]];
type Learning = [learn: Rows, asked: Rows, seeds: number[]];

const seconds = 10;

export default checks<typeof import("./solution.ts"), Stage>(
  (bench) => {
    const { answer, reference, stage } = bench;
    const { train, test } = someRows(stage);
    const folds = new KFold({ nSplits: 3 }).split(train.y.length);
    const candidates = [1, 5, 1000].map(neighboursOf);
    const nClasses = Math.max(...train.y, ...test.y) + 1;
    const shape = { nFeatures: train.X[0].length, nClasses, hidden: 4, seed: 1 };

    /** Trains an answer's net, and holds what comes back against what every training has in common. */
    const trained = async (rows: Rows, training: Training, ...asked: number[][][]) => {
      const result = await answer.tryOut(rows.X, rows.y, training, asked);
      expectTrained(result, rows, training, asked);
      return result;
    };

    /** How accurate each candidate is in the folds, on average. */
    const meansOf = (among: Candidate[], rows: Rows, inFolds: Fold[]) =>
      Promise.all(
        among.map(async (candidate) => {
          const scores = inFolds.map((fold) =>
            reference.accuracyOf(candidate, pick(rows, fold.train), pick(rows, fold.test)),
          );
          return meanOf(await Promise.all(scores));
        }),
      );

    /** The candidate of that name, if none does better in the folds. */
    const expectBest = async (name: string, [among, rows, , inFolds]: Choosing) => {
      const means = await meansOf(among, rows, inFolds);
      const names = among.map((candidate) => candidate.name);
      const [chosen, best] = [names.indexOf(name), means.indexOf(Math.max(...means))];
      expectThat(chosen >= 0, `${showPlain(name)} is the name of no candidate`);
      expectThat(
        means[chosen] > means[best] - 1e-9,
        `“${name}” is right in ${shareOf(means[chosen])} of the folds’ test rows, and “${names[best]}” in ${shareOf(means[best])}`,
      );
      return among[chosen];
    };

    return [
      agreesWith(bench, "lookAt", {
        id: "buildModel",
        statement: "buildModel gives probabilities from one hidden layer, and its loss is the mean of −ln p",
        points: 1,
        runs: 6,
        given: shapeAndRows(),
        examples: [[{ nFeatures: 1, nClasses: 2, hidden: 1, seed: 1 }, [[1], [-2]], [0, 1]]],
        onData: [[shape, train.X.slice(0, 8), train.y.slice(0, 8)]],
        within: 1e-4,
        seconds,
        next: "Print model.summary(). Does each layer have the units and the activation that the comment asks for, and which loss goes with probabilities?",
      }),

      property<[shape: Shape]>(
        "the seed decides which weights a net begins with, and nothing else does",
        {
          id: "start",
          points: 1,
          after: "buildModel",
          runs: 2,
          given: shapeAndRows().map(([shape]): [Shape] => [{ ...shape, hidden: 3 }]),
          seconds,
          next: "Where does the first layer get its weights from, where the second, and which of the two knows the seed?",
        },
        async (shape) => {
          const [first, again] = [await answer.startOf(shape), await answer.startOf(shape)];
          expectEqual(again, first, {
            within: 1e-6,
            what: "the weights that the same seed draws the second time",
          });
          const other = await answer.startOf({ ...shape, seed: shape.seed + 10 });
          for (const layer of [0, 2]) {
            const isSame = first[layer].every((weight, i) => Math.abs(weight - other[layer][i]) < 1e-6);
            expectThat(!isSame, `another seed draws the same weights for layer ${layer / 2 + 1}`);
          }
        },
      ),

      property<Choosing>(
        "chooseModel names a candidate that no other beats, as a mean over the folds",
        {
          id: "chooseModel",
          points: 1,
          runs: 4,
          given: choosing(),
          examples: [choiceOf(tellingDraw)],
          onData: [[candidates, train, test, folds]],
          next: "Write a table of candidates and folds by hand. Which rows does each cell learn from, and which is it asked about?",
        },
        async (...choice) => {
          const [among, rows, , inFolds] = choice;
          await expectBest(await answer.chooseModel(among, rows.X, rows.y, inFolds), choice);
        },
      ),

      property<Choosing>(
        "testOnce tells how well the candidate chosen does on the test rows, learned anew from all training rows",
        {
          id: "testOnce",
          points: 1,
          after: "chooseModel",
          runs: 3,
          given: choosing(),
          examples: [choiceOf(tellingDraw)],
          onData: [[candidates, train, test, folds]],
          next: "Which rows has the one that you report on learned from, and which rows is its accuracy about?",
        },
        async (...choice) => {
          const { name, accuracy } = await answer.testOnce(...choice);
          const winner = choice[0].find((candidate) => candidate.name === name);
          expectThat(winner !== undefined, `${showPlain(name)} is the name of no candidate`);
          const right = await reference.accuracyOf(winner, choice[1], choice[2]);
          expectEqual(accuracy, right, { what: `the accuracy of “${name}” on the test rows` });
        },
      ),

      property<Choosing>(
        "the test rows have no say in the choice",
        {
          id: "no-say",
          points: 1,
          after: "chooseModel",
          runs: 2,
          given: choosing(),
          examples: [choiceOf(tellingDraw)],
          onData: [[candidates, train, test, folds]],
          next: "If other test rows had come, would you have chosen another candidate?",
        },
        async (...choice) => {
          const [among, rows, asked, inFolds] = choice;
          const classes = Math.max(...asked.y) + 1;
          const relabelled = { ...asked, y: asked.y.map((label) => (label + 1) % classes) };
          for (const other of [asked, relabelled]) {
            const { name } = await answer.testOnce(among, rows, other, inFolds);
            await expectBest(name, choice);
          }
        },
      ),

      check(
        "training stops when patience runs out, and the net gets its best epoch’s weights back",
        {
          id: "best-epoch",
          points: 1,
          after: "buildModel",
          seconds,
          next: "After which epoch was the loss on the rows held out lowest? Ask the net for that loss once more, now that it is trained.",
        },
        async () => {
          const rows = noise(stoppingEarly);
          const training = { hidden: 8, epochs: 12, patience: 2, seed: 3 };
          const result = await trained(rows, training, rows.X);
          const { history, keptEpoch, heldOut, probabilities } = result;
          expectStop(history.valLoss, training);
          const best = history.valLoss.indexOf(Math.min(...history.valLoss)) + 1;
          expectThat(
            history.valLoss[keptEpoch - 1] === history.valLoss[best - 1],
            `the loss on the rows held out is lowest after epoch ${best}, and keptEpoch is ${showPlain(keptEpoch)}`,
          );
          const loss = lossOf(takeRows(probabilities[0], heldOut), takeRows(rows.y, heldOut));
          expectEqual(loss, history.valLoss[best - 1], {
            within: 1e-3,
            what: `the trained net’s loss on the rows held out, lowest after epoch ${best},`,
          });
        },
      ),

      check(
        "the rows held out teach the net nothing",
        {
          id: "held-out",
          points: 1,
          after: "buildModel",
          seconds,
          next: "What do you compute from all rows of X, or train on all of them, that should come from the rows learned from alone?",
        },
        async () => {
          const rows = noise(31, 48);
          const training = { hidden: 4, epochs: 3, patience: 3, seed: 5 };
          const before = await trained(rows, training);
          const again = await trained(rows, training);
          expectEqual(again.history.loss, before.history.loss, {
            within: 1e-3,
            what: "the loss in a second training, with the same rows and the same seed",
          });
          const after = await trained(othersAt(rows, before.heldOut), training);
          expectEqual(after.history.loss, before.history.loss, {
            within: 1e-3,
            what: "the loss on the rows learned from, after only the rows held out were changed",
          });
        },
      ),

      check(
        "a row’s probabilities depend neither on the unit of X nor on the rows asked about with it",
        {
          id: "any-unit",
          points: 1,
          after: "buildModel",
          seconds,
          next: "Where does the scale come from that X is put on in training, and where the one for predictProba? What if X held 0 to 255 instead of 0 to 1?",
        },
        async () => {
          const rows = noise(17);
          const larger = rows.X.map((row) => row.map((value) => 256 * value));
          const training = { hidden: 4, epochs: 3, patience: 3, seed: 2 };
          const plain = await trained(rows, training, rows.X.slice(0, 6), rows.X.slice(0, 1));
          const [together, [alone]] = plain.probabilities;
          expectEqual(alone, together[0], {
            within: 1e-3,
            what: "the first row’s probabilities, asked for alone",
          });
          const { probabilities } = await trained({ ...rows, X: larger }, training, larger.slice(0, 6));
          expectEqual(probabilities[0], together, {
            within: 0.02,
            what: "the probabilities in a unit in which every number of X is 256 times as large",
          });
        },
      ),

      check(
        "a net that has been disposed of leaves no tensor behind",
        {
          id: "tensors",
          points: 1,
          after: "buildModel",
          seconds,
          next: "Print tf.memory().numTensors before and after each part of your function. Where does it grow?",
        },
        async () => {
          const rows = noise(23);
          const training = { hidden: 2, epochs: 2, patience: 2, seed: 4 };
          const { tensorsLeft } = await trained(rows, training, rows.X.slice(0, 2), rows.X.slice(0, 1));
          expectThat(
            tensorsLeft === 0,
            `after training for ${training.epochs} epochs, asking twice and disposing, ${showPlain(tensorsLeft)} tensors are left`,
          );
        },
      ),

      property<Learning>(
        "a trained net knows classes that can be told apart",
        {
          id: "learns",
          points: 1,
          after: "any-unit",
          runs: 1,
          given: given.fc.noShrink(given.fc.integer({ min: 1, max: 9999 })).map(clouds),
          onData: [[train, test, [1, 2, 3]]],
          seconds,
          next: "Print the loss after each epoch. Does it fall, and do the classes still belong to their rows?",
        },
        async (learn, asked, seeds) => {
          const training = { hidden: 12, epochs: 16, patience: 16 };
          const accuracies: number[] = [];
          for (const seed of seeds) {
            const { probabilities } = await trained(learn, { ...training, seed }, asked.X);
            accuracies.push(accuracyScore(asked.y, probabilities[0].map(likeliest)));
          }
          const [common, near] = await Promise.all(
            [neighboursOf(1000), neighboursOf(5)].map((each) => reference.accuracyOf(each, learn, asked)),
          );
          const least = common + Math.max(0, near - common) / 3 - 0.1;
          expectThat(
            meanOf(accuracies) >= least,
            `it names ${shareOf(meanOf(accuracies))} of ${asked.y.length} new rows rightly; the most common class alone ` +
              `is right in ${shareOf(common)}, five neighbours in ${shareOf(near)}`,
          );
        },
      ),
    ];
  },
  { freeShape: ["tryOut"] },
);

// What is given.

/** Rows and columns from all over the table, few enough to be learned from again and again; every fourth row is kept for the test. */
function someRows({ table }: Stage): { train: Rows; test: Rows } {
  const { target = "" } = table.roles;
  const columns = evenly(table.featureNames, 20);
  const spread = table.take(evenly([...Array(table.nRows).keys()], 400));
  const whole = spread.withoutMissing([...columns, target]);
  const part = whole.take(evenly([...Array(whole.nRows).keys()], 100));
  const labels = part.target();
  const classes = [...new Set(labels)];
  const rows = { X: part.matrix(columns), y: labels.map((label) => classes.indexOf(label)) };
  const numbers = [...labels.keys()];
  const isTest = (i: number) => i % 4 === 3;
  const [learned, asked] = [numbers.filter((i) => !isTest(i)), numbers.filter(isTest)];
  return { train: pick(rows, learned), test: pick(rows, asked) };
}

function evenly<T>(values: readonly T[], most: number): T[] {
  const count = Math.min(values.length, most);
  return Array.from({ length: count }, (_, k) => values[Math.floor((k * values.length) / count)]);
}

function pick({ X, y }: Rows, numbers: readonly number[]): Rows {
  return { X: takeRows(X, numbers), y: takeRows(y, numbers) };
}

function neighboursOf(neighbours: number): Candidate {
  return { name: neighbours >= 1000 ? "the most common class" : `nearest ${neighbours}`, neighbours };
}

function size(min: number, max: number) {
  return given.fc.integer({ min, max });
}

function shapeAndRows() {
  const shape = given.fc.record({
    nFeatures: size(1, 3),
    nClasses: size(2, 4),
    hidden: size(1, 4),
    seed: size(1, 99),
  });
  return given.fc.tuple(shape, size(2, 5)).chain(([drawn, nRows]) => {
    const list = <T>(length: number, of: ReturnType<typeof given.fc.constant<T>>) =>
      given.fc.array(of, { minLength: length, maxLength: length });
    const X = list(
      nRows,
      list(
        drawn.nFeatures,
        size(-8, 8).map((quarters) => quarters / 4),
      ),
    );
    return X.map((rows): Looking => [drawn, rows, rows.map((_, i) => i % drawn.nClasses)]);
  });
}

/** What a choice is drawn from; here one in which each hasty way to choose takes another candidate than the folds do. */
type Draw = { seed: number; perFold: number; nTest: number };
const tellingDraw: Draw = { seed: 43, perFold: 6, nTest: 9 };

function choosing() {
  const draw = given.fc.record({ seed: size(0, 99_999), perFold: size(3, 6), nTest: size(5, 9) });
  return given.fc.noShrink(draw).map(choiceOf);
}

/** Rows whose classes have a little to do with their numbers, so that candidates differ; some for the test, the others in three folds. */
function choiceOf({ seed, perFold, nTest }: Draw): Choosing {
  const random = new Random(seed);
  const draw = (nRows: number): Rows => {
    const X = Array.from({ length: nRows }, () => [random.normal(), random.normal()]);
    return { X, y: X.map(([value], i) => (i < 3 ? i : value + 2 * random.normal() > 0 ? 1 : i % 3)) };
  };
  const candidates = random.shuffle([1, 3, 7, 1000]).slice(1).map(neighboursOf);
  const splitter = new KFold({ nSplits: 3, shuffle: true, randomState: seed });
  return [candidates, draw(3 * perFold), draw(nTest), splitter.split(3 * perFold)];
}

/** Rows of four numbers from 0 to 1, the last always the same, of three classes that have nothing to do with them. */
function noise(seed: number, nRows = 36): Rows {
  const random = new Random(seed);
  const X = Array.from({ length: nRows }, () => [random.uniform(), random.uniform(), random.uniform(), 0.5]);
  return { X, y: random.shuffle(X.map((_, i) => i % 3)) };
}

/** A draw in which the loss on the rows held out falls for a few epochs, and then rises. */
const stoppingEarly = 11;

/** The same rows, but those held out are far away and of another class. */
function othersAt({ X, y }: Rows, heldOut: readonly number[]): Rows {
  const isOther = (i: number) => heldOut.includes(i);
  return {
    X: X.map((row, i) => (isOther(i) ? row.map((value) => 5 - 3 * value) : row)),
    y: y.map((label, i) => (isOther(i) ? (label + 1) % 3 : label)),
  };
}

/** Three clouds of rows, far enough apart that a net has no excuse. */
function clouds(seed: number): Learning {
  const random = new Random(seed);
  const centres = [
    [0, 0, 3],
    [0, 3, 0],
    [3, 0, 0],
  ];
  const draw = (nRows: number): Rows => {
    const y = Array.from({ length: nRows }, (_, i) => i % 3);
    return { X: y.map((label) => centres[label].map((value) => value + random.normal(0, 0.4))), y };
  };
  return [draw(39), draw(30), [seed]];
}

// What is looked at.

type Result = Awaited<ReturnType<typeof import("./solution.ts")["tryOut"]>>;

/** The shape of what tryOut gives, in which the number of epochs is the answer's own affair. */
function expectTrained(result: Result, { X, y }: Rows, { epochs }: Training, asked: number[][][]): void {
  const { history, keptEpoch, heldOut, probabilities } = result;
  for (const name of ["loss", "valLoss"] as const) {
    const losses = history?.[name];
    expectThat(Array.isArray(losses), `history has no list ${name}`);
    const isCounted = losses.length >= 1 && losses.length <= epochs;
    expectThat(
      isCounted,
      `history.${name} has ${losses.length} numbers, and there were ${epochs} epochs at most`,
    );
    expectThat(losses.every(Number.isFinite), `history.${name} is ${showPlain(losses)}: a loss is a number`);
  }
  const { loss, valLoss } = history;
  expectThat(
    loss.length === valLoss.length,
    `history has ${loss.length} of loss and ${valLoss.length} of valLoss`,
  );
  const isEpoch = Number.isInteger(keptEpoch) && keptEpoch >= 1 && keptEpoch <= valLoss.length;
  expectThat(isEpoch, `keptEpoch is ${showPlain(keptEpoch)}, after ${valLoss.length} epochs counted from 1`);
  expectThat(Array.isArray(heldOut), "heldOut is no list of row numbers");
  const isPart = heldOut.length >= 1 && heldOut.length < X.length && new Set(heldOut).size === heldOut.length;
  const areRows = heldOut.every((i) => Number.isInteger(i) && i >= 0 && i < X.length);
  expectThat(
    isPart && areRows,
    `heldOut is ${showPlain(heldOut)}, and is to be some of the rows 0 to ${X.length - 1}`,
  );
  const nClasses = Math.max(...y) + 1;
  for (const [i, rows] of asked.entries()) expectProbabilities(probabilities?.[i], rows.length, nClasses);
}

function expectProbabilities(rows: number[][], nRows: number, nClasses: number): void {
  expectThat(Array.isArray(rows), "predictProba gives no list of rows");
  expectThat(rows.length === nRows, `predictProba gives ${rows.length} rows for ${nRows}`);
  for (const row of rows) {
    expectThat(
      Array.isArray(row) && row.length === nClasses,
      `predictProba gives ${showPlain(row)} for ${nClasses} classes`,
    );
    const isShare = row.every((p) => p >= 0 && p <= 1.001) && Math.abs(meanOf(row) * nClasses - 1) < 1e-3;
    expectThat(isShare, `predictProba gives ${showPlain(row)}, and probabilities add up to 1`);
  }
}

/** Training must end with the first epoch at which `patience` epochs in a row have brought nothing, or with the last. */
function expectStop(losses: number[], { epochs, patience }: Training): void {
  const best = losses.map((_, i) => losses.indexOf(Math.min(...losses.slice(0, i + 1))));
  const over = losses.findIndex((_, i) => i - best[i] >= patience);
  const shown = losses.map((loss) => Number(loss.toFixed(4)));
  if (over < 0) {
    const because = `it ended after epoch ${losses.length} of ${epochs}, and patience ${patience} was not used up`;
    expectThat(losses.length === epochs, `${because}: valLoss is ${showPlain(shown)}`);
  } else {
    const because = `epoch ${over + 1} was the ${patience}. in a row without a new lowest loss, and it went on to epoch ${losses.length}`;
    expectThat(losses.length === over + 1, `${because}: valLoss is ${showPlain(shown)}`);
  }
}

/** The mean of −ln p, p being the probability of the row's own class. */
function lossOf(probabilities: number[][], y: number[]): number {
  return meanOf(probabilities.map((row, i) => -Math.log(Math.max(1e-7, row[y[i]]))));
}

function likeliest(row: number[]): number {
  return row.indexOf(Math.max(...row));
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function shareOf(value: number): string {
  return `${Math.round(100 * value)}%`;
}
