import { describe, expect, it, test } from "vitest";

import { parseMarkdown } from "../../src/course/lesson-text-markdown.ts";
import { html } from "../../src/page/html.ts";
import { headingLevels, markdownHtml } from "../../src/page/markdown.ts";
import { elementsOf, textOf } from "./elements.ts";

function set(markdown: string, facts = {}): string {
  const nodes = parseMarkdown(markdown);
  return html`${markdownHtml(nodes, { facts, levels: headingLevels(nodes) })}`.markup.trim();
}

describe("Markdown becomes HTML", () => {
  test.each([
    ["Divide by *n*, **always**.", "<p>Divide by <em>n</em>, <strong>always</strong>.</p>"],
    ["`a < b`", "<p><code>a &lt; b</code></p>"],
    ["one  \ntwo", "<p>one<br>two</p>"],
    ["- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"],
    ["3. a\n\n4. b", '<ol start="3">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>'],
    ["- [x] done\n- [ ] open", "<ul>\n<li>☑ done</li>\n<li>☐ open</li>\n</ul>"],
    ["> said", "<blockquote>\n<p>said</p>\n</blockquote>"],
    ["---\n", "<hr>"],
    ["a\n\n<!-- note -->\n\nb<!-- note -->", "<p>a</p>\n<p>b</p>"],
    ["```ts\nconst n = 3;\n```", /<span class="keyword">const<\/span> n = <span class="number">3<\/span>;/],
    ["| a | b |\n| - | -: |\n| 1 | 2 |", /<th scope="col" class="right">b<\/th>.*<td class="left">1<\/td>/s],
  ])("%j", (markdown, expected) => {
    expect(set(markdown)).toEqual(
      expect.stringMatching(expected instanceof RegExp ? expected : escapeRegExp(expected)),
    );
    elementsOf(set(markdown));
  });
});

/** A pattern that only this text matches. */
function escapeRegExp(text: string): RegExp {
  return new RegExp(`^${text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}$`);
}

it("shows raw HTML as the text that it is", () => {
  const markdown = '<script>alert(1)</script>\n\nx <img src=x onerror="alert(1)"> y\n';
  expect(elementsOf(set(markdown)).map(({ tag }) => tag)).toEqual(["p", "p"]);
  expect(textOf(set(markdown))).toContain("<script>alert(1)</script>");
});

it("links only to addresses that lead out", () => {
  expect(set("[a](https://example.org/?a=1&b=2)")).toBe(
    '<p><a href="https://example.org/?a=1&amp;b=2">a</a></p>',
  );
  for (const address of [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "../demo.ts",
    "//example.org",
  ])
    expect(set(`[a](${address})`)).toBe("<p>a</p>");
});

it("asks for no picture: an image is its words", () => {
  expect(set("![a plot](https://example.org/a.png)")).toBe("<p>[a plot]</p>");
});

it("fills in facts, with the digits that are asked for, and names one that is missing", () => {
  const markdown = ":fact{name=share digits=2}, :fact{name=title}, :fact{name=nothing}";
  expect(textOf(set(markdown, { share: -0.126, title: "<Wines>" }))).toBe("−0.13, <Wines>, [nothing?]");
});

it("sets formulas with KaTeX, with MathML for those who listen, and shows what can't be read as it is", () => {
  expect(set("$\\bar{x}$")).toMatch(/<math .*<mover accent="true">.*aria-hidden="true"/);
  expect(set("$$\n\\frac{1}{n}\n$$")).toContain('class="katex-display"');
  expect(set("$\\frac{<b>$")).toBe("<p><code>\\frac{&lt;b&gt;</code></p>");
  expect(set("$\\href{javascript:alert(1)}{x}$")).not.toContain("href=");
});

it("puts headings below the page's own, in order and without gaps", () => {
  const levels = (markdown: string) => elementsOf(set(markdown)).map(({ tag }) => tag);
  expect(levels("## a\n\n### b\n\n## c")).toEqual(["h2", "h3", "h2"]);
  expect(levels("# a\n\n#### b\n\n### c")).toEqual(["h2", "h3", "h4"]);
});
