import type { Stage, Table } from "groundwork/data";
import { DummyClassifier } from "groundwork/dummy";
import * as figure from "groundwork/figures";
import { accuracyScore } from "groundwork/metrics";
import { DecisionTreeClassifier } from "groundwork/tree";

/** Two past cases, with all that was written down about them in the end. */
export function twoCases(stage: Stage) {
  const [one, other] = casesToShow(stage);
  return figure.table(
    someColumns(stage).map((column) => ({
      column,
      "one case": shown(one[column]),
      "another case": shown(other[column]),
    })),
    {
      title: "Two cases, from top to bottom",
      caption: whatIsLeftOut(stage),
    },
  );
}

/** When each column is known. */
export function whenKnown(stage: Stage) {
  const { target, leaks = [] } = stage.table.roles;
  const when = (column: string) =>
    column === target
      ? "never: this is the question"
      : leaks.includes(column)
        ? "only afterwards"
        : "before";
  return figure.table(
    someColumns(stage).map((column) => ({ column, known: when(column) })),
    {
      title: "What is known when the question is asked",
      caption: whatIsLeftOut(stage),
    },
  );
}

/** How often is it not the most frequent class: in all rows, and where the column gives it away? */
export function tooGood(stage: Stage) {
  const leak = tellingLeak(stage);
  if (!leak) return "No column of this table gives the outcome away.";
  return figure.bars(
    {
      "all rows": leak.inAll,
      [`rows where it is not ${leak.usual}`]: leak.where,
    },
    {
      title: `What ${leak.column} knows about the outcome`,
      xTitle: `part of the rows that are not "${majorityOf(labelsOf(stage))}"`,
      format: figure.percent,
    },
  );
}

/** Every class, by how many rows it has. */
export function alwaysTheSame(stage: Stage) {
  const labels = labelsOf(stage);
  const shares = classCounts(labels).map(([label, count]) => ({
    label,
    value: count / labels.length,
  }));
  return figure.bars(shares.slice(0, mostClasses), {
    title: "How often one class, said for every row, would be right",
    xTitle: "part of all rows",
    format: figure.percent,
    caption: leftOut(shares.length - mostClasses, "classes"),
  });
}

/** Two rules learn from three quarters of the rows, and are asked about the rest. */
export function treeAndBaseline(stage: Stage) {
  const { train, test } = split(stage);
  const usual = majorityOf(train.y);
  const rules: Record<string, Rule> = {
    "always the same": new DummyClassifier<string>(),
    "decision tree": new DecisionTreeClassifier<string>(),
  };
  return figure.table(
    Object.entries(rules).map(([rule, model]) => {
      const said = model.fit(train.X, train.y).predict(test.X);
      return {
        rule,
        "right, of all": share(accuracyScore(test.y, said)),
        [`right, of those not "${usual}"`]: ofOthers(usual, test.y, said),
      };
    }),
    {
      title: `Asked about ${test.y.length.toLocaleString("en")} rows that neither had seen`,
    },
  );
}

/** What the text says in numbers and names. */
export function facts(stage: Stage) {
  const { table, dataset } = stage;
  const labels = labelsOf(stage);
  const late = table.roles.leaks ?? [];
  const [[majority, most], ...others] = classCounts(labels);
  const parts = split(stage);
  const baseline = testAccuracy(parts, new DummyClassifier<string>());
  const tree = testAccuracy(parts, new DecisionTreeClassifier<string>());
  const howOften = most / labels.length;
  const drawn = rightByLot(labels);
  return {
    title: dataset.title,
    rows: labels.length.toLocaleString("en"),
    target: dataset.target ?? "",
    classes: others.length + 1,
    columns: table.columnNames.length - 1,
    late: lateInWords(late),
    leak: leakInWords(stage),
    majority,
    usual: majorityOf(parts.train.y),
    majorityShare: figure.percent(howOften),
    majorityAccuracy: share(howOften),
    drawnShare: figure.percent(drawn),
    baseline: share(baseline),
    tree: share(tree),
    someLate: late.length > 0 ? 2 : 1,
    alwaysOrDraw: howOften > drawn + 0.005 ? 1 : 3,
    treeWins: tree > baseline + 0.005 ? 1 : tree > baseline - 0.005 ? 2 : 3,
  };
}

// What the steps use.

type Part = { X: number[][]; y: string[] };
type Parts = { train: Part; test: Part };

/** What a model is, to this lesson. */
interface Rule {
  fit(X: number[][], y: string[]): Rule;
  predict(X: number[][]): string[];
}

/** The most columns and classes that a picture shows. */
const mostColumns = 16;
const mostClasses = 12;

/** The rows whose class is known. */
function labelled({ table }: Stage): Table {
  const { target } = table.roles;
  if (target === undefined) return table;
  const labels: (string | number | null)[] = [
    ...table.column(target).values,
  ];
  const isKnown = (label: unknown) =>
    label !== null && !Number.isNaN(label);
  return labels.every(isKnown) ? table : table.withoutMissing([target]);
}

function labelsOf(stage: Stage): string[] {
  return labelled(stage).target();
}

/** Each class with its number of rows, the most frequent first; equal ones by the alphabet. */
function classCounts(labels: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const label of labels)
    counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort(
    ([one, count], [other, otherCount]) =>
      otherCount - count || (one < other ? -1 : 1),
  );
}

function majorityOf(labels: readonly string[]): string {
  return classCounts(labels)[0][0];
}

/** How often a rule is right that says each class by lot, as often as it comes: the lot and the row must hit the same class. */
function rightByLot(labels: readonly string[]): number {
  return classCounts(labels)
    .map(([, count]) => (count / labels.length) ** 2)
    .reduce((sum, both) => sum + both, 0);
}

