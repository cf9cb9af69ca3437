import { describe } from "vitest";

import { acceptsAll, refusesAll } from "./bad-file.ts";

const rows = (n: number, row: string) => `${row}\n`.repeat(n);

describe("cut and ragged files", () => {
  refusesAll([
    {
      what: "a file cut within a row",
      content: "a,b,c\n1,2,3\n4,5",
      message: /made\.csv, line 3, column 2: the row has 2 cells, the header 3 cells\.$/,
    },
    {
      what: "a file cut within quotes",
      content: 'a,b\n1,"two\nthree',
      message: /made\.csv, line 2, column 2: the cell begins with " and is not closed before the file ends/,
    },
    {
      what: "a short row at once",
      content: "a,b\n1\n2,3\n",
      message: /made\.csv, line 2, column 1: the row has 1 cell, the header 2 cells/,
    },
    {
      what: "a long row at once",
      content: "a,b\n1,2,3\n4,5\n6,7\n",
      message: /made\.csv, line 2, column 3: the row has 3 cells, the header 2 cells/,
      hint: /needs quotes/,
    },
    {
      what: "a short row at line 150,001",
      content: `a,b\n${rows(149_999, "1,2")}3\n${rows(9, "1,2")}`,
      message: /line 150001, column 1: the row has 1 cell/,
    },
    {
      what: "a long row at line 150,001",
      content: `a,b\n${rows(149_999, "1,2")}3,4,5\n`,
      message: /line 150001, column 3: the row has 3 cells/,
    },
    {
      what: "a delimiter at each row's end, but not at the header's",
      content: "a,b\n1,2,\n3,4,\n",
      message: /line 2, column 3: the row has 3 cells, the header 2 cells/,
    },
    {
      what: "a delimiter at every line's end",
      content: "a,b,\n1,2,\n",
      message: /line 1, column 3: the header has no name/,
      hint: /at the end of each line/,
    },
    {
      what: "a comment above the header",
      content: "# from the lab, 2024\na,b,c\n1,2,3\n4,5,6\n",
      message: /line 2, column 3: the row has 3 cells, the header 2 cells/,
      hint: /line 1 .*"# from the lab".* Remove/s,
    },
    {
      what: "a comment among the rows",
      content: "a,b\n1,2\n# a pause\n3,4\n",
      message: /line 3, column 1: the row has 1 cell/,
    },
    {
      what: "a line that tells Excel the delimiter",
      content: "sep=;\na;b\n1;2\n",
      message: /line 1/,
      hint: /Remove/,
    },
    {
      what: "spaces on a line of their own",
      content: "a,b\n1,2\n   \n3,4\n",
      message: /line 3, column 1: the row has 1 cell/,
    },
  ]);
  acceptsAll([
    {
      what: "a last line without its end",
      content: "a,b\n1,x\n2,y",
      columns: [
        ["a", "integer", [1, 2]],
        ["b", "string", ["x", "y"]],
      ],
    },
    {
      what: "a file cut where a row ends, or so it seems,",
      content: "a,b\n1,x\n2,",
      columns: [
        ["a", "integer", [1, 2]],
        ["b", "string", ["x", null]],
      ],
    },
    {
      what: "empty lines before, between and after",
      content: "\n\na,b\n1,2\n\n\n3,4\n\n\n",
      tells: /Empty lines were passed over: 6\./,
      columns: [
        ["a", "integer", [1, 3]],
        ["b", "integer", [2, 4]],
      ],
    },
    {
      what: "a table of one column with an empty line",
      content: "a\n1\n\n3\n\n\n",
      columns: [["a", "integer", [1, null, 3]]],
    },
    {
      what: "a table of one column with 300,000 empty lines in the middle",
      content: `a\n1\n${"\n".repeat(300_000)}2\n3\n`,
      columns: [["a", "integer", { nRows: 300_003, missing: 300_000, at: { 0: 1, 300001: 2, 300002: 3 } }]],
    },
    {
      what: "a table of one column with an empty text in quotes",
      content: 'a\nx\n""\ny\n',
      columns: [["a", "string", ["x", null, "y"]]],
    },
    {
      what: "one row",
      content: "a,b\n1,x\n",
      columns: [
        ["a", "integer", [1]],
        ["b", "string", ["x"]],
      ],
    },
    { what: "one cell", content: "a\n1", columns: [["a", "integer", [1]]] },
    {
      what: "a row of nothing but delimiters",
      content: "a,b,c\n1,2,3\n,,\n",
      columns: [
        ["a", "integer", [1, null]],
        ["b", "integer", [2, null]],
        ["c", "integer", [3, null]],
      ],
    },
    {
      what: "5,000 columns",
      content: `${Array.from({ length: 5000 }, (_, j) => `x${j}`)}\n${Array.from({ length: 5000 }, (_, j) => j)}\n`,
      columns: Array.from({ length: 5000 }, (_, j) => [`x${j}`, "integer", [j]] as const),
    },
    {
      what: "a first word among numbers at line 150,001",
      content: `a,b\n${rows(149_999, "1,2")}1,two\n`,
      tells: /"b" is whole numbers but for 1 of 150,000 cells.*line 150001 "two"/,
      columns: [
        ["a", "integer", { nRows: 150_000, missing: 0, at: { 0: 1, 149999: 1 } }],
        ["b", "string", { nRows: 150_000, missing: 0, at: { 0: "2", 149999: "two" } }],
      ],
    },
    {
      what: "a first fraction at line 150,001",
      content: `a,b\n${rows(149_999, "1,2")}1,2.5\n`,
      columns: [
        ["a", "integer", { nRows: 150_000, missing: 0, at: { 149999: 1 } }],
        ["b", "number", { nRows: 150_000, missing: 0, at: { 0: 2, 149999: 2.5 } }],
      ],
    },
  ]);
});
