import type { Facts } from "../course/demo.ts";
import { type Block, nodesOf, type Step } from "../course/lesson-text.ts";
import type { Figure } from "../figures/index.ts";
import { codeHtml } from "./code.ts";
import { pageDocument } from "./document.ts";
import { figureHtml } from "./figure.ts";
import type { FigureFiles } from "./figure-files.ts";
import { type Html, html, type Part } from "./html.ts";
import { headingLevels, markdownHtml, type Setting } from "./markdown.ts";
import { predictHtml, recallHtml } from "./question.ts";

/** A lesson, its steps run and their figures drawn. */
export interface LessonPage {
  readonly title: string;
  /** How long it takes and what it runs on. */
  readonly about: string;
  readonly goals: readonly string[];
  readonly blocks: readonly Block[];
  readonly facts: Facts;
  /** What each step gave, by its name. */
  readonly steps: ReadonlyMap<string, ShownStep>;
  /** The file that the learner edits. */
  readonly exercise: string;
  /** What can be done next: in words, and as commands. */
  readonly commands: readonly { readonly words: string; readonly command: string }[];
}

export interface ShownStep {
  readonly code: string;
  readonly results: readonly ShownResult[];
}

/** A figure with its drawings. */
export interface ShownFigure {
  readonly figure: Figure;
  readonly files: FigureFiles;
}

/** A figure with its drawings, or what a step says in words. */
export type ShownResult = string | ShownFigure;

/** The style sheets that a lesson's page asks for, from its own folder; KaTeX's only where there is a formula. */
export const pageStyle = "page.css";
export const formulaStyle = "katex/katex.min.css";

/**
 * A lesson as one HTML page: its text, code, output, figures and mathematics, to be read without a script and without a network.
 *
 * @example writeFileSync("index.html", lessonPage(page))
 */
export function lessonPage(page: LessonPage): string {
  const setting = { facts: page.facts, levels: headingLevels(page.blocks.flatMap(nodesOf)) };
  const body = html`${headerHtml(page)}${page.blocks.map((block) => blockHtml(block, page, setting))}${endHtml(page)}`;
  const hasFormulas = body.markup.includes('class="katex');
  return pageDocument(
    { title: page.title, styles: hasFormulas ? [formulaStyle, pageStyle] : [pageStyle] },
    body,
  );
}

function headerHtml({ title, about, goals }: LessonPage): Html {
  const items = goals.map((goal) => html`<li>${goal}</li>\n`);
  return html`<header>
<h1>${title}</h1>
<p class="about">${about}</p>
${goals.length === 0 ? undefined : html`<p>Afterwards you can say:</p>\n<ul>\n${items}</ul>\n`}</header>
`;
}

function blockHtml(block: Block, page: LessonPage, setting: Setting): Part {
  switch (block.kind) {
    case "prose":
      return markdownHtml(block.nodes, setting);
    case "step":
      return stepHtml(block, page);
    case "predict":
      return predictHtml(block, setting);
    case "recall":
      return recallHtml(block, setting);
  }
}

/** The code stands open: what is seen comes from it. */
function stepHtml({ name }: Step, { steps }: LessonPage): Html {
  const { code, results } = steps.get(name) ?? { code: "", results: [] };
  const shown = results.map((result) =>
    typeof result === "string"
      ? html`<p class="output"><samp>${result}</samp></p>\n`
      : figureHtml(result.figure, result.files),
  );
  return html`<section class="step" aria-label="Step ${name}">
<details open><summary>The code of <code>${name}</code></summary>
${codeHtml(code, "ts")}</details>
${shown}</section>
`;
}

function endHtml({ exercise, commands }: LessonPage): Html {
  const lines = commands.map(({ words, command }) => html`<li>${words} <code>${command}</code></li>\n`);
  return html`<footer>
<p>Now write it: open <code>${exercise}</code>.</p>
<ul>
${lines}</ul>
</footer>
`;
}
