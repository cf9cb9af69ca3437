import { beforeAll, expect, test } from "vitest";

import { openDataset } from "../../../src/data/index.ts";
import {
  expectCardToSay,
  expectEachColumnDescribed,
  grouped,
  mean,
  percent,
  type RawSet,
  readRawSet,
  root,
  rowsOf,
  sha256,
} from "./raw-set.ts";
import { missingIn, sum } from "./statistics.ts";

const sources = ["cdc_nchs_1969_1988", "cdc_nchs_1994_2003", "ssa_2000_2014"];

interface Day {
  readonly date: string;
  readonly source: string;
  readonly day: number;
  readonly weekday: number;
  readonly births: number;
}

let births: RawSet;
let days: readonly Day[];
let series: readonly (readonly Day[])[];
beforeAll(async () => {
  births = await readRawSet("us-births");
  days = rowsOf(births).map(({ date = "", source = "", day, day_of_week: weekday, births: count }) => ({
    date,
    source,
    day: Number(day),
    weekday: Number(weekday),
    births: Number(count),
  }));
  series = sources.map((name) => days.filter(({ source }) => source === name));
});

test("us-births without its first column is the file of the source, byte for byte", () => {
  const asInSource = births.text.replaceAll(/^[^,\n]*,/gm, "");
  expect(sha256(asInSource)).toBe("5023d3bd5cfcacadd989cf7b07362475b9644bdd49982ea27a3ed782326edb98");
});

test("the date of us-births is its year, month and day, and its day of the week is right", () => {
  for (const { date, year, month, day, day_of_week: weekday } of rowsOf(births)) {
    const then = new Date(`${date}T00:00:00Z`);
    expect([then.getUTCFullYear(), then.getUTCMonth() + 1, then.getUTCDate(), then.getUTCDay() || 7]).toEqual(
      [year, month, day, weekday].map(Number),
    );
  }
});

test("us-births opens for forecasting, in time and by agency", async () => {
  const { table, ...dataset } = await openDataset(root, "us-births");
  expect(dataset).toMatchObject({ task: "forecasting", target: "births", split: "time" });
  expect(table.roles).toMatchObject({ groups: ["source"], time: "date" });
  expect(table.nRows).toBe(16_436);
  expect(table.featureNames).toEqual(["year", "month", "day", "day_of_week"]);
  expect(table.targetNumbers().slice(0, 2)).toEqual([8486, 9002]);
  expect(missingIn(table)).toEqual({});
  await expectEachColumnDescribed("us-births", births.header);
});

test("no day lacks or comes again within a series of us-births", () => {
  for (const ofSource of series) {
    const numbers = ofSource.map(({ date }) => Date.parse(date) / 86_400_000);
    expect(numbers).toEqual(numbers.map((_, i) => (numbers[0] ?? 0) + i));
  }
});

test("every number on the data card of us-births is what the data give", () => {
  const statements = [...sizes(), ...summaries(), ...weekends(), ...agencies(), ...calendar()];
  expectCardToSay(births.card, statements, /nchs_\d{4}_\d{4}/g);
});

function sizes(): string[] {
  const years = [...new Set(days.map(({ date }) => date.slice(0, 4)))];
  return [
    `for ${years.length} years between ${years[0]} and ${years.at(-1)}`,
    `${grouped(days.length)} rows, and no value`,
    "1 for Monday to 7 for Sunday",
  ];
}

/** The rows of the card's table. */
function summaries(): string[] {
  return series.map((ofSource) => {
    const counts = ofSource.map((day) => day.births);
    const figures = [
      ofSource.length,
      Math.min(...counts),
      Number(mean(counts).toFixed(1)),
      Math.max(...counts),
    ];
    const name = `${ofSource[0]?.source} ${ofSource[0]?.date} ${ofSource.at(-1)?.date}`;
    return `${name} ${figures.map(grouped).join(" ")} ${weekendShare(ofSource)} `;
  });
}

function weekends(): string[] {
  const [first = [], , last = []] = series;
  return [`from ${weekendShare(first)} of other days to ${weekendShare(last)}`];
}

function agencies(): string[] {
  const [, health = [], security = []] = series;
  const both = security.flatMap((there) => {
    const here = health.find(({ date }) => date === there.date);
    return here ? { date: here.date, here: here.births, there: there.births } : [];
  });
  const more = both.map(({ here, there }) => there - here);
  const shares = both.map(({ here, there }) => (100 * (there - here)) / here);
  const years = [...new Set(both.map(({ date }) => date.slice(0, 4)))];
  const absent = ["1989", "1993"].filter((year) => !days.some(({ date }) => date.startsWith(year)));
  expect(more.every((difference) => difference > 0)).toBe(true);
  return [
    `For ${years.length} years both of them did, and on not one day`,
    `In the ${grouped(both.length)} days that both agencies counted, Social Security has ${percent(sum(more), sum(both.map(({ here }) => here)), 1)} more`,
    `from ${Math.min(...shares).toFixed(1)}% to ${Math.max(...shares).toFixed(1)}% more`,
    `From ${absent.join(" to ")} there is nothing`,
    `Each date of ${years[0]} to ${years.at(-1)} has two rows`,
  ];
}

function calendar(): string[] {
  const quietest = series.map((ofSource) => [...ofSource].sort((a, b) => a.births - b.births).slice(0, 3));
  const [old = [], ...later] = quietest;
  expect(later.flat().every(({ date }) => date.endsWith("-12-25"))).toBe(true);
  expect(old.every(({ date, weekday }) => weekday === 7 && /-0[45]-/.test(date))).toBe(true);
  const busiest = series.map((ofSource) => ofSource.reduce((a, b) => (b.births > a.births ? b : a)).date);
  expect(busiest).toEqual(["1988-09-20", "1999-09-09", "2009-09-09"]);
  const fewer = series.map((ofSource) => {
    const fridays = (dates: number[]) =>
      mean(
        ofSource.filter(({ day, weekday }) => weekday === 5 && dates.includes(day)).map((day) => day.births),
      );
    return 100 * (1 - fridays([13]) / fridays([6, 20]));
  });
  const leapDays = new Set(days.map(({ date }) => date).filter((date) => date.endsWith("-02-29")));
  return [
    "Friday the 13th; and",
    `the ${old.length} quietest days of all are 25 December`,
    `**Friday the 13th** has ${Math.min(...fewer).toFixed()}% to ${Math.max(...fewer).toFixed()}% fewer births`,
    `in each of the ${series.length} series`,
    "in 1988 the 20th, later the 9th of 1999 and the 9th of 2009, 9/9/99 and 9/9/09",
    `are there, ${leapDays.size} of them. Code that gives every year 365 days`,
  ];
}

/** The mean of Saturdays and Sundays as a share of the mean of all other days. */
function weekendShare(ofSource: readonly Day[]): string {
  const counts = (isWeekend: boolean) =>
    ofSource.filter(({ weekday }) => weekday > 5 === isWeekend).map((day) => day.births);
  return percent(mean(counts(true)), mean(counts(false)));
}
