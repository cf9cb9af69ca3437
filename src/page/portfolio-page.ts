import type { Facts } from "../course/demo.ts";
import { isRight, type Predict } from "../course/lesson-text-questions.ts";
import { codeHtml } from "./code.ts";
import { pageDocument } from "./document.ts";
import { figureHtml } from "./figure.ts";
import { type Html, html, type Part } from "./html.ts";
import { pageStyle, type ShownResult } from "./lesson-page.ts";
import { markdownHtml } from "./markdown.ts";

/** What a learner has built, on which data, and how their expectations fared. */
export interface PortfolioPage {
  readonly title: string;
  /** In a sentence or two: how many lessons, when. */
  readonly about: string;
  readonly chapters: readonly Chapter[];
}

/** One lesson of it. */
export interface Chapter {
  readonly title: string;
  readonly goals: readonly string[];
  /** What the answer was tried on. */
  readonly data: {
    readonly title: string;
    readonly rows: number;
    readonly source: string;
    readonly licence: string;
  };
  /** What the graded code does, a statement each. */
  readonly statements: readonly string[];
  readonly results: readonly ShownResult[];
  readonly code: string;
  /** How it came about: "Passed on 20 November 2026, in the 3rd grading." */
  readonly way: string;
  /** Mistakes made and mended, each in a sentence. */
  readonly mended: readonly string[];
  readonly predictions: readonly Prediction[];
  readonly facts: Facts;
}

/** A question, and the number of the option that was expected, counted from 1. */
export interface Prediction {
  readonly question: Predict;
  readonly chosen: number;
}

/**
 * A portfolio as one HTML page, to be read without a script and without a network, or printed.
 *
 * @example writeFileSync("index.html", portfolioPage(page))
 */
export function portfolioPage({ title, about, chapters }: PortfolioPage): string {
  const body = html`<header>
<h1>${title}</h1>
<p class="about">${about}</p>
</header>
${expectationsHtml(chapters)}${chapters.map(chapterHtml)}`;
  return pageDocument({ title, styles: [pageStyle] }, body);
}

/** Expected against happened, over all lessons: whoever predicts finds out what they did not know. */
function expectationsHtml(chapters: readonly Chapter[]): Html | undefined {
  const all = chapters.flatMap(({ predictions, facts }) => predictions.map((each) => isHeld(each, facts)));
  if (all.length === 0) return undefined;
  const held = all.filter((each) => each).length;
  return html`<p>Before each result I said what I expected. It came so in ${held} of ${all.length} cases; the others are told below too.</p>
`;
}

function isHeld({ question, chosen }: Prediction, facts: Facts): boolean {
  return isRight(question, chosen - 1, facts);
}

function chapterHtml(chapter: Chapter): Html {
  const { title, goals, data, statements, results, code, way, mended } = chapter;
  return html`<section aria-label="${title}">
<h2>${title}</h2>
${goals.map((goal) => html`<p>${goal}</p>\n`)}<p class="about">${way} The data: ${data.title}, ${data.rows.toLocaleString("en")} rows. Source: ${data.source}. Licence: ${data.licence}.</p>
${results.map(resultHtml)}<p>My code does this, on these data and on inputs drawn at random:</p>
<ul>
${statements.map((statement) => html`<li>${statement}</li>\n`)}</ul>
<details><summary>The code</summary>
${codeHtml(code, "ts")}</details>
${listHtml("Mistakes that I made first, and mended:", mended)}${predictionsHtml(chapter)}</section>
`;
}

function resultHtml(result: ShownResult): Html {
  return typeof result === "string"
    ? html`<p class="output"><samp>${result}</samp></p>\n`
    : figureHtml(result.figure, result.files);
}

function listHtml(title: string, lines: readonly string[]): Html | undefined {
  if (lines.length === 0) return undefined;
  return html`<p>${title}</p>\n<ul>\n${lines.map((line) => html`<li>${line}</li>\n`)}</ul>\n`;
}

function predictionsHtml({ predictions, facts }: Chapter): Part {
  const setting = { facts, levels: new Map() };
  return predictions.map((prediction) => {
    const { question, chosen } = prediction;
    const right = question.options.findIndex((_, i) => isRight(question, i, facts));
    const option = (i: number) => markdownHtml(question.options[i]?.text ?? [], setting);
    const what = isHeld(prediction, facts)
      ? html`<p class="verdict right">✓ I expected this, and it came so.</p>\n${option(right)}`
      : html`<p class="verdict wrong">I expected:</p>\n${option(chosen - 1)}<p class="verdict right">It came otherwise:</p>\n${option(right)}`;
    return html`<section class="question" aria-label="Prediction">
<p class="label">What I expected</p>
${markdownHtml(question.question, setting)}${what}${markdownHtml(question.options[right]?.explanation ?? [], setting)}</section>
`;
  });
}
