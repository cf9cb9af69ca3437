import { readFileSync } from "node:fs";

import fc from "fast-check";
import stringWidth from "fast-string-width";
import { describe, expect, test } from "vitest";

import { renderMarkdown } from "../../../src/cli/terminal/markdown.ts";
import { parseMarkdown } from "../../../src/course/lesson-text-markdown.ts";

const PLAIN = { width: 60, colour: false, ascii: false };
const LESSON = parseMarkdown(readFileSync(new URL("sample.md", import.meta.url), "utf8"));

const render = (markdown: string, look: Partial<Parameters<typeof renderMarkdown>[1]> = {}) =>
  renderMarkdown(parseMarkdown(markdown), { ...PLAIN, ...look });

const widest = (text: string) => Math.max(...text.split("\n").map((line) => stringWidth(line)));

describe("a whole lesson looks as it did when it was looked at", () => {
  const facts = { nearest: 35.17234, raw: 0.6631, scaled: 0.961 };
  test.each([
    ["60 columns", "60.txt", { width: 60, colour: false, ascii: false }],
    ["80 columns", "80.txt", { width: 80, colour: false, ascii: false }],
    ["120 columns", "120.txt", { width: 120, colour: false, ascii: false }],
    ["80 columns, in colour", "80-colour.txt", { width: 80, colour: true, ascii: false }],
    ["40 columns, in ASCII", "40-ascii.txt", { width: 40, colour: false, ascii: true }],
  ])("in %s", async (_, file, look) => {
    await expect(`${renderMarkdown(LESSON, { ...look, facts })}\n`).toMatchFileSnapshot(`snapshots/${file}`);
  });

  test("in ASCII without any other character", () => {
    expect(renderMarkdown(LESSON, { ...PLAIN, ascii: true, facts })).toMatch(/^[\n\x20-\x7e]*$/);
  });

  test("and in the same words with colour and without", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
    const words = (text: string) => text.replace(/\x1b\[\d+m/g, "").replace(/[*`#\s]/g, "");
    const look = { width: 70, ascii: false, facts };
    expect(words(renderMarkdown(LESSON, { ...look, colour: true }))).toBe(
      words(renderMarkdown(LESSON, { ...look, colour: false })),
    );
  });
});

test("the nodes that are set stay as they were", () => {
  const freeze = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  };
  const frozen = structuredClone(LESSON);
  freeze(frozen);
  expect(renderMarkdown(frozen, PLAIN)).toBe(renderMarkdown(LESSON, PLAIN));
});

describe("each kind of text", () => {
  test.each([
    ["emphasis keeps its marks where there is no colour", "*a* **b** `c`", "*a* **b** `c`"],
    ["a link shows its address", "[docs](https://a.example)", "docs (https://a.example)"],
    ["an address by itself is shown once", "<https://a.example>", "https://a.example"],
    ["a mail address is shown once", "<me@a.example>", "me@a.example"],
    ["a picture shows what it says in words", "![two classes](plot.png)", "[two classes]"],
    ["a comment is for the author", "a <!-- not this --> b\n\n<!-- nor this -->", "a  b"],
    ["a numbered list goes on from its first number", "9. a\n10. b\n", " 9. a\n10. b"],
    ["a task list shows what is done", "- [x] a\n- [ ] b\n", "• [x] a\n• [ ] b"],
    ["a loose list has empty lines", "- a\n\n  more\n- b\n", "• a\n\n  more\n\n• b"],
    ["a quotation is ruled at its side", "> a\n>\n> - b\n", "│ a\n│\n│ • b"],
    ["a hard break stays", "a\\\nb", "a\nb"],
    ["headings are ranked", "# A\n\n## B\n\n### C\n", "A\n═\n\nB\n─\n\n### C"],
    [
      "columns are aligned",
      "|a|b|c|\n|:-|-:|:-:|\n|x|1|y|\n|xxx|100|yyy|\n",
      "a      b   c\n───  ───  ───\nx      1   y\nxxx  100  yyy",
    ],
    ["a table without rows is its head", "|a|b|\n|-|-|\n", "a  b\n─  ─"],
    ["a table's row may lack cells", "|a|b|\n|-|-|\n|x|\n", "a  b\n─  ─\nx"],
  ])("%s", (_, markdown, text) => {
    expect(render(markdown)).toBe(text);
  });

  test("wide characters count as the two cells that they take", () => {
    expect(render("|漢字|b|\n|-|-|\n|x|y|\n")).toBe("漢字  b\n────  ─\nx     y");
  });

  test("code that is too long goes on behind a mark, and no character is lost", () => {
    const code = `const answer = ${"veryLongName + ".repeat(9)}1;`;
    const lines = render(`\`\`\`ts\n${code}\n\`\`\``).split("\n");
    expect(lines.slice(1).every((line) => line.startsWith("    ↪ "))).toBe(true);
    expect(lines.join("").replace(/[↪\s]/g, "")).toBe(code.replace(/\s/g, ""));
    expect(widest(lines.join("\n"))).toBeLessThanOrEqual(60);
  });

  test("code keeps its own spaces and empty lines", () => {
    expect(render("```ts\nif (a) {\n\n  b;\n}\n```")).toBe("    if (a) {\n\n      b;\n    }");
  });

  test("an address longer than a line stays whole, so that it can be followed", () => {
    const address = `https://a.example/${"x".repeat(70)}`;
    expect(render(`See ${address} for it.`).split("\n")).toContain(address);
  });

  test("short code in a sentence is not cut at its spaces", () => {
    expect(render(`${"word ".repeat(10)} \`npm run grade 6\` end`).split("\n")[1]).toBe(
      "`npm run grade 6` end",
    );
  });

  test("a table too wide for its longest words becomes a record for each row", () => {
    const table = "|name|meaning|\n|-|-|\n|fitStandardScaler|learns|\n|standardizeEverything|applies|\n";
    expect(render(table, { width: 25 })).toBe(
      "name: fitStandardScaler\nmeaning: learns\n\nname:\nstandardizeEverything\nmeaning: applies",
    );
  });

  test("a formula too wide for several lines is set as text", () => {
    expect(widest(render(`$$\n${"\\frac{a}{b} + ".repeat(20)} 1\n$$`, { width: 40 }))).toBeLessThanOrEqual(
      40,
    );
  });

  test("nothing in the text can command the terminal", () => {
    const evil = "\u001b]0;owned\u0007\u001b[2J";
    const everywhere = `a${evil}\n\n\`${evil}b\`\n\n[c](http://x${evil})\n\n\`\`\`\n${evil}d\n\`\`\`\n\n|${evil}e|\n|-|\n\n<b>${evil}`;
    expect(render(everywhere)).not.toContain("\u001b");
  });
});

describe("a fact", () => {
  const facts = { near: 35.17234, count: 17802, tiny: 0.000123, minus: -0.5, word: "pro\u001b[2Jline" };
  test.each([
    [":fact{name=near digits=1}", "35.2"],
    [":fact{name=near digits=0}", "35"],
    [":fact{name=near}", "35.172"],
    [":fact{name=count}", "17,802"],
    [":fact{name=tiny}", "0.000123"],
    [":fact{name=minus digits=2}", "−0.50"],
    [":fact{name=word}", "proline"],
    [":fact{name=gone}", "[gone?]"],
    [":fact{name=constructor}", "[constructor?]"],
  ])("%s is shown as %s", (markdown, text) => {
    expect(render(`is ${markdown}.`, { facts })).toBe(`is ${text}.`);
  });
});

describe("no line is longer than the width", () => {
  const word = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom(
      "normalization",
      "漢字仮名交じり文",
      "x".repeat(130),
      "👩‍👩‍👧",
      "\t",
      "  ",
      "$x_i^2$",
      "**b**",
      "`c d`",
    ),
  );
  const phrase = fc.array(word, { maxLength: 40 }).map((words) => words.join(" ").replaceAll("://", ""));
  const look = fc.record({
    width: fc.integer({ min: 40, max: 120 }),
    colour: fc.boolean(),
    ascii: fc.boolean(),
  });
  const holds = (markdown: string, looks: Parameters<typeof renderMarkdown>[1]) => {
    expect(widest(renderMarkdown(parseMarkdown(markdown), looks))).toBeLessThanOrEqual(looks.width);
  };

  test("in prose, lists, quotations and headings", () => {
    const frame = fc.constantFrom("", "# ", "### ", "> ", "- ", "1. ", "> - > ", "- 1. - ");
    fc.assert(
      fc.property(fc.array(fc.tuple(frame, phrase), { maxLength: 5 }), look, (paragraphs, looks) => {
        holds(paragraphs.map(([mark, text]) => mark + text.replace(/\s+/g, " ")).join("\n\n"), looks);
      }),
    );
  });

  test("in tables", () => {
    const cell = phrase.map((text) => text.replace(/[\s|]+/g, " "));
    const rows = fc
      .integer({ min: 1, max: 14 })
      .chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(rows, look, ([head = [], ...body], looks) => {
        const lines = [head, head.map(() => "-"), ...body].map((cells) => `|${cells.join("|")}|`);
        holds(lines.join("\n"), looks);
      }),
    );
  });

  test("in code", () => {
    fc.assert(
      fc.property(phrase, look, (code, looks) => holds(`~~~~~ts\n${code.replaceAll("~", "")}\n~~~~~`, looks)),
    );
  });
});
