import pc from "picocolors";
import { describe, expect, test } from "vitest";

import { highlight } from "../../../src/cli/terminal/highlight.ts";

/** Colours as tags, so that a test can be read. */
const tag = (name: string) => (text: string | number | null | undefined) => `<${name}:${text}>`;
const TAGS = {
  ...pc.createColors(true),
  dim: tag("comment"),
  green: tag("string"),
  magenta: tag("word"),
  yellow: tag("number"),
};

describe("code is coloured", () => {
  test.each([
    ["ts", "const n = 10; // ten", "<word:const> n = <number:10>; <comment:// ten>"],
    ["typescript", "x1.const + { default: 2e-3 }", "x1.const + { default: <number:2e-3> }"],
    ["ts", `"// no" + 'it\\'s' + \`\${a}\``, `<string:"// no"> + <string:'it\\'s'> + <string:\`\${a}\`>`],
    ["js", "/* a\nb */ return", "<comment:/* a>\n<comment:b */> <word:return>"],
    ["ts", "/* never closed", "<comment:/* never closed>"],
    ["json", `{ "a": [true, -1.5] }`, `{ <string:"a">: [<word:true>, <number:-1.5>] }`],
    ["sh", "npm run grade 6  # soon\necho a#b", "npm run grade 6  <comment:# soon>\necho a#b"],
    ["python", "return 1", "return 1"],
    ["constructor", "return 1", "return 1"],
  ])("in %s: %s", (language, code, expected) => {
    expect(highlight(code, language, TAGS)).toBe(expected);
  });

  test("only where there is colour", () => {
    expect(highlight("const n = 10;", "ts", pc.createColors(false))).toBe("const n = 10;");
  });
});
