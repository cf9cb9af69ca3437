import type { Row, Stage } from "groundwork/data";
import * as figure from "groundwork/figures";
import { SimpleImputer } from "groundwork/impute";

/** Where the table has gaps: the rows from left to right, in order of time if they have one. */
export function whereMissing(stage: Stage) {
  return figure.missingness(columnsInOrder(stage), {
    title: "Where cells are empty",
    most: 12,
  });
}

/** The part of one column that is missing, in each tenth of the rows. */
export function overTime(stage: Stage) {
  return figure.bars(tenths(stage), {
    title: `How much of ${gappyColumn(stage).name} is missing, from first to last`,
    xTitle: "part of a tenth of the rows; named after its first row",
    format: figure.percent,
  });
}

/** The column as it was measured, and with every gap filled with the mean. */
export function filledWithMean(stage: Stage) {
  const { name, values, axis } = gappyColumn(stage);
  const filled = new SimpleImputer({ strategy: "mean" })
    .fitTransform(values.map((value) => [value]))
    .map(([value]) => value);
  const known = values.filter((value) => !Number.isNaN(value));
  return [
    figure.distributionChange(known, filled, {
      title: `What filling does to ${name}`,
      xTitle: axis,
      names: ["measured", "measured and filled"],
    }),
    figure.table([
      { values: "measured", ...summary(known) },
      { values: "measured and filled", ...summary(filled) },
    ]),
  ];
}

/** Every fifth value of the most lopsided column is hidden, and filled in two ways. */
export function meanOrMedian(stage: Stage) {
  const { name, axis, values, fills } = hiddenValues(stage);
  return [
    figure.histogram(values, { title: `All of ${name}`, xTitle: axis }),
    figure.table(
      fills.map(({ strategy, fill, nearer }) => ({
        "filled with": `the ${strategy}`,
        "which is": fill,
        "is nearer to": `${nearer} of the hidden values`,
      })),
    ),
  ];
}

/** A width of 0 feet: taken at its word, and taken for a gap. */
export function zeros() {
  const asGaps = frontages.map((value) =>
    value === 0 ? Number.NaN : value,
  );
  const known = asGaps.filter((value) => !Number.isNaN(value));
  return [
    figure.histogram(frontages, {
      title: `How wide ${frontages.length} lots are at the street`,
      xTitle: "feet",
    }),
    figure.table([
      { "a 0 is": "a width", ...summary(frontages) },
      { "a 0 is": "a gap", ...summary(known) },
    ]),
  ];
}

/** Does the outcome differ where the value is missing? */
export function gapsTell(stage: Stage) {
  const { name } = gappyColumn(stage);
  const told = outcomeByGap(stage);
  if (!told) return "This table names no outcome that could differ.";
  return figure.bars(
    {
      [`${name} is missing`]: told.missing,
      [`${name} is known`]: told.known,
    },
    { title: "What a gap tells", xTitle: told.what, format: told.format },
  );
}

/** A gap in the first test row is filled; then all other test rows change. Does its value? */
export function peeking(stage: Stage) {
  const { train, test } = split(stage);
  const others = test.map((value) => 10 * value + 1000);
  const fillFrom = (values: number[]) =>
    new SimpleImputer()
      .fit(values.map((value) => [value]))
      .transform([[Number.NaN]])[0][0];
  return figure.table([
    {
      "fitted on": "training rows",
      before: fillFrom(train),
      after: fillFrom(train),
    },
    {
      "fitted on": "all rows",
      before: fillFrom([...train, ...test]),
      after: fillFrom([...train, ...others]),
    },
  ]);
}

/** What the text says in numbers and names. */
export function facts(stage: Stage) {
  const { name, values, isHidden } = gappyColumn(stage);
  const known = values.filter((value) => !Number.isNaN(value));
  const shares = tenths(stage).map(({ value }) => value);
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  const [first, last] = [shares[0], shares[shares.length - 1]];
  const share = 1 - known.length / values.length;
  const hidden = hiddenValues(stage);
  const median = hidden.fills[1];
  const told = outcomeByGap(stage);
  return {
    title: stage.dataset.title,
    rows: inWords(stage.table.nRows, "row"),
    column: name,
    note: isHidden
      ? " (no column of numbers lacks one here, so every fifth of these was hidden)"
      : "",
    missing: figure.percent(share),
    missingRows: inWords(values.length - known.length, "row"),
    first: figure.percent(first),
    last: figure.percent(last),
    least: figure.percent(least),
    most: figure.percent(most),
    changes: most > 1.5 * least ? 2 : 1,
    mean: figure.formatNumber(meanOf(known)),
    deviation: figure.formatNumber(deviationOf(known)),
    deviationFilled: figure.formatNumber(
      deviationOf(known) * Math.sqrt(1 - share),
    ),
    lopsided: hidden.name,
    hidden: hidden.count,
    medianNearer: median.nearer,
    whichFill:
      median.nearer > 0.6 * hidden.count
        ? 1
        : median.nearer >= 0.4 * hidden.count
          ? 2
          : 3,
    lots: frontages.length,
    zeroLots: frontages.filter((value) => value === 0).length,
    told:
      told?.story ??
      "This table names no outcome, so there is nothing to compare",
    tells: told?.option ?? 1,
  };
}

