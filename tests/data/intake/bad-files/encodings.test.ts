import { acceptsAll, refusesAll } from "./bad-file.ts";
import { bytes, utf16be, utf16le } from "./bytes.ts";

const utf8 = (text: string) => Buffer.from(text, "utf8");
const latin1 = (text: string) => Buffer.from(text, "latin1");
const trees = [
  ["tree", "string", ["Kastanie, süß", "木"]],
  ["height", "number", [20.5, null]],
] as const;
const treesText = 'tree,height\n"Kastanie, süß",20.5\n木,\n';

refusesAll([
  {
    what: "UTF-8 cut within its only character beyond ASCII",
    content: bytes("a,b\n1,caf", 0xc3),
    message: /line 2.*the text ends within a character/,
  },
  {
    what: "UTF-8 cut within an emoji",
    content: bytes("a,b\n1,ok ", 0xf0, 0x9f, 0x98),
    message: /line 2.*the text ends within a character/,
  },
  {
    what: "UTF-8 cut within a character, others before it,",
    content: utf8("a,b\né,ü").subarray(0, -1),
    message: /line 2.*the text ends within a character/,
  },
  {
    what: "UTF-8 and then a row of Latin-1",
    content: bytes("a,b\né,1\n2,x", 0xe9, "x\n"),
    message: /line 3, character 4: the byte 0xe9 is not UTF-8/,
    hint: /Save the file as UTF-8/,
  },
  {
    what: "a row of Latin-1 and then UTF-8",
    content: bytes("a,b\nx", 0xe9, ",1\né,2\nü,3\n"),
    message: /line 2, character 2: the byte 0xe9 is not UTF-8/,
  },
  {
    what: "many rows of Latin-1 and then some of UTF-8",
    content: Buffer.concat([latin1(`a,b\n${"Köln,1\n".repeat(20)}`), utf8("Köln,2\nKöln 😀,3\nKöln,4\n")]),
    message: /line 2, character 2: the byte 0xf6 is not UTF-8/,
  },
  {
    what: "UTF-8 with an overlong character",
    content: bytes("a,b\n1,", 0xc0, 0xaf, "\n"),
    message: /line 2.*(is not UTF-8|nor Windows)/,
  },
  {
    what: "UTF-8 with half a UTF-16 pair",
    content: bytes("a,b\n1,", 0xed, 0xa0, 0x80, "\n"),
    message: /line 2/,
  },
  {
    what: "Shift-JIS",
    content: bytes("a,b\n", 0x93, 0x8c, 0x8b, 0x9e, ",1\n", 0x91, 0xe5, 0x8d, 0xe3, ",2\n"),
    message: /line 2/,
    hint: /Save the file as UTF-8/,
  },
  {
    what: "Shift-JIS without a byte that Windows-1252 lacks",
    content: bytes("a,b\n", 0x93, 0x8c, 0x8b, 0x9e, ",1\n", 0x96, 0xbc, 0x8c, 0xc3, 0x89, 0xae, ",2\n"),
    message: /line 2, character 1: the byte 0x93 is not UTF-8, and the text does not look like Windows-1252/,
  },
  {
    what: "Shift-JIS in katakana",
    content: bytes("a,b\n", 0x83, 0x41, 0x83, 0x43, 0x83, 0x45, ",1\n"),
    message: /line 2, character 1: the byte 0x83/,
  },
  {
    what: "a table of DOS",
    content: bytes("a,b\nOrl", 0x82, "ans,1\nBesan", 0x87, "on,2\n"),
    message: /line 2, character 4: the byte 0x82 is not UTF-8, and the text does not look like Windows-1252/,
  },
  {
    what: "GBK",
    content: bytes("a,b\n", 0xb1, 0xb1, 0xbe, 0xa9, ",1\n", 0xc9, 0xcf, 0xba, 0xa3, ",2\n"),
    message: /line 2, character 1: the byte 0xb1 is not UTF-8, and/,
  },
  {
    what: "Cyrillic of Windows-1251",
    content: bytes("a,b\n", 0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, ",1\n"),
    message: /line 2, character 1: the byte 0xcf is not UTF-8, and/,
  },
  {
    what: "UTF-16 cut within a unit",
    content: utf16le("a,b\n1,2\n").subarray(0, -1),
    message: /line 2.*ends within a character/,
  },
  {
    what: "UTF-16 with half a pair",
    content: utf16le("a,b\n1,\ud800x\n"),
    message: /line 2, character 3: half of a UTF-16 pair stands alone/,
  },
  {
    what: "UTF-32",
    content: bytes("", 0xff, 0xfe, 0, 0, ..."a,b\n1,2\n".split("").flatMap((c) => [c, 0, 0, 0])),
    message: /line 1, column 1: .*zero byte/,
  },
  {
    what: "a NUL in a cell",
    content: "a,b\n1,2\n3,x\0y\n",
    message: /line 3, column 2: the cell holds a zero byte/,
  },
  {
    what: "a NUL in quotes",
    content: 'a,b\n1,2\n"x\0y",4\n',
    message: /line 3, column 1: the cell holds a zero byte/,
  },
  {
    what: "a NUL in the header",
    content: "a\0,b\n1,2\n",
    message: /line 1, column 1: the cell holds a zero byte/,
  },
  {
    what: "NULs at the end, as a crash leaves them,",
    content: `a,b\n1,2\n${"\0".repeat(100)}`,
    message: /line 3, column 1: the cell holds a zero byte/,
  },
  {
    what: "a byte order mark and nothing else",
    content: "\ufeff",
    message: /made\.csv has no content but empty lines/,
  },
  {
    what: "two byte order marks",
    content: "\ufeff\ufeffa,b\n1,2\n",
    message: /line 1, column 1: .*"\\ufeffa".*cannot be seen/,
    hint: /\S/,
  },
]);

