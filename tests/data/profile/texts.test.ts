import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { cutText, frequentTexts } from "../../../src/data/profile/texts.ts";

describe("frequent texts", () => {
  test("are the first of all when these are sorted by count and then by text", () => {
    const texts = fc.dictionary(fc.string({ maxLength: 3 }), fc.integer({ min: 0, max: 5 }), { maxKeys: 40 });
    fc.assert(
      fc.property(texts, (texts) => {
        const [words, counts] = [Object.keys(texts), Object.values(texts)];
        const all = words
          .map((value, i) => ({ value, count: counts[i] ?? 0 }))
          .filter(({ count }) => count > 0)
          .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
        expect(frequentTexts({ words, counts })).toEqual(all.slice(0, 10));
      }),
    );
  });

  test("that are long are cut", () => {
    expect(frequentTexts({ words: ["x".repeat(5000)], counts: [2] })).toEqual([
      { value: `${"x".repeat(100)}…`, count: 2 },
    ]);
  });
});

test("a text is cut between characters, not within one", () => {
  expect(cutText("x".repeat(100))).toBe("x".repeat(100));
  expect(cutText("🦆".repeat(100))).toBe("🦆".repeat(100));
  expect(cutText("🦆".repeat(101))).toBe(`${"🦆".repeat(100)}…`);
});
