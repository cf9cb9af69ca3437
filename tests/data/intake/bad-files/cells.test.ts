import { describe } from "vitest";

import { type AcceptedFile, acceptsAll } from "./bad-file.ts";

type Expected = AcceptedFile["columns"][number];

/** A table of these cells in a column "b", beside one of whole numbers. */
function cells(
  what: string,
  texts: readonly string[],
  [type, values]: [Expected[1], Expected[2]],
  tells?: RegExp,
): AcceptedFile {
  const quoted = texts.map((text) => `"${text.replaceAll('"', '""')}"`);
  const rows = quoted.map((cell, i) => `${i},${cell}\n`);
  const column: Expected = ["b", type, values];
  return {
    what,
    content: `a,b\n${rows.join("")}`,
    columns: [["a", "integer", texts.map((_, i) => i)], column],
    ...(tells ? { tells } : {}),
  };
}

/** The same, where every cell must stay as it is. */
function kept(what: string, texts: readonly string[], tells?: RegExp): AcceptedFile {
  return cells(what, texts, ["string", texts], tells);
}

describe("numbers", () => {
  acceptsAll([
    cells(
      "decimal commas",
      ["1,5", "-2,25", "0,125", "3"],
      ["number", [1.5, -2.25, 0.125, 3]],
      /numbers with a decimal comma, as in 3,14; stored as 3\.14/,
    ),
    kept("decimal commas among decimal points", ["1,5", "2.5", "3"]),
    kept(
      "commas that may divide thousands or decimals",
      ["1,234", "5,678"],
      /can divide thousands or decimals/,
    ),
    kept("commas that divide thousands", ["1,234", "1,234,567", "12"], /marks for thousands/),
    kept("points that divide thousands, and decimal commas", ["1.234,5", "12.345,75"], /marks for thousands/),
    kept("spaces and apostrophes that divide thousands", ["1 234", "1'234'567", "5"]),
    kept("leading zeros", ["007", "0123", "42"], /begins? with a zero/),
    kept("a leading zero and a decimal comma", ["00,5", "1,5"]),
    kept(
      "whole numbers of 64 bits",
      ["9223372036854775807", "-9223372036854775808", "1"],
      /keep each digit.*"9223372036854775807"/,
    ),
    cells(
      "the largest whole numbers that are exact",
      ["9007199254740991", "-9007199254740991"],
      ["integer", [9007199254740991, -9007199254740991]],
    ),
    kept("the next whole number after them", ["9007199254740992", "1"], /beyond/),
    cells(
      "a whole number beyond them that is written as a fraction",
      ["9007199254740993.0", "0.5"],
      ["number", [9007199254740992, 0.5]],
      /"b" has numbers of more digits than a computer's number keeps.*"9007199254740993\.0"/,
    ),
    cells(
      "more digits than are kept",
      ["0.1234567890123456789", "1"],
      ["number", [0.12345678901234568, 1]],
      /more digits than a computer's number keeps/,
    ),
    cells(
      "the edges of float64",
      ["1.7976931348623157e308", "5e-324", "2.2250738585072014E-308", "-1e-7"],
      ["number", [Number.MAX_VALUE, Number.MIN_VALUE, 2.2250738585072014e-308, -1e-7]],
    ),
    cells(
      "numbers without a digit before or after the point, and with a plus,",
      [".5", "5.", "+3", "-.25", "1e3", "1E+3"],
      ["number", [0.5, 5, 3, -0.25, 1000, 1000]],
    ),
    cells("minus zero with a fraction", ["-0.0", "1.5"], ["number", [-0, 1.5]]),
    cells("minus zero among fractions", ["-0", "1.5"], ["number", [-0, 1.5]]),
    kept("a number beyond float64", ["1e400", "1"], /"1e400"/),
    kept("a number that would become zero", ["1e-400", "1"], /"1e-400"/),
    cells(
      "NaN among numbers",
      ["1.5", "NaN", "nan"],
      ["number", [1.5, null, null]],
      /missing where it says "NaN" once, "nan" once/,
    ),
    kept("infinities", ["1", "inf", "-Infinity", "2"], /line 3 "inf"/),
    kept("hexadecimal numbers", ["0x10", "0xff"]),
    kept("numbers with underscores", ["1_000", "2_000"]),
    kept("percentages", ["5%", "12.5 %"], /percent/),
    kept("money", ["$5", "€ 1,200.50", "12 £"], /money/),
    kept("numbers with a unit", ["5 cm", "6 cm"]),
    kept("digits of other scripts", ["١٢", "５"]),
    cells(
      "numbers with spaces around them",
      [" 1", "2 ", "\u00a03"],
      ["integer", [1, 2, 3]],
      /spaces around 3 of the cells are left out/,
    ),
    cells(
      "cells of spaces among numbers",
      ["1", "  ", "3"],
      ["integer", [1, null, 3]],
      /missing where it says "" once/,
    ),
    kept("cells of spaces among words", ["x", "  ", "y"], /spaces around 1 of its texts/),
    kept("formulas", ["=1+1", "=cmd|' /C calc'!A0", "@SUM(A1:A9)", "+1+1", "-1+1"]),
    kept("the errors of a spreadsheet alone", ["#REF!", "#REF!"]),
    cells(
      "codes for missing values of many kinds",
      ["1", "NA", "n/a", "NULL", "-", "?", "", "#DIV/0!"],
      ["integer", [1, null, null, null, null, null, null, null]],
      /"NA" once.*"#DIV\/0!" once/,
    ),
    cells(
      "-999 among numbers",
      ["1", "2", "3", "4", "5", "6", "-999"],
      ["integer", [1, 2, 3, 4, 5, 6, -999]],
      /-999 in 1 cell, and no other value is nearer/,
    ),
  ]);
});

