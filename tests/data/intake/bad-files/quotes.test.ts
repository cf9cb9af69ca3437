import { describe } from "vitest";

import { acceptsAll, refusesAll } from "./bad-file.ts";

const rows = (n: number, row: string) => `${row}\n`.repeat(n);

describe("quotes", () => {
  refusesAll([
    {
      what: "text after a closing quote",
      content: 'a,b\n1,"x"y\n',
      message: /line 2, column 2: the cell's quotes close before the cell ends/,
      hint: /written twice/,
    },
    {
      what: "a space after a closing quote",
      content: 'a,b\n"x" ,2\n',
      message: /line 2, column 1: the cell's quotes close before the cell ends/,
    },
    {
      what: "a space before an opening quote",
      content: 'a,b\n1, "x"\n',
      message: /line 2, column 2: there is a space before the cell's opening "/,
    },
    {
      what: "quotes within quotes with a backslash",
      content: 'a,b\n1,"say \\"no\\""\n',
      message: /line 2, column 2: the cell's quotes close before the cell ends/,
    },
    {
      what: "quotes that are closed many lines below",
      content: `a,b\n1,"x\n${rows(1000, "2,y")}3,"z"\n`,
      message: /line 1003, column 2: the cell's quotes, which open on line 2, close before/,
    },
    {
      what: "a cell of 4 MB",
      content: `a,b\n1,${"x".repeat(4_000_000)}\n`,
      message: /line 2.*(1,000,000|2,000,000) (bytes|are the most)/,
    },
    {
      what: "a cell of 4 MB in quotes",
      content: `a,b\n1,"${"x".repeat(4_000_000)}"\n`,
      message: /line 2, column 2: .* not closed within 1,000,000 bytes/,
    },
  ]);
  acceptsAll([
    {
      what: "a cell with line ends, delimiters and quotes in quotes",
      content: 'a,b\n1,"x\r\ny,""z""\n"\n2,w\n',
      columns: [
        ["a", "integer", [1, 2]],
        ["b", "string", ['x\r\ny,"z"\n', "w"]],
      ],
    },
    {
      what: "quotes in the middle of an unquoted cell",
      content: 'a,b\n1,5" pipe\n2,a "b" c\n',
      columns: [
        ["a", "integer", [1, 2]],
        ["b", "string", ['5" pipe', 'a "b" c']],
      ],
    },
    {
      what: "the largest cell that may be, all quotes,",
      content: `a,b\n1,x${'"'.repeat(999_998)}y\n`,
      columns: [
        ["a", "integer", [1]],
        ["b", "string", [`x${'"'.repeat(999_998)}y`]],
      ],
    },
    {
      what: "apostrophes as quotes, which hold delimiters,",
      content: "a,b\n1,'x, y'\n2,'z'\n",
      columns: [
        ["a", "integer", [1, 2]],
        ["b", "string", ["x, y", "z"]],
      ],
    },
    {
      what: "apostrophes around one word only",
      content: "a,b\n1,'x'\n2,z\n3,'80s\n",
      columns: [
        ["a", "integer", [1, 2, 3]],
        ["b", "string", ["'x'", "z", "'80s"]],
      ],
    },
    {
      what: "a pair of apostrophes in a text",
      content: "a,b\n1,'x'\n2,z\n",
      columns: [
        ["a", "integer", [1, 2]],
        ["b", "string", ["'x'", "z"]],
      ],
    },
  ]);
});

describe("line ends and delimiters", () => {
  const two = [
    ["a", "integer", [1, 3]],
    ["b", "integer", [2, 4]],
  ] as const;
  refusesAll([
    {
      what: "a carriage return within an unquoted cell",
      content: "a,b\n1,x\ry\n",
      message: /line 2, column 2: a line end of another kind/,
    },
    {
      what: "a line end of Unix among carriage returns",
      content: "a,b\r1,2\r3,4\n5,6\r",
      message: /line 1, column 2: a line end of another kind/,
    },
  ]);
  acceptsAll([
    { what: "line ends of old Macs", content: "a,b\r1,2\r3,4\r", columns: two },
    { what: "line ends of Windows", content: "a,b\r\n1,2\r\n3,4\r\n", columns: two },
    { what: "line ends of Windows and of Unix", content: "a,b\r\n1,2\n3,4\r\n", columns: two },
    { what: "a table divided by semicolons", content: "a;b\n1;2\n3;4\n", columns: two },
    { what: "a table divided by tabs", content: "a\tb\n1\t2\n3\t4\n", columns: two },
    { what: "a table divided by bars", content: "a|b\n1|2\n3|4\n", columns: two },
    { what: "a table divided by carets", content: "a^b\n1^2\n3^4\n", columns: two },
    {
      what: "a table divided by the character for it, 0x1F,",
      content: "a\x1fb\n1\x1f2\n3\x1f4\n",
      columns: two,
    },
    {
      what: "a table divided by semicolons with commas in its cells",
      content: "a;b\n1,5;x, y\n2,5;z\n",
      columns: [
        ["a", "number", [1.5, 2.5]],
        ["b", "string", ["x, y", "z"]],
      ],
    },
    {
      what: "columns set apart by several spaces",
      content: "a    b   c\n1    2   3\n10   20  30\n",
      tells: /No delimiter was found/,
      columns: [["a    b   c", "string", ["1    2   3", "10   20  30"]]],
    },
  ]);
});
