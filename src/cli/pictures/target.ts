import { isNumberType } from "../../data/column.ts";
import type { TargetProfile } from "../../data/profile/profile.ts";
import type { ProfiledTable } from "../../data/profile/profile-table.ts";
import { type Figure, timeSeries } from "../../figures/index.ts";
import { about, counted, share } from "../profile-words.ts";
import { frequenciesFigure } from "./frequencies.ts";
import { numbersOf, profileOf, titleOf } from "./sampled-values.ts";
import { valuesFigure } from "./values.ts";

type Classes = Extract<TargetProfile, { kind: "classes" }>;

/** Classes that are drawn, the largest. */
const MOST_CLASSES = 10;

/** Two moments make no course. */
const LEAST_MOMENTS = 3;

/**
 * What is to be predicted: how large its classes are, how its numbers lie, or how they went; undefined where there is nothing to
 * see.
 */
export function targetFigure(table: ProfiledTable): Figure | undefined {
  const { target } = table.profile;
  if (target === null) return undefined;
  if (target.kind === "classes") return classesFigure(table, target);
  return courseFigure(table, target.column) ?? valuesFigure(table, target.column, "Target: half");
}

function classesFigure(table: ProfiledTable, { column, classes, frequent }: Classes): Figure | undefined {
  const count = profileOf(table, column)?.count ?? 0;
  const [most] = frequent.value;
  if (most === undefined) return undefined;
  const isEven =
    classes.value === frequent.value.length && frequent.value.every((one) => one.count === most.count);
  const size = isEven ? "all of one size" : `the largest with ${share(most.count, count)} of the rows`;
  const words = about(classes, (value) => counted(value, "class", "classes"));
  const title = `Target: ${column}, ${words}${classes.value > 1 ? `, ${size}` : ""}`;
  const drawn = { value: frequent.value.slice(0, MOST_CLASSES), exact: frequent.exact };
  return frequenciesFigure(title, drawn, { count, distinct: classes.value });
}

/** How the target went, where each row is a moment of its own. */
function courseFigure(table: ProfiledTable, name: string): Figure | undefined {
  const { rows, groups, columns } = table.profile;
  const time = columns.find(({ roles }) => roles.includes("time"));
  const target = profileOf(table, name);
  const [moments, values] = [numbersOf(table, time?.name), numbersOf(table, name)];
  if (!(time && target && moments && values && table.sample.isWhole) || groups.length > 0) return undefined;
  if (time.distinct.value < rows || rows < LEAST_MOMENTS || !("minimum" in time)) return undefined;
  const isNumber = isNumberType(time.type);
  return timeSeries(
    { name, times: isNumber ? moments : Array.from(moments, (seconds) => new Date(1000 * seconds)), values },
    {
      title: `Target: ${name}, ${time.name} ${time.minimum} to ${time.maximum}`,
      yTitle: titleOf(target),
      ...(isNumber ? { xTitle: titleOf(time) } : {}),
    },
  );
}
