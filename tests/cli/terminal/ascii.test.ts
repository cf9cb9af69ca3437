import fc from "fast-check";
import { expect, test } from "vitest";

import { toAscii } from "../../../src/cli/terminal/ascii.ts";

test("symbols become words, letters lose their accents, and what is left becomes a question mark", () => {
  expect(toAscii("α ≤ ½ – “café” … x̄ 漢")).toBe('alpha <= 1/2 - "cafe" ... x ?');
});

test("whatever comes, only ASCII is left, and ASCII is left alone", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(/^\p{ASCII}*$/u.test(toAscii(text))).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
      expect(toAscii(text)).toBe(text);
    }),
  );
});
