import { describe, expect, test } from "vitest";

import {
  calibration,
  drawFigure,
  type Figure,
  learningCurve,
  line,
  lossHistory,
  precisionRecallCurve,
  rocCurve,
  timeSeries,
  validationCurve,
} from "../../../src/figures/index.ts";

const words = { title: "T", xTitle: "x", yTitle: "y" };
const DAY = 86_400_000;
const count = (length: number) => Array.from({ length }, (_, i) => i);
const quarters = [0, 0.25, 0.5, 0.75, 1];

// Each of these was looked at in a terminal before it was kept. Look again when one changes.
const figures: Record<string, Figure> = {
  "roc-curve": rocCurve(
    [
      {
        name: "logistic regression",
        fpr: [0, 0, 0.04, 0.1, 0.3, 1],
        tpr: [0, 0.6, 0.8, 0.92, 0.97, 1],
        auc: 0.954,
      },
      { name: "tree of depth 2", fpr: [0, 0.02, 0.2, 1], tpr: [0, 0.5, 0.85, 1], auc: 0.889 },
    ],
    { title: "The regression ranks better at every rate", caption: "Measured on rows kept for the test." },
  ),
  "precision-recall": precisionRecallCurve(
    [
      {
        name: "forest",
        precision: [0.3, 0.5, 0.7, 0.8, 0.95, 1, 1],
        recall: [1, 0.95, 0.85, 0.7, 0.4, 0.2, 0],
        averagePrecision: 0.829,
      },
      {
        name: "rule of thumb",
        precision: [0.3, 0.45, 0.6, 1],
        recall: [1, 0.7, 0.5, 0],
        averagePrecision: 0.515,
      },
    ],
    { title: "Few alarms are false up to four in ten", positives: 0.3 },
  ),
  calibration: calibration(
    [
      {
        name: "naive Bayes",
        predicted: [0.02, 0.1, 0.31, 0.5, 0.7, 0.97],
        observed: [0.11, 0.2, 0.35, Number.NaN, 0.6, 0.85],
        count: [300, 40, 22, 0, 25, 280],
      },
      {
        name: "logistic regression",
        predicted: quarters,
        observed: [0.02, 0.27, 0.49, 0.77, 0.99],
        count: [9, 8, 7, 8, 9],
      },
    ],
    { title: "Naive Bayes is too sure of itself" },
  ),
  "learning-curve": learningCurve(
    {
      trainSizes: [20, 100, 200, 300, 400],
      trainScores: [
        [1, 1, 1],
        [0.99, 0.97, 0.99],
        [0.97, 0.98, 0.975],
        [0.965, 0.97, 0.972],
        [0.96, 0.966, 0.97],
      ],
      testScores: [
        [0.71, 0.8, 0.62],
        [0.85, 0.88, 0.82],
        [0.89, 0.9, 0.87],
        [0.91, 0.93, 0.9],
        [0.92, 0.94, 0.91],
      ],
    },
    { title: "More rows still help", yTitle: "accuracy" },
  ),
  "validation-curve": validationCurve(
    {
      values: [0.001, 0.01, 0.1, 1, 10, 100],
      trainScores: [
        [0.7, 0.72],
        [0.8, 0.81],
        [0.88, 0.89],
        [0.93, 0.94],
        [0.97, 0.98],
        [0.999, 1],
      ],
      testScores: [
        [0.68, 0.7],
        [0.78, 0.8],
        [0.86, 0.88],
        [0.9, 0.92],
        [0.87, 0.91],
        [0.8, 0.88],
      ],
    },
    { title: "C = 1 is enough", xTitle: "C", xScale: "log", yTitle: "accuracy", chosen: 1 },
  ),
  "loss-history": lossHistory(
    {
      train: count(60).map((i) => Math.exp(-i / 12) + 0.03),
      validation: count(60).map((i) => Math.exp(-i / 12) + 0.06 + (i / 100) ** 2 + 0.02 * Math.sin(i * 2)),
    },
    { title: "After epoch 31 it learns by heart", yTitle: "cross-entropy (nats)", chosen: 31 },
  ),
  "time-series": timeSeries(
    {
      name: "visits",
      times: count(140).map((i) => new Date(Date.UTC(2023, 0, 1) + i * 5 * DAY)),
      values: count(140).map((i) => (i > 60 && i < 72 ? Number.NaN : 300 + 90 * Math.sin(i / 11) + 2 * i)),
    },
    {
      title: "Visits grow, and the counter was broken for two months",
      yTitle: "visits a day",
      marks: [
        { at: new Date("2023-06-01"), label: "launch" },
        { at: new Date("2024-03-01"), label: "new prices" },
      ],
    },
  ),
  "line-points": line(
    { name: "yield", x: [1, 2, 3, 5, 8], y: [2, 3.1, 2.7, 4.8, 4.9] },
    { title: "One line with its points", xTitle: "fertilizer (kg)", yTitle: "yield (t)", points: true },
  ),
  "line-log": line(
    { name: "error", x: [1e-4, 1e-3, 0.01, 0.1, 1, 10], y: [2e-8, 3e-6, 4e-4, 0.05, 0.02, 0.9] },
    {
      ...words,
      title: "Both axes by powers of ten",
      xScale: "log",
      yScale: "log",
      marks: [{ y: 1e-3, label: "goal" }],
    },
  ),
  "line-crowd": line(
    count(12).map((k) => ({
      name: `measurement ${k}`,
      x: count(50),
      y: count(50).map((i) => Math.sin(i / 12 + k / 3) + k / 3),
    })),
    { ...words, title: "Twelve lines" },
  ),
};