// What the steps use.

/** The most rows that are looked at; of a larger table every so-manieth. */
const mostRows = 20_000;

/** The table's rows in the order of time, if it has one, or of the file. */
function inOrder({ table }: Stage) {
  const step = Math.ceil(table.nRows / mostRows);
  const rows = Array.from(
    { length: Math.ceil(table.nRows / step) },
    (_, i) => i * step,
  );
  const { time } = table.roles;
  if (time === undefined) return table.take(rows);
  const moments: ArrayLike<number | string | null> =
    table.column(time).values;
  const isKnown = (moment: number | string | null) =>
    moment !== null && !Number.isNaN(moment);
  const dated = rows.filter((i) => isKnown(moments[i]));
  const compare = (one: Row[string], other: Row[string]) =>
    one === other ? 0 : (one ?? "") < (other ?? "") ? -1 : 1;
  return table.take(dated.sort((i, j) => compare(moments[i], moments[j])));
}

function columnsInOrder(stage: Stage): Record<string, ArrayLike<unknown>> {
  const { table } = stage;
  const ordered = inOrder(stage);
  const names = [...table.featureNames, ...table.categoryNames];
  return Object.fromEntries(
    names.map((name) => [name, ordered.column(name).values]),
  );
}

/** The column of numbers with most gaps; NaN stands for one. Where none has any, every fifth value of the first is hidden. */
function gappyColumn(stage: Stage) {
  const table = inOrder(stage);
  const numbers = (name: string) =>
    Array.from(table.column(name).values, Number);
  const gaps = (name: string) => numbers(name).filter(Number.isNaN).length;
  // A column without any value has nothing to show.
  const usable = table.featureNames.filter(
    (name) => gaps(name) <= table.nRows - 2,
  );
  const name =
    [...usable].sort((one, other) => gaps(other) - gaps(one))[0] ??
    table.featureNames[0];
  const isHidden = gaps(name) === 0;
  const values = numbers(name).map((value, i) =>
    isHidden && i % 5 === 0 ? Number.NaN : value,
  );
  return { name, values, isHidden, axis: axisOf(stage, name) };
}

function axisOf({ table }: Stage, name: string): string {
  const { unit } = table.column(name);
  return unit === undefined ? name : `${name} (${unit})`;
}

/** Of each tenth of the rows, named after when it begins or which row that is: the part that is missing. */
function tenths(stage: Stage) {
  const { values } = gappyColumn(stage);
  const { time } = stage.table.roles;
  const moments =
    time === undefined ? undefined : inOrder(stage).column(time).values;
  const count = Math.min(10, values.length);
  return Array.from({ length: count }, (_, k) => {
    const [from, to] = [k, k + 1].map((part) =>
      Math.round((part * values.length) / count),
    );
    const part = values.slice(from, to);
    const start =
      moments === undefined ? `row ${from + 1}` : shownTime(moments[from]);
    // The same time may begin two tenths.
    return {
      label: `${k + 1}. ${start}`,
      value: part.filter(Number.isNaN).length / part.length,
    };
  });
}

/** A day or a year as it is; milliseconds since 1970 as a day and an hour. */
function shownTime(moment: number | string | null): string {
  if (typeof moment !== "number" || Math.abs(moment) < 1e10)
    return String(moment);
  return new Date(moment).toISOString().slice(0, 16).replace("T", " ");
}

function summary(values: readonly number[]) {
  return {
    mean: meanOf(values),
    median: medianOf(values),
    deviation: deviationOf(values),
  };
}

/** Every fifth known value of the column with the longest tail is hidden; the others teach a mean and a median. */
function hiddenValues(stage: Stage) {
  const { table } = stage;
  const { target = "", identifiers = [], time = "" } = table.roles;
  const left = [target, time, ...identifiers];
  const columns = table.columnNames
    .filter(
      (name) =>
        !left.includes(name) &&
        ["number", "integer"].includes(table.column(name).type),
    )
    .map((name) => {
      const known = Array.from(table.column(name).values, Number).filter(
        (value) => !Number.isNaN(value),
      );
      return { name, values: known };
    })
    // A column of few different numbers has no tail.
    .filter(({ values }) => new Set(values).size >= 20)
    .sort(
      (one, other) => skewnessOf(other.values) - skewnessOf(one.values),
    );
  const gappy = gappyColumn(stage);
  const { name, values } = columns[0] ?? {
    name: gappy.name,
    values: gappy.values.filter((value) => !Number.isNaN(value)),
  };
  const hidden = values.filter((_, i) => i % 5 === 0);
  const shown = values.filter((_, i) => i % 5 !== 0);
  const [mean, median] = [meanOf(shown), medianOf(shown)];
  const nearerTo = (fill: number, other: number) =>
    hidden.filter(
      (value) => Math.abs(value - fill) < Math.abs(value - other),
    ).length;
  const fills = [
    { strategy: "mean", fill: mean, nearer: nearerTo(mean, median) },
    { strategy: "median", fill: median, nearer: nearerTo(median, mean) },
  ];
  return {
    name,
    axis: axisOf(stage, name),
    values,
    count: hidden.length,
    fills,
  };
}

