import type { Terminal } from "./screen.ts";

const PROMPT = "— Enter for more, q to stop —";
const CLEAR_LINE = "\r\x1b[2K";
const MORE = new Set(["\r", "\n", " "]);
/** In raw mode, Ctrl-C and Ctrl-D come as characters. */
const QUIT = new Set(["q", "Q", "\x03", "\x04"]);

type RowsOf = (line: string) => number;

/** How reading went on: to the end, or until the reader had enough. */
export type Paged = "end" | "quit";

/**
 * Writes chunks of set text one after another, an empty line between them. A person at a terminal gets the next one
 * on Enter, and one that is taller than the screen in several parts; otherwise everything is written at once.
 *
 * @param rowsOf how many rows of the screen a line takes, where that may be more than one: a line can be an image
 * @param taken how many rows of the first screen something else has taken already
 * @example
 * await page(sections, { ...readScreen(process.stdout, process.env), input: process.stdin, output: process.stdout })
 */
export async function page(
  chunks: Iterable<string> | AsyncIterable<string>,
  terminal: Terminal,
  rowsOf: RowsOf = () => 1,
  taken = 0,
): Promise<Paged> {
  let isFirst = true;
  for await (const chunk of chunks) {
    for (const part of screenfuls(chunk, terminal, rowsOf, isFirst ? taken : 0)) {
      if (!isFirst && (await waitForEnter(terminal)) === "quit") return "quit";
      terminal.output.write(`${part}\n`);
      isFirst = false;
    }
    terminal.output.write("\n");
  }
  return "end";
}

/**
 * Waits until the reader wants more (Enter or space), or has enough (q, Ctrl-C, Ctrl-D or the end of the input).
 * The prompt is gone afterwards, and the terminal as it was. Without a person it does not wait.
 */
export function waitForEnter({ input, output, interactive, ascii }: Terminal): Promise<"more" | "quit"> {
  if (!interactive) return Promise.resolve("more");
  output.write(ascii ? PROMPT.replaceAll("—", "--") : PROMPT);
  input.setRawMode?.(true);
  return new Promise((resolve) => {
    const finish = (answer: "more" | "quit") => {
      input.off("data", onKey).off("end", onEnd);
      input.pause();
      input.setRawMode?.(false);
      output.write(CLEAR_LINE);
      resolve(answer);
    };
    const onKey = (key: Buffer | string) => {
      const [pressed = ""] = String(key);
      if (QUIT.has(pressed)) finish("quit");
      else if (MORE.has(pressed)) finish("more");
    };
    const onEnd = () => finish("quit");
    input.on("data", onKey).on("end", onEnd);
    input.resume();
  });
}

/** Parts of a chunk that fit the screen, cut at the last empty line in their lower half where there is one. */
function screenfuls(
  chunk: string,
  { interactive, output }: Terminal,
  rowsOf: RowsOf,
  taken: number,
): string[] {
  if (!interactive) return [chunk];
  const room = Math.max(5, (output.rows || 24) - 2);
  return cutInto(chunk.split("\n"), { first: Math.max(5, room - taken), room }, rowsOf);
}

function cutInto(
  lines: readonly string[],
  { first, room }: { readonly first: number; readonly room: number },
  rowsOf: RowsOf,
): string[] {
  const fitting = howManyFit(lines, first, rowsOf);
  if (fitting === lines.length) return [lines.join("\n")];
  const gap = lines.lastIndexOf("", fitting);
  const cut = gap > fitting / 2 ? gap : fitting;
  return [lines.slice(0, cut).join("\n"), ...cutInto(lines.slice(cut), { first: room, room }, rowsOf)];
}

/** How many of the first lines fit; one at least, however tall it is. */
function howManyFit(lines: readonly string[], room: number, rowsOf: RowsOf): number {
  let rows = 0;
  const end = lines.findIndex((line) => {
    rows += rowsOf(line);
    return rows > room;
  });
  return end < 0 ? lines.length : Math.max(1, end);
}
