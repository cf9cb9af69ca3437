import type { RootContent } from "mdast";

import { isRight, type Predict, type Recall } from "../course/lesson-text-questions.ts";
import { type Html, html, type Part } from "./html.ts";
import { markdownHtml, type Setting } from "./markdown.ts";
import { phraseHtml } from "./phrase.ts";

/** A prediction: each option opens to what there is to say to who chose it, and to whether it is right. */
export function predictHtml(predict: Predict, setting: Setting): Html {
  const options = predict.options.map(({ text, explanation }, i) => {
    const verdict = isRight(predict, i, setting.facts)
      ? html`<p class="verdict right">✓ This is it.</p>\n`
      : html`<p class="verdict wrong">✗ Not this one.</p>\n`;
    return html`<li><details><summary>${inSummary(text, setting)}</summary>
${verdict}${markdownHtml(explanation, setting)}</details></li>\n`;
  });
  return html`<section class="question" aria-label="Prediction">
<p class="label">What do you expect?</p>
${markdownHtml(predict.question, setting)}<ol>
${options}</ol>
</section>
`;
}

/** A question for another day, with its answer folded away. */
export function recallHtml({ question, answer }: Recall, setting: Setting): Html {
  return html`<section class="question" aria-label="Recall">
<p class="label">To remember</p>
${markdownHtml(question, setting)}<details><summary>The answer</summary>
${markdownHtml(answer, setting)}</details>
</section>
`;
}

/** One paragraph is the line that is pressed; it need not be a paragraph there. */
function inSummary(nodes: readonly RootContent[], setting: Setting): Part {
  return nodes.map((node) =>
    node.type === "paragraph" ? phraseHtml(node.children, setting.facts) : markdownHtml([node], setting),
  );
}