/** What came out where the column is missing, and where it is known: a share, or a mean. */
function outcomeByGap(stage: Stage) {
  const { target } = stage.table.roles;
  if (target === undefined) return undefined;
  const { name, values } = gappyColumn(stage);
  const cells: ArrayLike<number | string | null> =
    inOrder(stage).column(target).values;
  const outcomes = Array.from(cells);
  const isNumber =
    outcomes.some((cell) => typeof cell === "number") &&
    stage.dataset.task !== "classification";
  const usual = isNumber ? "" : mostFrequentOf(outcomes.map(String));
  const asNumber = (cell: number | string | null) =>
    isNumber ? Number(cell) : Number(String(cell) !== usual);
  const part = (isMissing: boolean) =>
    outcomes.filter(
      (cell, i) =>
        cell !== null &&
        !Number.isNaN(cell) &&
        Number.isNaN(values[i]) === isMissing,
    );
  const [missing, known] = [part(true), part(false)].map((cells) =>
    cells.map(asNumber),
  );
  if (missing.length < 2 || known.length < 2) return undefined;
  const format = isNumber ? figure.formatNumber : figure.percent;
  const what = isNumber
    ? `mean ${target}`
    : `part of the rows whose ${target} is not "${usual}"`;
  const difference = meanOf(missing) - meanOf(known);
  // Two standard errors: what chance alone seldom does.
  const clear = 2 * Math.hypot(errorOf(missing), errorOf(known));
  const option = difference > clear ? 2 : difference < -clear ? 3 : 1;
  const [there, here] = [meanOf(missing), meanOf(known)];
  const story = `The ${what} is ${format(there)} where ${name} is missing, and ${format(here)} where it is known`;
  return { missing: there, known: here, what, format, option, story };
}

/** How far the mean of so many values typically lies from the truth. */
function errorOf(values: readonly number[]): number {
  return deviationOf(values) / Math.sqrt(values.length);
}

/** The values of the column in training rows and in test rows, every fourth. */
function split(stage: Stage) {
  const { values } = gappyColumn(stage);
  const [train, test] = [
    values.filter((_, i) => i % 4 !== 0),
    values.filter((_, i) => i % 4 === 0),
  ];
  return { train, test };
}

function inWords(count: number, thing: string): string {
  return `${count.toLocaleString("en")} ${thing}${count === 1 ? "" : "s"}`;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return (sorted[half] + sorted[sorted.length - 1 - half]) / 2;
}

function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}

/** How lopsided a column is; 0 for one that is even, or never varies. */
function skewnessOf(values: readonly number[]): number {
  const [mean, deviation] = [meanOf(values), deviationOf(values)];
  return deviation === 0
    ? 0
    : Math.abs(
        meanOf(values.map((value) => ((value - mean) / deviation) ** 3)),
      );
}

function mostFrequentOf(labels: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const label of labels)
    counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0][0];
}

/** Lot_Frontage in the data set ames, every fifteenth home, in feet. */
const frontages = (
  "141 47 21 44 60 50 107 68 90 80 119 87 0 50 72 0 83 80 48 67 100 " +
  "88 21 0 0 80 78 21 96 129 70 57 0 174 85 85 63 71 34 80 65 0 73 60 " +
  "60 60 60 50 0 50 50 0 0 42 64 122 112 61 73 75 70 57 80 109 79 21 " +
  "0 0 56 68 96 85 0 0 92 85 50 95 35 80 76 72 75 60 70 59 60 103 75 " +
  "50 50 0 68 0 68 91 88 0 75 67 65 55 0 60 44 107 77 60 41 86 0 63 0 " +
  "107 93 48 64 62 82 83 84 50 0 24 94 0 80 100 75 71 60 70 60 90 50 " +
  "60 0 99 0 58 91 0 68 0 70 0 70 53 110 50 80 44 94 68 60 63 69 78 " +
  "21 98 56 102 60 118 72 65 0 37 40 70 80 0 72 60 77 0 60 49 0 50 " +
  "100 78 0 50 91 78 0 70 35 62 96 70 50 54 42 37"
)
  .split(" ")
  .map(Number);
