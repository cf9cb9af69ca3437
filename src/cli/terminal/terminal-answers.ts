import type { Terminal } from "./screen.ts";

/** What a terminal answers about itself; what it keeps to itself is undefined. */
export interface TerminalAnswers {
  /** Whether its background is dark. */
  readonly isDark?: boolean;
  /** The pixels of one cell. */
  readonly cell?: { readonly width: number; readonly height: number };
  readonly hasSixel?: boolean;
}

/** Its background's colour, the size of a cell, and last what it is: a question that each terminal answers. */
const QUESTIONS = "\x1b]11;?\x1b\\\x1b[16t\x1b[c";
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals answer in control sequences.
const BACKGROUND = /\x1b\]11;rgb:([\da-f]+)\/([\da-f]+)\/([\da-f]+)(?:\x07|\x1b\\)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const CELL = /\x1b\[6;(\d+);(\d+)t/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const ATTRIBUTES = /\x1b\[\?([\d;]+)c/;
/** A terminal on this machine answers in one; one far away must have time for a way around the world. */
const PATIENCE = 300;

/**
 * Asks a terminal about itself. Keys that the person presses meanwhile are kept for whoever reads next, and the terminal is
 * left as it was. Without a person there it asks nothing.
 *
 * @param patience milliseconds to wait for the last answer
 */
export async function askTerminal(terminal: Terminal, patience = PATIENCE): Promise<TerminalAnswers> {
  const { input, output, interactive } = terminal;
  if (!interactive) return {};
  let heard = "";
  input.setRawMode?.(true);
  await new Promise<void>((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      input.off("data", onData).off("end", finish);
      input.pause();
      resolve();
    };
    const onData = (data: Buffer | string) => {
      heard += String(data);
      if (ATTRIBUTES.test(heard)) finish();
    };
    const timer = setTimeout(finish, patience);
    input.on("data", onData).on("end", finish);
    input.resume();
    output.write(QUESTIONS);
  });
  input.setRawMode?.(false);
  const keys = [BACKGROUND, CELL, ATTRIBUTES].reduce((rest, answer) => rest.replace(answer, ""), heard);
  if (keys !== "") input.unshift(keys);
  return answersIn(heard);
}

function answersIn(heard: string): TerminalAnswers {
  const background = BACKGROUND.exec(heard)?.slice(1);
  const [, height, width] = CELL.exec(heard) ?? [];
  const attributes = ATTRIBUTES.exec(heard)?.[1]?.split(";");
  return {
    ...(background ? { isDark: isDark(background) } : {}),
    ...(Number(width) > 0 && Number(height) > 0
      ? { cell: { width: Number(width), height: Number(height) } }
      : {}),
    ...(attributes ? { hasSixel: attributes.slice(1).includes("4") } : {}),
  };
}

/** Colours have one to four hexadecimal digits each. */
function isDark(colour: readonly string[]): boolean {
  const [red = 0, green = 0, blue = 0] = colour.map(
    (part) => Number.parseInt(part, 16) / (16 ** part.length - 1),
  );
  return 0.299 * red + 0.587 * green + 0.114 * blue < 0.5;
}