/** A case of the most frequent class, and one of the next class, by choice one that a late column tells of. */
function casesToShow(stage: Stage) {
  const table = labelled(stage);
  const labels = table.target();
  const [[majority], [next] = [majority]] = classCounts(labels);
  const told = tellingLeak(stage)?.rows.find((i) => labels[i] === next);
  const chosen = [
    labels.indexOf(majority),
    told ?? labels.lastIndexOf(next),
  ];
  return table.take(chosen).rows();
}

/** All columns of a narrow table; of a wide one the first few, the late ones and the target. */
function someColumns({ table }: Stage): string[] {
  const { target, leaks = [] } = table.roles;
  const names = table.columnNames;
  if (names.length <= mostColumns) return [...names];
  const telling = [...leaks.slice(0, mostColumns / 2), target];
  const first = names.slice(0, mostColumns - telling.length);
  return names.filter(
    (name) => telling.includes(name) || first.includes(name),
  );
}

function whatIsLeftOut(stage: Stage): string | undefined {
  const hidden = stage.table.columnNames.length - someColumns(stage).length;
  return leftOut(hidden, "columns");
}

function leftOut(hidden: number, what: string): string | undefined {
  return hidden > 0 ? `${hidden} more ${what} are not shown.` : undefined;
}

function shown(value: unknown): string {
  if (value === null || Number.isNaN(value)) return "blank";
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** A late column and the rows where it says something unusual. */
interface Leak {
  column: string;
  /** What it says in most rows. */
  usual: string;
  rows: number[];
  /** Part of all rows, and of those rows, that are not of the most frequent class. */
  inAll: number;
  where: number;
}

/** The late column by which the outcome is most easily told. */
function tellingLeak(stage: Stage): Leak | undefined {
  const table = labelled(stage);
  const labels = table.target();
  const majority = majorityOf(labelsOf(stage));
  const rest = (rows: number[]) =>
    rows.filter((i) => labels[i] !== majority).length / rows.length;
  const all = labels.map((_, i) => i);
  return (table.roles.leaks ?? [])
    .map((column) => {
      const values = Array.from(table.column(column).values, shown);
      const [[usual]] = classCounts(values);
      const rows = all.filter((i) => values[i] !== usual);
      return {
        column,
        usual,
        rows,
        inAll: rest(all),
        where: rest(rows),
      };
    })
    .filter(({ rows }) => rows.length >= 10)
    .sort((one, other) => distance(other) - distance(one))
    .at(0);
}

function distance({ inAll, where }: Leak): number {
  return Math.abs(where - inAll);
}

function lateInWords(late: readonly string[]): string {
  if (late.length === 0)
    return "In this table no column is noted as known only afterwards";
  const [named, more] = [late.slice(0, 4), late.length - 4];
  const list = more > 0 ? [...named, `${more} more`] : named;
  const names = new Intl.ListFormat("en").format(list);
  return `In this table ${names} ${late.length === 1 ? "is" : "are"} known only afterwards`;
}

function leakInWords(stage: Stage): string {
  const leak = tellingLeak(stage);
  if (!leak) return "Here there is none that does.";
  const not = `are not "${majorityOf(labelsOf(stage))}"`;
  return `Of all rows, ${figure.percent(leak.inAll)} ${not}; of those where ${leak.column} is not ${leak.usual}, it is ${figure.percent(leak.where)}.`;
}

/** Every fourth row is kept for the test; of a large table every so-manieth row is enough. */
function split(stage: Stage): Parts {
  const table = labelled(stage);
  const cells = table.nRows * table.columnNames.length;
  const step = Math.ceil(cells / mostCells);
  const sample = table.take(
    Array.from(
      { length: Math.ceil(table.nRows / step) },
      (_, k) => k * step,
    ),
  );
  const [X, y] = [asNumbers(sample), sample.target()];
  const isTest = (_: unknown, i: number) => i % 4 === 0;
  const isTrain = (_: unknown, i: number) => i % 4 !== 0;
  return {
    train: { X: X.filter(isTrain), y: y.filter(isTrain) },
    test: { X: X.filter(isTest), y: y.filter(isTest) },
  };
}

const mostCells = 400_000;

/** The usable columns as numbers: words are numbered as they come, and −1 stands for a blank. */
function asNumbers(table: Table): number[][] {
  const numbers = table.featureNames.map((name) =>
    Array.from(table.column(name).values, Number).map((value) =>
      Number.isNaN(value) ? -1 : value,
    ),
  );
  const words = table.categoryNames.map((name) => {
    const values = Array.from(table.column(name).values, String);
    const kinds = new Map([...new Set(values)].map((kind, i) => [kind, i]));
    return values.map((value) => kinds.get(value) ?? -1);
  });
  const columns = [...numbers, ...words];
  return Array.from({ length: table.nRows }, (_, i) => [
    0,
    ...columns.map((values) => values[i]),
  ]);
}

function testAccuracy({ train, test }: Parts, model: Rule): number {
  const said = model.fit(train.X, train.y).predict(test.X);
  return accuracyScore(test.y, said);
}

/** Of the rows that are of another class than the usual one: what part was predicted rightly? */
function ofOthers(usual: string, actual: string[], said: string[]): string {
  const others = actual.map((_, i) => i).filter((i) => actual[i] !== usual);
  if (others.length === 0) return "there are none";
  const right = others.filter((i) => said[i] === actual[i]);
  return share(right.length / others.length);
}

/** A share with three decimals, as scores are usually given. */
function share(part: number): string {
  return part.toFixed(3);
}
