import type { ColumnProfile } from "../data/profile/profile.ts";
import type { ProfiledTable } from "../data/profile/profile-table.ts";
import type { Figure } from "../figures/index.ts";
import type { ProfilePage, ProfileSection } from "../page/profile-page.ts";
import { correlationFigure } from "./pictures/correlation.ts";
import { gapsFigure } from "./pictures/gaps.ts";
import { figuresOfColumn } from "./pictures/of-column.ts";
import { targetFigure } from "./pictures/target.ts";
import { bodyLines, columnFacts } from "./profile-column-text.ts";
import { groupLines, overTimeLines, pairLines, tableLines } from "./profile-table-text.ts";
import { columnWords, manyLines, type ProfileAbout, shownColumns } from "./profile-text.ts";
import { type Pen, penFor } from "./terminal/look.ts";

/** On a page the browser breaks lines. */
const pen: Pen = penFor({ width: 100_000, colour: false, ascii: false });

/**
 * A profile in words and pictures, as a page holds it.
 *
 * @throws Problem "usage" if it is asked for a column that there is not
 */
export function profileSections(table: ProfiledTable, about: ProfileAbout): ProfilePage<Figure> {
  const { profile } = table;
  const shown = shownColumns(profile, about);
  const isSome = about.columns === undefined && shown.length < profile.columns.length;
  return {
    title: about.title,
    about: tableLines(profile, pen),
    sections: about.columns ? [] : tableSections(table),
    columns: shown.map((column) => columnSection(table, column, about)),
    aboutColumns: [...(isSome ? manyLines(profile, about, pen) : []), columnWords],
  };
}

function tableSections(table: ProfiledTable): ProfileSection<Figure>[] {
  const { profile } = table;
  const over = profile.overTime ? overTimeLines(profile.overTime, pen) : [];
  const sections = [
    sectionOf("What is to be predicted", [], targetFigure(table)),
    sectionOf("What belongs together", groupLines(profile, pen)),
    sectionOf("What changes over time", over.slice(1)),
    sectionOf("Where the gaps are", [], gapsFigure(table)),
    sectionOf("What goes together", pairLines(profile, pen), correlationFigure(table)),
  ];
  return sections.filter(({ words, figures }) => words.length + figures.length > 0);
}

function sectionOf(title: string, lines: readonly string[], figure?: Figure): ProfileSection<Figure> {
  return { title, words: lines.map((line) => inSentence(line, ": ")), figures: figure ? [figure] : [] };
}

/** In the terminal blanks divide the pieces of a line; on a page they would become one. */
function inSentence(line: string, between: string): string {
  return line.trim().replace(/ {3,}/g, "; ").replace(/ {2}/g, between);
}

/** The picture of the target stands above already. */
function columnSection(
  table: ProfiledTable,
  column: ColumnProfile,
  about: ProfileAbout,
): ProfileSection<Figure> {
  const { kind, gaps } = columnFacts(column, pen);
  const isAbove = about.columns === undefined && table.profile.target?.column === column.name;
  const figures = isAbove ? [] : figuresOfColumn(table, column);
  const values = column.count === 0 ? [] : bodyLines(column, pen, isAbove || figures.length > 0);
  const words = [gaps === "" ? kind : `${kind}, ${gaps}`, ...values.map((line) => inSentence(line, ", "))];
  return { title: column.name, words, figures };
}
