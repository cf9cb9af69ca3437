import { describe, expect, test } from "vitest";

import { factsNamed, parseLessonText } from "../../src/course/lesson-text.ts";
import { parseMarkdown, walk } from "../../src/course/lesson-text-markdown.ts";
import { Problem } from "../../src/problem.ts";

const FILE = "lessons/06-normalization/lesson.md";
const FRONT = "---\nid: normalization\n---\n";

const parse = (text: string) => parseLessonText(text, FILE);

/** All text below some nodes, as a reader would say it. */
function saidBy(nodes: Parameters<typeof walk>[0]): string {
  let said = "";
  walk(nodes, (node) => {
    if ("value" in node) said += node.value;
  });
  return said;
}

function faultsIn(text: string): string[] {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof Problem && error.code === "bad-lesson") return error.message.split("\n");
    throw error;
  }
  return [];
}

const PREDICT = `:::predict{id=who-decides}
Who *decides*?

- [ ] All alike

  Only with equal spread.
- [x] Proline

  It runs to 1680.

  Its square is larger still.
:::
`;

describe("the blocks of a lesson", () => {
  test("come in the order of the text, prose between the steps", () => {
    const blocks = parse(`${FRONT}# One\n\nLook.\n\n::step{name=raw}\n\nSee?\n\n::step{name=scaled}\n`);
    expect(blocks.map((block) => block.kind)).toEqual(["prose", "step", "prose", "step"]);
    expect(blocks[1]).toEqual({ kind: "step", name: "raw", line: 8 });
    expect(blocks[3]).toEqual({ kind: "step", name: "scaled", line: 12 });
  });

  test("a prediction has its question, its options, their explanations, and which is right", () => {
    const [block] = parse(FRONT + PREDICT);
    if (block?.kind !== "predict") throw new Error(`got ${block?.kind}`);
    expect(block).toMatchObject({ id: "who-decides", line: 4 });
    expect(block.right).toBeUndefined();
    expect(saidBy(block.question)).toBe("Who decides?");
    expect(
      block.options.map((option) => [saidBy(option.text), saidBy(option.explanation), option.right]),
    ).toEqual([
      ["All alike", "Only with equal spread.", false],
      ["Proline", "It runs to 1680.Its square is larger still.", true],
    ]);
  });

  test("a prediction may leave the right option to a fact of the data", () => {
    const [block] = parse(
      PREDICT.replace("{id=who-decides}", "{id=who right=decider}").replace("[x]", "[ ]"),
    );
    expect(block).toMatchObject({
      kind: "predict",
      right: "decider",
      options: [{ right: false }, { right: false }],
    });
  });

  test.each([
    ["after a thematic break", ":::recall{id=why}\nWhy?\n\n---\n\nBecause.\n\nTruly.\n:::\n"],
    ["in an answer of its own", "::::recall{id=why}\nWhy?\n\n:::answer\nBecause.\n\nTruly.\n:::\n::::\n"],
  ])("a question for recall has its answer %s", (_, text) => {
    const [block] = parse(text);
    if (block?.kind !== "recall") throw new Error(`got ${block?.kind}`);
    expect([block.id, saidBy(block.question), saidBy(block.answer)]).toEqual([
      "why",
      "Why?",
      "Because.Truly.",
    ]);
  });

  test("are the same with Windows line ends", () => {
    const kinds = (text: string) => parse(text).map((block) => [block.kind, "line" in block && block.line]);
    expect(kinds((FRONT + PREDICT).replaceAll("\n", "\r\n"))).toEqual(kinds(FRONT + PREDICT));
  });

  test("an empty lesson has none", () => {
    expect(parse(FRONT)).toEqual([]);
    expect(parse("")).toEqual([]);
  });
});

describe("running text", () => {
  test.each([
    "note:this",
    "ratio 3:x and a:b:c",
    "at 12:30",
    "see :word alone",
    "a:[link] there",
    "Map:of[x]",
  ])("%o keeps every character, since a colon is mostly punctuation", (text) => {
    expect(saidBy(parseMarkdown(text))).toBe(text);
  });

  test("references stand with their addresses, wherever those are defined", () => {
    const [first] = parse(
      "See [the docs][d] and ![a plot][p].\n\n::step{name=raw}\n\n[d]: https://a.example\n[p]: plot.png\n",
    );
    if (first?.kind !== "prose") throw new Error(`got ${first?.kind}`);
    const urls: string[] = [];
    walk(first.nodes, (node) => {
      if (node.type === "link" || node.type === "image") urls.push(node.url);
    });
    expect(urls).toEqual(["https://a.example", "plot.png"]);
  });

  test("the facts that it asks for are listed with their lines, in questions and answers too", () => {
    const predict = PREDICT.replace("{id=who-decides}", "{id=who right=decider}")
      .replace("[x]", "[ ]")
      .replace("1680", ":fact{name=max}");
    const recall = ":::recall{id=why}\nWhy?\n\n---\n\nSee :fact{name=score digits=3}.\n:::\n";
    expect(factsNamed(parse(`A :fact{name=near} b.\n\n${predict}\n${recall}`))).toEqual([
      { name: "near", line: 1 },
      { name: "decider", line: 3 },
      { name: "max", line: 11 },
      { name: "score", line: 21 },
    ]);
  });
});

