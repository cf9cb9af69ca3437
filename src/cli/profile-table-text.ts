import type { OverTime, Period, Profile, Shift, TargetProfile } from "../data/profile/profile.ts";
import { cellsOf } from "../figures/text/words.ts";
import { about, counted, indented, named, number, share, whole } from "./profile-words.ts";
import type { Pen } from "./terminal/look.ts";
import { wrap } from "./terminal/wrap.ts";

/** Sets what is true of the whole table: its size, its gaps and doubles, and what was estimated. */
export function tableLines(profile: Profile, pen: Pen): string[] {
  const { rows, columns, duplicateRows, sampledRows, unreadableRows } = profile;
  const gaps = columns.filter(({ missing }) => missing > 0).length;
  const duplicates = about(duplicateRows, (value) => counted(value, "duplicate row"));
  const facts = [
    `${counted(rows, "row")} of ${counted(columns.length, "column")}`,
    rows === 0 ? "" : gaps === 0 ? "nothing missing" : `gaps in ${counted(gaps, "column")}`,
    rows === 0 ? "" : duplicates,
  ];
  const unreadable =
    unreadableRows === 0
      ? []
      : wrap(
          `${counted(unreadableRows, "row")} with a cell that is not of its column's type, taken for missing here. ` +
            "`dataset check` tells where.",
          pen.width,
        ).map(pen.colours.yellow);
  const estimates =
    sampledRows === null
      ? []
      : wrap(`≈ is an estimate, most of them from ${whole(sampledRows)} rows.`, pen.width);
  return [
    ...wrap(facts.filter(Boolean).join(", "), pen.width),
    ...unreadable,
    ...estimates.map(pen.colours.dim),
  ];
}

/** Sets what is to be predicted. */
export function targetLines(target: TargetProfile, pen: Pen): string[] {
  const name = named(target.column, pen.width, pen);
  if (target.kind === "number") return heading(`Target: ${name}, a number`, pen);
  const classes = about(target.classes, (value) => counted(value, "class", "classes"));
  return heading(`Target: ${name}, ${classes}`, pen);
}

/** Sets into how many groups the rows fall. */
export function groupLines({ groups }: Profile, pen: Pen): string[] {
  return groups.flatMap(({ column, groups }) => {
    const words = about(groups, (value) => counted(value, "group"));
    return wrap(`${pen.colours.bold("Groups:")} ${words} by ${named(column, pen.width, pen)}`, pen.width);
  });
}

/** Sets the pairs of columns that tell nearly the same, and which columns were compared. */
export function pairLines({ pairs }: Profile, pen: Pen): string[] {
  const { strongest, strong, compared, leftOut } = pairs;
  const nameRoom = Math.floor((pen.width - 19) / 2);
  const lines = strongest.value.map(({ columns, correlation }) => {
    const names = columns.map((name) => named(name, nameRoom, pen)).join(" and ");
    return `  ${about({ value: correlation, exact: strongest.exact }, correlationText)}  ${names}`;
  });
  const others = strong - strongest.value.length;
  const limit = `Only the first ${whole(compared)} columns of numbers were compared with each other.`;
  return [
    ...(lines.length > 0 ? heading("Pairs that tell nearly the same (correlation)", pen) : []),
    ...lines,
    ...(others > 0 ? [`  and ${counted(others, "more pair")}`] : []),
    ...(leftOut > 0 ? wrap(limit, pen.width).map(pen.colours.dim) : []),
  ];
}

/** Sets what differs between the earliest and the latest rows. */
export function overTimeLines({ column, early, late, shifts }: OverTime, pen: Pen): string[] {
  const { value, exact } = shifts;
  const changes = value.map((shift) => about({ value: shift, exact }, (one) => shiftText(one, pen)));
  return [
    ...heading(`Over ${named(column, pen.width, pen)}`, pen),
    ...indented(`from ${periodText(early)}, to ${periodText(late)}:`, pen),
    ...(changes.length > 0 ? changes : ["nothing changes beyond chance"]).flatMap((text) =>
      indented(text, pen),
    ),
  ];
}

function heading(text: string, pen: Pen): string[] {
  return wrap(text, pen.width).map(pen.colours.bold);
}

function periodText({ from, to, rows }: Period): string {
  return `${from === to ? from : `${from} to ${to}`} (${counted(rows, "row")})`;
}

function shiftText({ column, of, value = "", early, late }: Shift, pen: Pen): string {
  const show = of === "mean" ? number : (part: number) => share(part, 1);
  const change = `  ${show(early)} → ${show(late)}`;
  const room = Math.max(16, pen.width - 16 - change.length);
  const valueRoom = Math.max(Math.floor(room / 2), room - cellsOf(column));
  const shownValue = of === "share" ? named(value, valueRoom, pen) : "";
  const name = named(column, room - cellsOf(shownValue), pen);
  if (of === "share") return `${name} "${shownValue}"${change}`;
  return `${of === "mean" ? `mean of ${name}` : `${name} missing`}${change}`;
}

/** Three decimal places, or a few more to tell it from 1. */
function correlationText(correlation: number): string {
  const isOne = (digits: number) => Math.abs(Number(correlation.toFixed(digits))) === 1;
  const digits = isOne(5) ? 3 : ([3, 4].find((digits) => !isOne(digits)) ?? 5);
  return correlation.toFixed(digits).replace("-", "−").padStart(6);
}