acceptsAll([
  { what: "UTF-8", content: treesText, columns: trees },
  { what: "UTF-8 with a byte order mark", content: `\ufeff${treesText}`, columns: trees },
  {
    what: "UTF-16 LE with a mark",
    content: utf16le(`\ufeff${treesText}`),
    columns: trees,
    tells: /^UTF-16 LE$/m,
  },
  { what: "UTF-16 BE with a mark", content: utf16be(`\ufeff${treesText}`), columns: trees },
  {
    what: "UTF-16 LE without a mark",
    content: utf16le(treesText),
    columns: trees,
    tells: /UTF-16 LE, without/,
  },
  {
    what: "UTF-16 BE without a mark",
    content: utf16be(treesText),
    columns: trees,
    tells: /UTF-16 BE, without/,
  },
  {
    what: "Latin-1",
    content: latin1("a,b\nGrüße aus Köln,1\nCafé,2\nação,3\n"),
    columns: [
      ["a", "string", ["Grüße aus Köln", "Café", "ação"]],
      ["b", "integer", [1, 2, 3]],
    ],
    tells: /is not UTF-8.*"Grüße"/s,
  },
  {
    what: "Latin-1 that ends with its only accent",
    content: latin1("a,b\n1,café"),
    columns: [
      ["a", "integer", [1]],
      ["b", "string", ["café"]],
    ],
  },
  {
    what: "Windows-1252",
    content: bytes("a,b\n", 0x93, "no", 0x94, " ", 0x96, " it", 0x92, "s ", 0x80, "5,1\n"),
    columns: [
      ["a", "string", ["“no” – it’s €5"]],
      ["b", "integer", [1]],
    ],
  },
  {
    what: "a byte order mark in the middle, where two files were joined,",
    content: "a,b\n1,2\n\ufeff3,4\n",
    columns: [
      ["a", "string", ["1", "\ufeff3"]],
      ["b", "integer", [2, 4]],
    ],
    tells: /"a" is whole numbers but for 1 of 2 cells|line 3 "\\ufeff3"/,
  },
  {
    what: "characters of every length, spaces of no width, and both directions",
    content: "a,b\n1,é木😀\n2,a\u200bb\u00a0\n3,\u202egnp.exe\n4,e\u0301\n5,\u2028\n",
    columns: [
      ["a", "integer", [1, 2, 3, 4, 5]],
      ["b", "string", ["é木😀", "a\u200bb\u00a0", "\u202egnp.exe", "e\u0301", "\u2028"]],
    ],
  },
]);