describe("a fault in a lesson's text names file and line", () => {
  test.each([
    ["an unknown block", "A.\n\n::stepp{name=raw}\n", `:3: unknown directive ::stepp. Did you mean "step"?`],
    [
      "an unknown inline directive",
      "A :fcat{name=near} b.",
      `:1: unknown directive :fcat. Did you mean "fact"?`,
    ],
    [
      "one named like a method of objects",
      "::constructor{a=b}",
      ":1: unknown directive ::constructor; known here: ",
    ],
    ["too few colons", "::predict{id=who}", ":1: predict is written :::predict, got ::predict"],
    ["a step in a sentence", "see :step{name=raw}", ":1: step is written ::step, got :step"],
    ["a step without a name", "::step", ":1: ::step needs name, as in ::step{name=…}"],
    ["a step with an empty name", '::step{name=""}', ":1: ::step needs name, as in ::step{name=…}"],
    [
      "a step that is no function's name",
      "::step{name=raw-distances}",
      `:1: ::step needs name to be a name from demo.ts, like rawDistances, got "raw-distances"`,
    ],
    ["an unknown attribute", "::step{name=raw dta=x}", `:1: ::step has no "dta"; known here: name`],
    ["a label that would be lost", "::step[Look]{name=raw}", ":1: ::step takes no [label]"],
    ["a fact without a name", "A :fact b.", ":1: :fact needs name"],
    [
      "digits in words",
      "A :fact{name=near digits=few} b.",
      `:1: :fact needs digits to be a number of digits after the point, got "few"`,
    ],
    [
      "a step in a quotation",
      "> ::step{name=raw}\n",
      ":1: ::step needs to stand by itself, outside lists, quotes and questions",
    ],
    ["a step in a list", "- a\n\n  ::step{name=raw}\n", ":3: ::step needs to stand by itself"],
    [
      "a step in a question",
      PREDICT.replace("Who *decides*?", "Who?\n\n::step{name=raw}"),
      ":4: ::step needs to stand by itself",
    ],
    ["an answer to nothing", ":::answer\nYes.\n:::\n", ":1: :::answer needs to stand in a :::recall"],
    ["an unclosed container", PREDICT.replace(":::\n", ""), ":1: :::predict needs a closing ::: line"],
    [
      "a container closed by its inner one",
      ":::recall{id=why}\nWhy?\n\n:::answer\nSo.\n:::\n:::\n",
      ":4: :::answer needs a closing ::: line; around another container, open and close it with ::::",
    ],
    ["a closing line too many", "Text.\n\n:::\n", ":3: this ::: closes nothing"],
    [
      "an id that is not kebab-case",
      PREDICT.replace("who-decides", "Who"),
      `:1: :::predict needs id to be a kebab-case word, like who-decides, got "Who"`,
    ],
    ["an id used twice", `${PREDICT}\n${PREDICT}`, ":14: the id who-decides is taken already, on line 1"],
    [
      "a step shown twice",
      "::step{name=raw}\n\n::step{name=raw}\n",
      ":3: the step raw is taken already, on line 1",
    ],
    [
      "no right option",
      PREDICT.replace("[x]", "[ ]"),
      ":1: :::predict needs one option marked [x], or right=factName, got 0",
    ],
    [
      "two right options",
      PREDICT.replace("[ ]", "[x]"),
      ":1: :::predict needs one option marked [x], or right=factName, got 2",
    ],
    [
      "two ways to say what is right",
      PREDICT.replace("}", " right=decider}"),
      ":1: :::predict needs no [x], since right=decider decides",
    ],
    [
      "no question",
      PREDICT.replace("Who *decides*?\n\n", ""),
      ":1: :::predict needs a question before its options",
    ],
    [
      "no options",
      ":::predict{id=who}\nWho?\n:::\n",
      ":1: :::predict needs a question and a list of at least two options",
    ],
    [
      "an option without a box",
      PREDICT.replace("[ ] ", ""),
      ":4: an option needs to begin with [ ] or [x] and its text",
    ],
    [
      "an option without its explanation",
      PREDICT.replace("\n\n  Only with equal spread.", ""),
      ":4: an option needs its explanation",
    ],
    [
      "text behind the options",
      PREDICT.replace(":::\n", "\nThink!\n:::\n").replace("  Its square is larger still.\n", ""),
      ":12: :::predict needs to end with its options",
    ],
    ["a recall without an answer", ":::recall{id=why}\nWhy?\n:::\n", ":1: :::recall needs an answer"],
    [
      "a rule that Markdown takes for a heading",
      ":::recall{id=why}\nWhy?\n---\nSo.\n:::\n",
      ":1: :::recall needs an answer, after a line --- between blank lines",
    ],
    [
      "a recall without a question",
      ":::recall{id=why}\n---\n\nSo.\n:::\n",
      ":1: :::recall needs a question before its answer",
    ],
    [
      "an empty answer",
      ":::recall{id=why}\nWhy?\n\n---\n:::\n",
      ":1: :::recall needs an answer that says something",
    ],
  ])("%s", (_, text, message) => {
    expect(faultsIn(text)).toContainEqual(expect.stringContaining(FILE + message));
  });

  test("all faults are told at once, in the order of the file, counted from its first line", () => {
    const faults = faultsIn(`${FRONT}::stepp\n\n${PREDICT.replace("[x]", "[ ]")}\n::step\n`);
    expect(faults.map((fault) => fault.split(":")[1])).toEqual(["4", "6", "19"]);
  });
});
