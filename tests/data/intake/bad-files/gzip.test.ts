import { gzipSync } from "node:zlib";

import { acceptsAll, refusesAll } from "./bad-file.ts";
import { utf16le } from "./bytes.ts";

const trees = [
  ["tree", "string", ["Kastanie, süß", "木"]],
  ["height", "number", [20.5, null]],
] as const;
const treesText = 'tree,height\n"Kastanie, süß",20.5\n木,\n';

refusesAll([
  {
    what: "gzip cut short",
    content: gzipSync(`a,b\n${"1.5,2\n".repeat(9000)}`).subarray(0, 40),
    message: /ends before its gzip data do/,
  },
  {
    what: "gzip cut within its check sum",
    content: gzipSync("a,b\n1,2\n").subarray(0, -3),
    message: /ends before its gzip data do/,
  },
  {
    what: "gzip with a wrong check sum",
    content: flipped(gzipSync("a,b\n1,2\n"), -6),
    message: /holds damaged gzip data/,
  },
  {
    what: "gzip with text after it",
    content: Buffer.concat([gzipSync("a,b\n1,2\n"), Buffer.from("3,4\n")]),
    message: /something else follows the gzip data/,
  },
  {
    what: "Parquet in gzip",
    content: gzipSync("PAR1 and so on PAR1"),
    message: /is a Parquet file packed with gzip/,
    hint: /gunzip/,
  },
  { what: "a gzip bomb of 1 GB", content: bomb(), message: /unpacks to more than 200 times its size/ },
  { what: "gzip in gzip", content: gzipSync(gzipSync("a,b\n1,2\n")), message: /is packed with gzip twice/ },
  { what: "gzip of nothing", content: gzipSync(""), message: /is empty/ },
]);

acceptsAll([
  {
    what: "gzip in two parts",
    content: Buffer.concat([gzipSync("a,b\n1,2\n"), gzipSync("3,4\n")]),
    columns: [
      ["a", "integer", [1, 3]],
      ["b", "integer", [2, 4]],
    ],
  },
  {
    what: "gzip filled up with zeros, as tapes do,",
    content: Buffer.concat([gzipSync("a,b\n1,2\n"), Buffer.alloc(512)]),
    columns: [
      ["a", "integer", [1]],
      ["b", "integer", [2]],
    ],
  },
  {
    what: "gzip of UTF-16",
    content: gzipSync(utf16le(`\ufeff${treesText}`)),
    fileName: "trees.csv",
    columns: trees,
  },
]);

function flipped(content: Buffer, at: number): Buffer {
  const copy = Buffer.from(content);
  const place = copy.length + at;
  copy[place] = (copy[place] ?? 0) ^ 0xff;
  return copy;
}

/** 1 GB of zeros in 1 MB: ten times the same part. */
function bomb(): Buffer {
  const part = gzipSync(Buffer.alloc(100_000_000), { level: 9 });
  return Buffer.concat(Array.from({ length: 10 }, () => part));
}