describe("dates", () => {
  acceptsAll([
    cells("dates", ["2024-02-29", "1999-12-31", ""], ["date", ["2024-02-29", "1999-12-31", null]]),
    kept("days that there are not", ["2023-02-29", "2023-02-30", "2024-13-01", "2024-01-01"]),
    kept("a year zero", ["0000-01-01", "2024-01-01"]),
    kept("zero dates of a database", ["0000-00-00", "2024-01-01"]),
    kept(
      "dates in two orders",
      ["31/12/2024", "12/31/2024", "01/02/2024"],
      /holds dates in more than one form/,
    ),
    kept(
      "dates in two notations",
      ["2024-01-05", "06.01.2024", "2024-01-07"],
      /holds dates in more than one form/,
    ),
    kept(
      "dates that can be read in two orders",
      ["01/02/2024", "03/04/2024"],
      /can be read as day\/month\/year or as month\/day\/year/,
    ),
    kept(
      "dates in one order that is not ISO 8601",
      ["31/12/2024", "01/02/2024"],
      /2 dates, all written as day\/month\/year/,
    ),
    kept("dates without leading zeros", ["2024-1-5", "2024-1-6"]),
    kept("years of five digits", ["12024-01-05", "2024-01-06"]),
    cells(
      "times",
      ["2024-05-31T23:59:00", "2024-05-31 00:00", "2024-05-31T10:00:00.123456Z", "2024-05-31T10:00:00+02:00"],
      [
        "datetime",
        [
          "2024-05-31T23:59:00",
          "2024-05-31 00:00",
          "2024-05-31T10:00:00.123456Z",
          "2024-05-31T10:00:00+02:00",
        ],
      ],
    ),
    kept("times that there are not", ["2024-05-31T24:01:00", "2024-05-31T10:60:00", "2024-05-31T10:00:00"]),
    kept("times of day", ["10:30", "23:59:59"]),
    kept("dates and times mixed", ["2024-05-31", "2024-05-31T10:00:00"]),
  ]);
});

describe("true and false, and words", () => {
  acceptsAll([
    cells(
      "true and false in three spellings",
      ["true", "FALSE", "True", "false", "NA"],
      ["boolean", ["true", "false", "true", "false", null]],
    ),
    kept("true and false in odd spellings", ["tRUE", "fALSE"]),
    kept("yes and no", ["yes", "No", "y", "N", "on", "off", "T", "F"]),
    cells("1 and 0", ["1", "0", "1"], ["integer", [1, 0, 1]]),
    kept("true, yes and 1", ["true", "yes", "1"]),
    kept(
      "codes for missing values among words",
      ["oak", "None", "NA", "elm"],
      /says "None" \(1\), "NA" \(1\) among other words/,
    ),
    kept(
      "words that differ in case and spaces",
      ["Oak", "oak", " oak", "oak "],
      /differ in letter case or spaces alone/,
    ),
    kept("control characters", ["\x01", "\x1b[2J", "a\tb", "\x7f", "\x85"]),
    kept("texts that look like a program's own", [
      '","',
      '"',
      '""',
      "\\",
      "\\N",
      "\\n",
      "'",
      "`",
      "$(rm -rf /)",
      "{{7*7}}",
      "<script>alert(1)</script>",
      "![x](javascript:0)",
      "| a | b |",
    ]),
    kept("text as long as a cell can be", ["x".repeat(1_000_000), "y"]),
  ]);
});
