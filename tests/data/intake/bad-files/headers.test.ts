import { acceptsAll, refusesAll } from "./bad-file.ts";

refusesAll([
  {
    what: "a name of two lines, as spreadsheets have them,",
    content: 'a,"height\n(cm)"\n1,2\n',
    message: /made\.csv, line 1, column 2: .*"height\\n\(cm\)".*line/,
    hint: /one line/,
  },
  {
    what: "a name twice",
    content: "a,b,a\n1,2,3\n",
    message: /made\.csv, line 1, column 3: "a" is the name of column 1 already/,
    hint: /name of its own/,
  },
  {
    what: "names that differ in spaces alone",
    content: "a b,a  b\n1,2\n",
    message: /line 1, column 2: "a {2}b" differs from the name of column 1 in spaces .*alone/,
  },
  {
    what: "a name and the same with a space behind",
    content: "a,b,a \n1,2,3\n",
    message: /line 1, column 3: "a " differs from the name of column 1/,
  },
  {
    what: "names that differ in a character without width",
    content: "a,a\u200b\n1,2\n",
    message: /line 1, column 2: "a\\u200b" differs from the name of column 1/,
  },
  { what: "no name", content: 'a,"",c\n1,2,3\n', message: /line 1, column 2: the header has no name/ },
  {
    what: "a name of spaces",
    content: "a, ,c\n1,2,3\n",
    message: /line 1, column 2: the header has no name/,
  },
  {
    what: "a name of characters without width",
    content: "a,\u200b\n1,2\n",
    message: /line 1, column 2: the header has no name/,
  },
  {
    what: "a name of 100,000 characters",
    content: `a,${"x".repeat(100_000)}\n1,2\n`,
    message: /line 1, column 2: the name has 100,000 characters; 1,000 are the most: "x{60}…"\.$/,
  },
  {
    what: "10,001 columns",
    content: `${Array.from({ length: 10_001 }, (_, i) => `c${i}`)}\n`,
    message: /line 1: there are 10,001 columns; 10,000 are the most/,
  },
  {
    what: "a header and no rows",
    content: "a,b\n",
    message: /has a header line and no rows/,
    hint: /at least one row/,
  },
  { what: "a header without its line's end", content: "a,b", message: /has a header line and no rows/ },
  { what: "a header and empty lines", content: "a,b\n\n\n", message: /has a header line and no rows/ },
  { what: "empty lines only", content: "\n\r\n\n", message: /has no content but empty lines/ },
  {
    what: "flowers without a header",
    content: "\n\n5.1,3.5,setosa\n4.9,3.0,setosa\n7.0,3.2,versicolor\n5.0,3.9,setosa\n",
    message: /made\.csv, line 3: .*values.*"5\.1"/,
    hint: /header line/,
  },
  {
    what: "wines without a header",
    content: "1,14.23,1.71\n1,13.2,1.78\n2,12.37,0.94\n3,12.86,1.35\n",
    message: /made\.csv, line 1: .*values/,
  },
  {
    what: "patients without a header, the first the heaviest,",
    content: "M,17.99,1001\nB,13.54,566.3\nM,16.02,797.8\n",
    message: /made\.csv, line 1: .*values/,
  },
  {
    what: "people without a header",
    content: "39,State-gov,13\n50,Private,9\n38,State-gov,14\n",
    message: /made\.csv, line 1: .*"39"/,
  },
  {
    what: "days without a header",
    content: "2024-01-01,5\n2024-01-02,4\n2024-01-03,6\n",
    message: /made\.csv, line 1: .*"2024-01-01"/,
  },
]);

