import { acceptsAll, refusesAll } from "./bad-file.ts";

const table = "day,city,x,kind\n2024-01-01,Rome,1,a\n2024-01-02,Oslo,2,b\n2024-01-03,Rome,3,a\n";

refusesAll([
  {
    what: "a target that is no column",
    content: table,
    wish: { target: "kid" },
    code: "usage",
    message: /--target needs the name of a column, got "kid"/,
    hint: /Did you mean "kind"/,
  },
  {
    what: "a target that every object has",
    content: table,
    wish: { target: "__proto__" },
    code: "usage",
    message: /--target needs the name of a column/,
  },
  {
    what: "a target with a name of 100,000 characters",
    content: table,
    wish: { target: "x".repeat(100_000) },
    code: "usage",
    message: /^.{0,200}$/s,
    hint: /^.{0,500}$/s,
  },
  {
    what: "a target that is missing in every row",
    content: "x,kind\n1,\n2,NA\n",
    wish: { target: "kind" },
    message: /made\.csv, column 2 \("kind"\): the target/,
  },
  {
    what: "a target of one class",
    content: "x,kind\n1,a\n2,a\n",
    wish: { target: "kind" },
    message: /column 2 \("kind"\): the target has only one class/,
    hint: /--target/,
  },
  {
    what: "a target of one number",
    content: "x,y\n1,2.5\n2,2.5\n",
    wish: { target: "y" },
    message: /the target has only one value/,
  },
  {
    what: "a target of words for a regression",
    content: "x,y\n1,2\n2,b\n",
    wish: { target: "y", task: "regression" },
    message: /the target of a regression needs numbers\. line 3 "b" is no number/,
  },
  {
    what: "a task without the target that it needs",
    content: table,
    wish: { task: "classification" },
    code: "usage",
    message: /classification needs a target/,
  },
  {
    what: "a time of words",
    content: table,
    wish: { time: "city" },
    message: /made\.csv, column 2 \("city"\): .*--time.*line 2 "Rome"/s,
    hint: /YYYY-MM-DD|ISO 8601/,
  },
  {
    what: "a time of dates in two orders",
    content: "t,x\n31/12/2024,1\n12/31/2024,2\n",
    wish: { time: "t" },
    message: /column 1 \("t"\).*line 2 "31\/12\/2024"/s,
  },
  {
    what: "a time that is missing in every row",
    content: "t,x\n,1\n,2\n",
    wish: { time: "t" },
    message: /column 1 \("t"\): .*missing in every row/,
  },
  {
    what: "a group that is the same in every row",
    content: "g,x,kind\nA,1,a\nA,2,b\nA,3,a\n",
    wish: { target: "kind", groups: ["g"] },
    message: /column 1 \("g"\): .*only one group/,
    hint: /--group/,
  },
  {
    what: "a target that is a leak",
    content: table,
    wish: { target: "kind", leaks: ["kind"] },
    code: "usage",
    message: /cannot be under --leaks too/,
  },
  {
    what: "a leak that is no column",
    content: table,
    wish: { leaks: ["x", "constructor"] },
    code: "usage",
    message: /--leaks needs the name of a column, got "constructor"/,
  },
  {
    what: "a licence that is none",
    content: table,
    wish: { licence: "public\x1b[31m" },
    code: "usage",
    message: /is no SPDX licence/,
  },
  { what: "no source", content: table, wish: { source: " " }, code: "usage", message: /needs a source/ },
]);

acceptsAll([
  {
    what: "a target with missing cells",
    content: "x,kind\n1,a\n2,\n3,b\n4,a\n",
    wish: { target: "kind" },
    columns: [
      ["x", "integer", [1, 2, 3, 4]],
      ["kind", "string", ["a", null, "b", "a"]],
    ],
    tells: /The target "kind" is missing in 1 of 4 rows/,
  },
  {
    what: "one class only, and no target,",
    content: "x,kind\n1,a\n2,a\n",
    columns: [
      ["x", "integer", [1, 2]],
      ["kind", "string", ["a", "a"]],
    ],
    tells: /"kind" has the same value in every row/,
  },
  {
    what: "a time of months",
    content: "t,x\n1949-01,1\n1949-02,2\n",
    wish: { time: "t" },
    columns: [
      ["t", "string", ["1949-01", "1949-02"]],
      ["x", "integer", [1, 2]],
    ],
  },
  {
    what: "a time of dates in one order that is not ISO 8601",
    content: "t,x\n31/12/2024,1\n01/02/2025,2\n",
    wish: { time: "t" },
    columns: [
      ["t", "date", ["2024-12-31", "2025-02-01"]],
      ["x", "integer", [1, 2]],
    ],
  },
  {
    what: "a time of years",
    content: "t,x\n1949,1\n1950,2\n",
    wish: { time: "t" },
    columns: [
      ["t", "integer", [1949, 1950]],
      ["x", "integer", [1, 2]],
    ],
  },
  {
    what: "nothing but missing values",
    content: "a,b\n,NA\n,\n",
    columns: [
      ["a", "string", [null, null]],
      ["b", "string", ["NA", null]],
    ],
    tells: /"a" has no value at all/,
  },
]);
