import { expect, it } from "vitest";

import { parseLessonText } from "../../src/course/lesson-text.ts";
import { bars, table } from "../../src/figures/index.ts";
import { type LessonPage, lessonPage } from "../../src/page/lesson-page.ts";
import { elementsOf, textOf } from "./elements.ts";

const evil = `"><script>alert(1)</script><img src=x onerror='alert(1)'>`;

function filesNamed(name: string) {
  const file = (ending: string) => ({ path: `figures/${name}${ending}.svg`, content: "<svg/>" });
  return {
    light: file(""),
    dark: file("-dark"),
    lightNarrow: file("-narrow"),
    darkNarrow: file("-narrow-dark"),
  };
}

function pageWith(text: string, more: Partial<LessonPage> = {}): string {
  return lessonPage({
    title: "Lesson 90: The middle",
    about: "5 minutes, on wine",
    goals: ["Say what a mean is."],
    blocks: parseLessonText(text, "lesson.md"),
    facts: {},
    steps: new Map(),
    exercise: "lessons/90-middle/exercise.ts",
    commands: [{ words: "Then have it graded:", command: "npm run grade 90" }],
    ...more,
  });
}

const prediction = `:::predict{id=how-much right=nearer}
Is it nearer to 5 or to 13?

- [ ] 5

  That would be *beer*.

- [ ] 13

  Wines have :fact{name=range}.
:::
`;

it("stands whole in one document: language, width, title, text, and what to do next", () => {
  const page = pageWith("Look **first**.\n\n## Then\n\nWrite.");
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">/);
  const elements = elementsOf(page);
  expect(elements.filter(({ tag }) => /^h\d$/.test(tag)).map(({ tag }) => tag)).toEqual(["h1", "h2"]);
  expect(elements).toContainEqual({
    tag: "meta",
    attributes: { name: "viewport", content: "width=device-width, initial-scale=1" },
  });
  for (const text of [
    "Say what a mean is.",
    "Look first.",
    "lessons/90-middle/exercise.ts",
    "npm run grade 90",
  ])
    expect(textOf(page)).toContain(text);
});

it("folds what there is to say to each option behind it, and tells the right one only there", () => {
  const page = pageWith(prediction, { facts: { nearer: 2, range: "11 to 15" } });
  expect(textOf(page).replace(/\s+/g, " ")).toContain(
    "5 ✗ Not this one. That would be beer. 13 ✓ This is it. Wines have 11 to 15.",
  );
  const summaries = [...page.matchAll(/<details><summary>(.*?)<\/summary>/g)].map(([, text]) => text);
  expect(summaries).toEqual(["5", "13"]);
});

it("folds the answer of a question for another day", () => {
  const page = pageWith(":::recall{id=a}\nWhat?\n\n---\n\nThat.\n:::\n");
  expect(page).toMatch(/<p>What\?<\/p>\n<details><summary>The answer<\/summary>\n<p>That\.<\/p>/);
});

it("shows a step's code, its words, its figures in light and dark and for a phone, and says them to who does not see", () => {
  const figure = bars({ a: 1, b: 2 }, { title: "Who decides", xTitle: "share", caption: "One column does." });
  const page = pageWith("::step{name=whoDecides}\n", {
    steps: new Map([
      [
        "whoDecides",
        { code: "const n = 3;", results: ["Two\nlines.", { figure, files: filesNamed("01-whoDecides") }] },
      ],
    ]),
  });
  expect(page).toContain("<details open><summary>The code of <code>whoDecides</code></summary>");
  expect(textOf(page)).toContain("Two\nlines.");
  const elements = elementsOf(page);
  const alt = "Who decides · One column does.";
  expect(elements.filter(({ tag }) => tag === "img").map(({ attributes }) => attributes)).toEqual([
    { src: "figures/01-whoDecides.svg", alt },
    { src: "figures/01-whoDecides-dark.svg", alt },
  ]);
  expect(elements.filter(({ tag }) => tag === "source").map(({ attributes }) => attributes.srcset)).toEqual([
    "figures/01-whoDecides-narrow.svg",
    "figures/01-whoDecides-narrow-dark.svg",
  ]);
});

it("shows a table as one, numbers to the right, with a gap where there is nothing", () => {
  const figure = table([{ rows: "all", accuracy: 0.5 }, { rows: "some" }], {
    title: "Scores",
    caption: "Twice.",
  });
  const page = pageWith("::step{name=scores}\n", {
    steps: new Map([["scores", { code: "", results: [{ figure, files: filesNamed("01-scores") }] }]]),
  });
  expect(page).toContain(
    '<th scope="col" class="left"><bdi>rows</bdi></th><th scope="col" class="right"><bdi>accuracy</bdi></th>',
  );
  expect(page).toContain('<td class="left"><bdi>some</bdi></td><td class="right"><bdi></bdi></td>');
  expect(textOf(page)).toMatch(/Scores[\s\S]*0\.5[\s\S]*Twice\./);
});

it("lets no text be markup, wherever it comes from: titles, facts, code, output, columns, captions", () => {
  const words = { title: evil, caption: evil, xTitle: evil };
  const page = pageWith(
    `${prediction}\nA :fact{name=range}.\n\n\`\`\`ts\n"${evil}"\n\`\`\`\n\n::step{name=one}\n`,
    {
      title: evil,
      about: evil,
      goals: [evil],
      facts: { range: evil },
      steps: new Map([
        [
          "one",
          {
            code: `// ${evil}`,
            results: [
              evil,
              { figure: bars({ [evil]: 1 }, words), files: filesNamed("01-one") },
              { figure: table([{ [evil]: evil }], words), files: filesNamed("01-two") },
            ],
          },
        ],
      ]),
    },
  );
  const elements = elementsOf(page);
  expect(elements.map(({ tag }) => tag)).not.toContain("script");
  expect(
    elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => name.startsWith("on")),
  ).toEqual([]);
  expect(elements.filter(({ attributes }) => attributes.src === "x")).toEqual([]);
});

it("runs no script and loads nothing but its own files; KaTeX's style only where there is a formula", () => {
  const page = pageWith("See [this](https://example.org), $x^2$, ![a](https://example.org/a.png).");
  const elements = elementsOf(page);
  const loaded = elements.flatMap(({ tag, attributes: { src, srcset, href } }) => [
    src,
    srcset,
    tag === "a" ? undefined : href,
  ]);
  expect(loaded.filter((address) => address !== undefined)).toEqual(["katex/katex.min.css", "page.css"]);
  expect(elements.map(({ attributes }) => attributes.content ?? "")).toContainEqual(
    expect.stringContaining("script-src 'none'"),
  );
  expect(pageWith("No formula.")).not.toContain("katex");
});
