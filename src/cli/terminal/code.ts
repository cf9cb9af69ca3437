import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";

import { highlight } from "./highlight.ts";
import { indented, type Pen, plain } from "./look.ts";

const INDENT = "    ";
const TAB = "  ";

/**
 * Sets a block of code, indented. A line that is too long goes on in the next, which then begins with a mark.
 *
 * @example
 * setCode("const n = 3;", "ts", pen) // ["    const n = 3;"]
 */
export function setCode(code: string, language: string, pen: Pen): string[] {
  const mark = pen.colours.dim(pen.ascii ? "> " : "↪ ");
  const room = indented(pen, INDENT.length).width;
  const set = highlight(plain(code, pen).replaceAll("\t", TAB), language, pen.colours);
  return set.split("\n").flatMap((line) => {
    if (stringWidth(line) <= room) return (INDENT + line).trimEnd();
    const own = line.slice(0, Math.min(line.search(/[^ ]|$/), Math.floor(room / 2)));
    const pieces = wrapAnsi(line.slice(own.length), room - own.length - stringWidth(mark), { hard: true });
    return pieces.split("\n").map((piece, i) => INDENT + own + (i === 0 ? "" : mark) + piece);
  });
}
