import { expect, test } from "vitest";

import { withPictures } from "../../src/data/card-pictures.ts";

const names = ["target.svg", "gaps.svg"];
const target = { file: "target.svg", alt: "Two kinds", svg: "<svg/>" };
const gaps = { file: "gaps.svg", alt: "Gaps in 1 of 3 columns", svg: "<svg/>" };

const card = "# Oaks\n\nTrees.\n\n## The columns\n\nTwo.\n\n## What is odd\n\nNothing.\n";

test("a card gets a section with its pictures before what is to be said about the data", () => {
  expect(withPictures(card, [target, gaps], names)).toBe(
    "# Oaks\n\nTrees.\n\n## The columns\n\nTwo.\n\n## In pictures\n\n" +
      "![Two kinds](figures/target.svg)\n\n![Gaps in 1 of 3 columns](figures/gaps.svg)\n\n## What is odd\n\nNothing.\n",
  );
});

test("a card without such sections gets it at its end", () => {
  expect(withPictures("# Oaks\n\nTrees.\n", [target], names)).toBe(
    "# Oaks\n\nTrees.\n\n## In pictures\n\n![Two kinds](figures/target.svg)\n",
  );
});

test("the same pictures a second time change nothing", () => {
  const once = withPictures(card, [target, gaps], names);
  expect(withPictures(once, [target, gaps], names)).toBe(once);
});

test("without pictures a card stays as it is, and loses those of before", () => {
  expect(withPictures(card, [], names)).toBe(card);
  expect(withPictures(withPictures(card, [target], names), [], names)).toBe(card);
});

test("what somebody wrote among the pictures stays, and so do their own pictures", () => {
  const own = withPictures(card, [gaps], names).replace(
    "![Gaps",
    "Look at the second one.\n\n![A photo](figures/oak.jpg)\n\n![Gaps",
  );
  const again = withPictures(own, [target], names);
  expect(again).toContain(
    "## In pictures\n\nLook at the second one.\n\n![A photo](figures/oak.jpg)\n\n![Two kinds](figures/target.svg)\n\n## What is odd",
  );
  expect(again).not.toContain("gaps.svg");
});

test("a card with Windows' ends of lines keeps them", () => {
  const windows = withPictures(card.replaceAll("\n", "\r\n"), [target], names);
  expect(windows).toBe(withPictures(card, [target], names).replaceAll("\n", "\r\n"));
});

test("a name from the data is text in Markdown, on one line", () => {
  const evil = { ...target, alt: "a](x) <img src=x>\n# b_c*\u202e" };
  expect(withPictures("# Oaks\n", [evil], names)).toContain(
    "![a\\](x) \\<img src=x\\> \\# b\\_c\\*](figures/target.svg)",
  );
});
