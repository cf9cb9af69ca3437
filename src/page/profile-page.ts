import { pageDocument } from "./document.ts";
import { figureHtml } from "./figure.ts";
import { type Html, html, type Part } from "./html.ts";
import { pageStyle, type ShownFigure } from "./lesson-page.ts";

/** A data set's profile, its pictures drawn, unless said otherwise. */
export interface ProfilePage<Picture = ShownFigure> {
  readonly title: string;
  /** How large the table is, what it lacks, what was estimated: a sentence or two each. */
  readonly about: readonly string[];
  /** What is true of the whole table. */
  readonly sections: readonly ProfileSection<Picture>[];
  readonly columns: readonly ProfileSection<Picture>[];
  /** What to know before the columns: which of many these are, how to read them. */
  readonly aboutColumns: readonly string[];
}

/** Words and pictures about one thing. */
export interface ProfileSection<Picture = ShownFigure> {
  readonly title: string;
  /** A sentence, and what belongs to it. */
  readonly words: readonly string[];
  readonly figures: readonly Picture[];
}

/**
 * A profile as one HTML page, to be read without a script and without a network, or printed.
 *
 * @example writeFileSync("index.html", profilePage(page))
 */
export function profilePage({ title, about, sections, columns, aboutColumns }: ProfilePage): string {
  const body = html`<header>
<h1>${title}</h1>
${about.map((words) => html`<p class="about">${words}</p>\n`)}</header>
${sections.map((section) => sectionHtml(section, 2))}<h2>The columns</h2>
${aboutColumns.map((words) => html`<p class="note">${words}</p>\n`)}${columns.map((section) => sectionHtml(section, 3))}`;
  return pageDocument({ title, styles: [pageStyle] }, body);
}

function sectionHtml({ title, words, figures }: ProfileSection, level: 2 | 3): Html {
  const drawn = figures.map(({ figure, files }) => figureHtml(figure, files));
  return html`<section>
<h${level}><bdi>${title}</bdi></h${level}>
${wordsHtml(words)}${drawn}</section>
`;
}

/** A sentence, and what belongs to it: as a list, where it is more than one. */
function wordsHtml([first, ...others]: readonly string[]): Part {
  if (first === undefined) return undefined;
  if (others.length < 2) return [first, ...others].map((line) => html`<p>${line}</p>\n`);
  const items = others.map((line) => html`<li>${line}</li>\n`);
  return html`<p>${first}</p>\n<ul>\n${items}</ul>\n`;
}
