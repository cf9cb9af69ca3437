import { acceptsAll, refusesAll } from "./bad-file.ts";

refusesAll([
  {
    what: "a JSON object of columns",
    content: '{\n"a": [1, 2],\n"b": [3, 4]\n}',
    message: /line 1.*one whole record on each line/,
    hint: /list of records/,
  },
  {
    what: "a JSON list of lists",
    content: '[["a", "b"], [1, 2]]',
    message: /line 1, character 2: a record should begin here/,
    hint: /needs to be an object/,
  },
  {
    what: "a JSON list of numbers",
    content: "[1, 2]",
    message: /line 1, character 2: a record should begin here/,
  },
  { what: "an empty JSON list", content: "[]", message: /holds no records/ },
  { what: "JSON records without keys", content: "[{}, {}]", message: /holds no records/ },
  { what: "a JSON number", content: "42", message: /has a header line and no rows/ },
  {
    what: "JSON with a trailing comma in a record",
    content: '[\n{"a": 1},\n{"a": 2,}\n]',
    message: /line 3, character 9: a text in double quotes should stand here/,
  },
  {
    what: "JSON with a trailing comma in the list",
    content: '[{"a": 1},\n]',
    message: /line 2, character 1: a record should begin here/,
  },
  {
    what: "JSON with a key twice",
    content: '[{"a": 1},\n{"a": 1, "a": 2}]',
    message: /line 2.*the record has the key "a" twice/,
  },
  {
    what: "JSON cut short",
    content: '[{"a": 1}, {"a": ',
    message: /line 1.*the text ends, but a value should stand here/,
  },
  {
    what: "JSON with something after it",
    content: '[{"a": 1}]\n[{"a": 2}]',
    message: /line 2, character 1: something follows where the JSON text should end/,
  },
  {
    what: "JSON with NaN",
    content: '[{"a": NaN}]',
    message: /line 1, character 8: a value should stand here/,
    hint: /null/,
  },
  {
    what: "JSON with single quotes",
    content: "[{'a': 1}]",
    message: /line 1, character 3: a text in double quotes should stand here/,
  },
  {
    what: "JSON with comments",
    content: '[{"a": 1}, // one\n{"a": 2}]',
    message: /line 1, character 12: a record should begin here/,
  },
  {
    what: "JSON with a leading zero",
    content: '[{"a": 007}]',
    message: /line 1, character 9: } should stand here/,
  },
  {
    what: "JSON nested 5,000 deep",
    content: `[{"a": ${"[".repeat(5000)}${"]".repeat(5000)}}]`,
    message: /line 1.*nested more than 100 deep/,
  },
  { what: "JSON with an empty key", content: '[{"": 1}]', message: /column 1: .*no name/ },
  { what: "JSON with a zero character", content: '[{"a": "\\u0000"}]', message: /line 1.*zero character/ },
  { what: "JSON with half a pair", content: '[{"a": "\\ud800"}]', message: /line 1.*half of a UTF-16 pair/ },
  {
    what: "JSON with a key of two byte order marks",
    content: '[{"\\ufeffa": 1}]',
    message: /column 1: .*"\\ufeffa".*cannot be seen/,
  },
  {
    what: "JSON with a record of 6 MB",
    content: JSON.stringify([
      Object.fromEntries(Array.from({ length: 7 }, (_, j) => [`k${j}`, "x".repeat(900_000)])),
    ]),
    message: /line 1.*record is longer than 2,000,000 bytes/,
  },
  {
    what: "JSON with a cell of 4 MB",
    content: JSON.stringify([{ a: "x".repeat(4_000_000) }]),
    message: /line 1: "a" has 4,000,000 bytes; 1,000,000 are the most/,
  },
  {
    what: "JSON lines with a broken line 3",
    content: '{"a": 1}\n{"a": 2}\n{"a": 3\n{"a": 4}\n',
    message: /line 3, character 8: the text ends, but } should stand here/,
  },
  {
    what: "JSON lines with two records on a line",
    content: '{"a": 1}\n{"a": 2} {"a": 3}\n',
    message: /line 2, character 10: something follows/,
  },
  {
    what: "JSON lines with a list on a line",
    content: '{"a": 1}\n[2]\n',
    message: /line 2, character 1: a record should begin here/,
  },
  {
    what: "JSON lines with one of 40 MB",
    content: `{"a": 1}\n{"a": "${"x".repeat(40_000_000)}"}\n`,
    message: /line 2.*longer than/,
  },
]);