describe.each(Object.entries(figures))("%s looks as it did", (name, figure) => {
  test.each([60, 80, 120])("in %d columns", async (width) => {
    await expect(`${drawFigure(figure, { width })}\n`).toMatchFileSnapshot(`snapshots/${name}-${width}.txt`);
  });

  test("in ASCII", async () => {
    await expect(`${drawFigure(figure, { width: 80, ascii: true })}\n`).toMatchFileSnapshot(
      `snapshots/${name}-ascii.txt`,
    );
  });
});

test.each(["learning-curve", "roc-curve"])("%s looks as it did in colour", async (name) => {
  const figure = figures[name];
  if (figure === undefined) throw new Error(`no figure ${name}`);
  const drawn = drawFigure(figure, { width: 60, colour: true }).replaceAll("\x1b", "ESC");
  await expect(`${drawn}\n`).toMatchFileSnapshot(`snapshots/${name}-colour.txt`);
});

const linesOf = (figure: Figure, width = 60) => drawFigure(figure, { width }).split("\n");
/** What is written under an axis from some date to another. */
const dateLabels = (from: string, to: string, width = 80) => {
  const times = [new Date(from), new Date(to)];
  const lines = linesOf(timeSeries({ name: "a", times, values: [1, 2] }, words), width);
  return lines[lines.findIndex((line) => line.includes("└")) + 1]?.trim().split(/ {2,}/);
};

test("lines that lie on one another both show their signs", () => {
  const y = count(60).map((i) => i / 7);
  const drawn = linesOf(
    line(
      [
        { name: "a", x: count(60), y },
        { name: "b", x: count(60), y },
      ],
      words,
    ),
  )
    .slice(3, -3)
    .join("");
  expect(drawn).toContain("●");
  expect(drawn).toContain("+");
});

test("a line that is hidden under another one is named", () => {
  const same = { x: [1, 2], y: [1, 2] };
  expect(
    linesOf(
      line(
        [
          { name: "a", ...same },
          { name: "b", ...same },
        ],
        words,
      ),
    ).at(-1),
  ).toBe("Hidden under another line: a.");
});

test("a gap is empty from the last point before it to the first one after it", () => {
  const x = count(60);
  const y = x.map((i) => (i >= 20 && i < 40 ? Number.NaN : 1 + (i % 2) / 1000));
  const plot = linesOf(line({ name: "a", x, y }, words)).filter((line) => /[│┤]/.test(line));
  const columns = plot.map((line) => line.slice(line.search(/[│┤]/) + 1));
  const filled = count(60).filter((column) => columns.some((line) => /[⠁-⣿]/.test(line[column] ?? "")));
  const holes = filled.flatMap((column, i) => (column - (filled[i - 1] ?? column) > 1 ? [column] : []));
  expect(holes).toHaveLength(1);
});

test("a date axis has round dates, as close as they can be read", () => {
  expect(dateLabels("1990-05-01", "2020-02-01")).toEqual(["1995", "2000", "2005", "2010", "2015", "2020"]);
  expect(dateLabels("2023-11-10", "2024-06-20", 120)).toEqual([
    "2023-12",
    "2024-01",
    "2024-02",
    "2024-03",
    "2024-04",
    "2024-05",
    "2024-06",
  ]);
  // The Mondays of two months.
  expect(dateLabels("2024-02-28", "2024-04-30")).toEqual([
    "2024-03-04",
    "2024-03-18",
    "2024-04-01",
    "2024-04-15",
    "2024-04-29",
  ]);
  expect(dateLabels("2024-02-28T20:00Z", "2024-03-01T03:00Z")).toEqual([
    "2024-02-29",
    "06:00",
    "12:00",
    "18:00",
    "2024-03-01",
  ]);
  expect(dateLabels("2024-02-28T20:00Z", "2024-02-28T20:04Z", 60)?.[0]).toBe("2024-02-28 20:00");
});

test("a mark at a moment says when", () => {
  const times = [new Date("2024-01-01"), new Date("2024-01-03")];
  const marks = [{ at: new Date("2024-01-02T06:30Z"), label: "launch" }];
  expect(linesOf(timeSeries({ name: "a", times, values: [1, 2] }, { ...words, marks }))).toContain(
    "┊ at 2024-01-02 06:30: launch",
  );
});

test("what is counted has whole ticks", () => {
  const lines = linesOf(lossHistory({ train: [3, 2, 1] }, { title: "T" }), 120);
  expect(lines.at(-2)?.trim().split(/ +/)).toEqual(["1", "2", "3"]);
});

test("without colour each line is told apart by its signs, in ASCII by what it is drawn of", () => {
  const figure = line(
    [
      { name: "up", x: [1, 2], y: [1, 2] },
      { name: "down", x: [1, 2], y: [2, 1] },
    ],
    words,
  );
  expect(linesOf(figure)[1]).toBe("─●─ up   ─+─ down");
  const ascii = drawFigure(figure, { width: 60, ascii: true });
  expect(ascii.split("\n")[1]).toBe("ooo up   +++ down");
  expect(ascii).toMatch(/o{3}.*\+{3}/s);
});