acceptsAll([
  {
    what: "names that differ in case alone",
    content: "a,A\n1,x\n2,y\n",
    columns: [
      ["a", "integer", [1, 2]],
      ["A", "string", ["x", "y"]],
    ],
  },
  {
    what: "names with spaces around them",
    content: "a, b \n1,2\n",
    columns: [
      ["a", "integer", [1]],
      [" b ", "integer", [2]],
    ],
    tells: /" b " has spaces around its name/,
  },
  {
    what: "names that every object has",
    content:
      "__proto__,constructor,hasOwnProperty,toString,valueOf\n1,x,2.5,true,2024-05-31\n2,y,3,false,2024-06-01\n",
    wish: { target: "constructor" },
    columns: [
      ["__proto__", "integer", [1, 2]],
      ["constructor", "string", ["x", "y"]],
      ["hasOwnProperty", "number", [2.5, 3]],
      ["toString", "boolean", ["true", "false"]],
      ["valueOf", "date", ["2024-05-31", "2024-06-01"]],
    ],
  },
  {
    what: "names that are SQL",
    content: `"""; DROP TABLE x; --",'; DROP TABLE cells,$1\n1,x,2\n3,y,4\n`,
    wish: { target: "'; DROP TABLE cells" },
    columns: [
      ['"; DROP TABLE x; --', "integer", [1, 3]],
      ["'; DROP TABLE cells", "string", ["x", "y"]],
      ["$1", "integer", [2, 4]],
    ],
  },
  {
    what: "a name that is SQL, in rows enough for Parquet",
    content: `"""; DROP TABLE x; --",b\n${Array.from({ length: 400_000 }, (_, i) => `${i}.25,word${i % 7}`).join("\n")}\n`,
    columns: [
      ['"; DROP TABLE x; --', "number", { nRows: 400_000, missing: 0, at: { 0: 0.25, 399999: 399_999.25 } }],
      ["b", "string", { nRows: 400_000, missing: 0, at: { 0: "word0", 8: "word1" } }],
    ],
  },
  {
    what: "names that this reader gives columns itself",
    content: "c1,c0,place,t,text\n1,2,3,4,5\n",
    columns: [
      ["c1", "integer", [1]],
      ["c0", "integer", [2]],
      ["place", "integer", [3]],
      ["t", "integer", [4]],
      ["text", "integer", [5]],
    ],
  },
  {
    what: "a name with quotes",
    content: '"say ""no""",b\n1,2\n',
    columns: [
      ['say "no"', "integer", [1]],
      ["b", "integer", [2]],
    ],
  },
  {
    what: "names with escape codes",
    content: "a\x1b[31m,b\x07\n1,\x1b]0;owned\x07x\n",
    columns: [
      ["a\x1b[31m", "integer", [1]],
      ["b\x07", "string", ["\x1b]0;owned\x07x"]],
    ],
  },
  {
    what: "a name of 1,000 characters",
    content: `${"x".repeat(1000)},b\n1,2\n`,
    columns: [
      ["x".repeat(1000), "integer", [1]],
      ["b", "integer", [2]],
    ],
  },
  {
    what: "names that are years",
    content: "country,2019,2020\nPeru,5,2100\nChile,4000,7\n",
    columns: [
      ["country", "string", ["Peru", "Chile"]],
      ["2019", "integer", [5, 4000]],
      ["2020", "integer", [2100, 7]],
    ],
  },
  {
    what: "names that are numbers from 0 on, as tools give them,",
    content: "0,1,2\n5,1,0\n0,2,4\n",
    columns: [
      ["0", "integer", [5, 0]],
      ["1", "integer", [1, 2]],
      ["2", "integer", [0, 4]],
    ],
    tells: /names of all columns are numbers/,
  },
  {
    what: "names that are years, the last one first and some left out,",
    content: "country,2020,2010,2005\nPeru,5,2100,9\nChile,4000,7,1\n",
    columns: [
      ["country", "string", ["Peru", "Chile"]],
      ["2020", "integer", [5, 4000]],
      ["2010", "integer", [2100, 7]],
      ["2005", "integer", [9, 1]],
    ],
  },
  {
    what: "names that are doses",
    content: "patient,10,25,100\nx,0.1,0.25,3\ny,0.5,0.75,4.5\n",
    columns: [
      ["patient", "string", ["x", "y"]],
      ["10", "number", [0.1, 0.5]],
      ["25", "number", [0.25, 0.75]],
      ["100", "number", [3, 4.5]],
    ],
  },
  {
    what: "names that are days",
    content: "country,2020-01-22,2020-01-23\nPeru,0,1\nChile,2,3\n",
    columns: [
      ["country", "string", ["Peru", "Chile"]],
      ["2020-01-22", "integer", [0, 2]],
      ["2020-01-23", "integer", [1, 3]],
    ],
  },
  {
    what: "names that are wavelengths",
    content: "sample,400.5,401.5\nx,0.1,0.25\ny,0.5,0.75\n",
    columns: [
      ["sample", "string", ["x", "y"]],
      ["400.5", "number", [0.1, 0.5]],
      ["401.5", "number", [0.25, 0.75]],
    ],
  },
]);
