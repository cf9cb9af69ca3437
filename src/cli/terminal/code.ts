import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";

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
    const pieces = wrapAnsi(line, Math.max(1, room - stringWidth(mark)), { hard: true, trim: false }).split(
      "\n",
    );
    return pieces.map((piece, i) => (INDENT + (i === 0 ? "" : mark) + piece).trimEnd());
  });
}