acceptsAll([
  {
    what: "JSON with keys that differ",
    fileName: "made.json",
    content: '[{"a": 1}, {"b": "x", "a": 2}, {"c": true}, {}]',
    columns: [
      ["a", "integer", [1, 2, null, null]],
      ["b", "string", [null, "x", null, null]],
      ["c", "boolean", [null, null, "true", null]],
    ],
  },
  {
    what: "JSON with keys that every object has",
    fileName: "made.json",
    content: '[{"__proto__": 1, "constructor": "x"}, {"__proto__": 2, "toString": null}]',
    columns: [
      ["__proto__", "integer", [1, 2]],
      ["constructor", "string", ["x", null]],
      ["toString", "string", [null, null]],
    ],
  },
  {
    what: "JSON with keys that are numbers, in their order,",
    fileName: "made.json",
    content: '[{"b": 1, "2": 2, "1": 3}]',
    columns: [
      ["b", "integer", [1]],
      ["2", "integer", [2]],
      ["1", "integer", [3]],
    ],
  },
  {
    what: "JSON with lists and objects",
    fileName: "made.json",
    content: '[{"a": [1, 2.50, {"b": 1e400}], "b": 1}, {"a": null, "b": 2}]',
    columns: [
      ["a", "string", ['[1, 2.50, {"b": 1e400}]', null]],
      ["b", "integer", [1, 2]],
    ],
    tells: /"a" holds lists or objects; they are kept as JSON text/,
  },
  {
    what: "JSON with whole numbers of 64 bits",
    fileName: "made.json",
    content: '[{"a": 9223372036854775807}, {"a": -1}]',
    columns: [["a", "string", ["9223372036854775807", "-1"]]],
    tells: /keep each digit/,
  },
  {
    what: "JSON with numbers, texts and truth in one key",
    fileName: "made.json",
    content: '[{"a": 1}, {"a": "1"}, {"a": "one"}, {"a": true}]',
    columns: [["a", "string", ["1", "1", "one", "true"]]],
  },
  {
    what: "JSON with texts that hold line ends, quotes and escapes",
    fileName: "made.json",
    content: '[{"a": "x\\ny\\u00e9\\ud83d\\ude00\\"\\\\", "b": 1}]',
    columns: [
      ["a", "string", ['x\nyé😀"\\']],
      ["b", "integer", [1]],
    ],
  },
  {
    what: "JSON with an empty text and null",
    fileName: "made.json",
    content: '[{"a": "", "b": 1}, {"a": null, "b": 2}, {"a": "x", "b": 3}]',
    columns: [
      ["a", "string", [null, null, "x"]],
      ["b", "integer", [1, 2, 3]],
    ],
    tells: /Empty texts were taken for missing values: 1\./,
  },
  {
    what: "JSON that is called .csv, with a byte order mark and empty lines before it,",
    content: '\ufeff\n\n  [\n{"a": 1}]',
    columns: [["a", "integer", [1]]],
  },
  {
    what: "CSV that is called .json",
    fileName: "made.json",
    content: "a,b\n1,2\n",
    columns: [
      ["a", "integer", [1]],
      ["b", "integer", [2]],
    ],
  },
  {
    what: "JSON lines with empty lines and line ends of Windows",
    fileName: "made.jsonl",
    content: '{"a": 1}\r\n\r\n{"a": 2}\r\n',
    columns: [["a", "integer", [1, 2]]],
  },
  {
    what: "JSON lines with a line separator of Unicode in a text",
    fileName: "made.jsonl",
    content: '{"a": "x\u2028y", "b": 1}\n{"a": "z\u0085", "b": 2}\n',
    columns: [
      ["a", "string", ["x\u2028y", "z\u0085"]],
      ["b", "integer", [1, 2]],
    ],
  },
]);
