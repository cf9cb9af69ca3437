import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { printable } from "../../../src/cli/terminal/printable.ts";

/** Whether a code unit is a control character other than newline and tab. */
const isControl = (code: number) => (code < 32 && code !== 9 && code !== 10) || (code >= 127 && code < 160);

describe("printable", () => {
  test.each([
    ["colours", "\x1b[31mred\x1b[0m", "red"],
    ["colours in the 8-bit form", "\x9b31mred\x9b0m", "red"],
    ["a window's title", "a\x1b]0;owned\x07b", "ab"],
    ["a title in the 8-bit form", "a\x9d0;owned\x9cb", "ab"],
    ["a link", "\x1b]8;;https://a.example\x1b\\here\x1b]8;;\x1b\\", "here"],
    ["a device control string", "a\x1bPq#0;2\x1b\\b", "ab"],
    ["clearing the screen, and a full reset", "a\x1b[2J\x1b[Hb\x1bcd", "abd"],
    ["writing over a line", "passed\rfailed\b\b", "passedfailed"],
    ["Windows line ends", "a\r\nb", "a\nb"],
    ["a sequence inside a sequence", "\x1b\x1b[[31mred", "31mred"],
    ["a title that never ends, but not what follows it", "a\x1b]0;owned\nb", "a0;owned\nb"],
    ["marks that turn the reading direction", "a\u202eb\u2066c", "abc"],
  ])("takes out %s", (_, raw, safe) => {
    expect(printable(raw)).toBe(safe);
  });

  test("leaves newlines, tabs, and letters of every script alone", () => {
    const text = "a\tb\nÄβשلام日本 👩‍👩‍👧 x̄";
    expect(printable(text)).toBe(text);
  });

  test("lets no control character through, whatever comes", () => {
    const nasty = fc.string({
      unit: fc.constantFrom(
        "\x1b",
        "\x9b",
        "\x9d",
        "\x90",
        "\x07",
        "\x9c",
        "\\",
        "[",
        "]",
        "0",
        ";",
        "m",
        "\n",
        "\t",
        "\r",
        "é",
      ),
    });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: "binary" })), (raw) => {
        const units = Array.from({ length: raw.length }, (_, i) => printable(raw).charCodeAt(i));
        expect(units.filter(isControl)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        expect(printable(printable(raw))).toBe(printable(raw));
      }),
    );
  });
});
