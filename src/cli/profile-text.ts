import { didYouMean } from "../data/did-you-mean.ts";
import type { ColumnProfile, Profile } from "../data/profile/profile.ts";
import { drawFigure, type Figure } from "../figures/index.ts";
import { Problem } from "../problem.ts";
import type { ProfileFigures } from "./pictures/of-profile.ts";
import { columnLines, headLines, typeWords } from "./profile-column-text.ts";
import { groupLines, overTimeLines, pairLines, tableLines, targetLines } from "./profile-table-text.ts";
import { counted, named, share, whole } from "./profile-words.ts";
import { toAscii } from "./terminal/ascii.ts";
import { type Look, type Pen, penFor } from "./terminal/look.ts";
import { wrap } from "./terminal/wrap.ts";

/** What is known of a data set beside its profile. */
export interface ProfileAbout {
  readonly name: string;
  readonly title: string;
  /** The columns to set, in this order; without them, all, or those that matter most of very many. */
  readonly columns?: readonly string[];
}

/** More columns than this are not set one by one. */
const MOST_COLUMNS = 60;

/** Of more columns so many are set, those with a role first. */
const SOME_COLUMNS = 20;

const MOST_NAMES = 8;

/** Wider pictures are not seen at once. */
const WIDEST_FIGURE = 100;

const noFigures: ProfileFigures = { table: [], columns: new Map() };

const typeWordsForMany = {
  number: "numbers",
  integer: "whole numbers",
  string: "texts",
  boolean: "true or false",
  date: "dates",
  datetime: "times",
} as const;

/** How to read a column. */
export const columnWords =
  "A histogram runs from the smallest value to the largest. Quartiles are where a quarter, half and three quarters of " +
  "the values lie below. The deviation is the sample's (n − 1).";

/**
 * Sets a profile for the terminal, no line wider than it.
 *
 * @throws Problem "usage" if it is asked for a column that there is not
 */
export function profileText(
  profile: Profile,
  look: Look,
  about: ProfileAbout,
  figures: ProfileFigures = noFigures,
): string {
  const pen = penFor(look);
  const { bold, dim } = pen.colours;
  const title = wrap(bold(named(about.title, 2 * pen.width, pen)), pen.width);
  const shown = shownColumns(profile, about);
  const isMany = shown.length < profile.columns.length;
  const sections = [
    [...title, ...tableLines(profile, pen)],
    ...(about.columns ? [] : tableSections(profile, figures, pen)),
    ...(isMany && !about.columns ? [manyLines(profile, about, pen)] : []),
    ...shown.flatMap((column) => columnSections(column, profile, about, figures, pen)),
    wrap(dim(columnWords), pen.width),
    ...figures.table.map((figure) => figureLines(figure, pen)),
  ];
  const text = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
  return `\n${pen.ascii ? toAscii(text.replaceAll("≈", "~")) : text}\n`;
}

function tableSections(profile: Profile, { target }: ProfileFigures, pen: Pen): string[][] {
  return [
    target ? figureLines(target, pen) : profile.target ? targetLines(profile.target, pen) : [],
    groupLines(profile, pen),
    profile.overTime ? overTimeLines(profile.overTime, pen) : [],
    pairLines(profile, pen),
  ];
}

/** A column's words, then its pictures. What the target's picture shows already is not drawn again. */
function columnSections(
  column: ColumnProfile,
  { target }: Profile,
  about: ProfileAbout,
  figures: ProfileFigures,
  pen: Pen,
): string[][] {
  const isTarget = about.columns === undefined && target?.column === column.name;
  if (isTarget && target.kind === "classes") return [headLines(column, pen)];
  const own = figures.columns.get(column.name) ?? [];
  const isDrawn = own.length > 0 || (isTarget && figures.target !== undefined);
  return [columnLines(column, pen, isDrawn), ...own.map((figure) => figureLines(figure, pen))];
}

function figureLines(figure: Figure, { width, colour, ascii }: Pen): string[] {
  return drawFigure(figure, { width: Math.min(width, WIDEST_FIGURE), colour, ascii }).split("\n");
}

export function shownColumns({ columns }: Profile, about: ProfileAbout): readonly ColumnProfile[] {
  if (about.columns) return about.columns.map((name) => findColumn(columns, name));
  if (columns.length <= MOST_COLUMNS) return columns;
  const byRoles = columns.toSorted((one, other) => other.roles.length - one.roles.length);
  const chosen = new Set(byRoles.slice(0, SOME_COLUMNS));
  return columns.filter((column) => chosen.has(column));
}

function findColumn(columns: readonly ColumnProfile[], name: string): ColumnProfile {
  const column = columns.find((column) => column.name === name);
  if (column) return column;
  const near = didYouMean(
    name,
    columns.map((column) => column.name),
  );
  throw new Problem("usage", `There is no column "${name}".`, near === "" ? undefined : near);
}

/** What very many columns have in common, and how to see those that are not set. */
export function manyLines({ columns }: Profile, { name }: ProfileAbout, pen: Pen): string[] {
  const types = [...new Set(columns.map(({ type }) => type))];
  const kinds = types.map((type) => {
    const many = columns.filter((column) => column.type === type).length;
    return counted(many, typeWords[type], typeWordsForMany[type]);
  });
  const constant = columns.filter(({ distinct, missing }) => distinct.value === 1 && missing === 0);
  const empty = columns.filter(({ count }) => count === 0);
  const gappy = columns
    .filter(({ count, missing }) => count > 0 && missing > 0)
    .toSorted((one, other) => other.missing - one.missing);
  const gap = (column: ColumnProfile) => share(column.missing, column.count + column.missing);
  const lines = [
    `The ${whole(columns.length)} columns: ${kinds.join(", ")}.`,
    listOf("Always the same", constant, pen),
    listOf("Without any value", empty, pen),
    listOf("With the most gaps", gappy, pen, gap),
    `Here are ${SOME_COLUMNS} of them. \`npm run dataset show ${named(name, 40, pen)} -- --columns a,b\` shows others, and \`--json\` has all.`,
  ];
  return lines.filter(Boolean).flatMap((line) => wrap(line, pen.width));
}

/** The first of some columns by name, or nothing if there are none. */
function listOf(
  what: string,
  columns: readonly ColumnProfile[],
  pen: Pen,
  more: (column: ColumnProfile) => string = () => "",
): string {
  if (columns.length === 0) return "";
  const names = columns
    .slice(0, MOST_NAMES)
    .map((column) => `${named(column.name, 24, pen)} ${more(column)}`.trimEnd());
  const others = columns.length - names.length;
  return `${what} (${whole(columns.length)}): ${names.join(", ")}${others > 0 ? `, and ${whole(others)} more` : ""}.`;
}
