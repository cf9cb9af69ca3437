import { PassThrough } from "node:stream";

import type { Terminal } from "../../../src/cli/terminal/screen.ts";

/** A terminal whose keys a test presses and whose screen it reads. */
export function fakeTerminal({ interactive = true, rows = 24 } = {}) {
  const rawModes: boolean[] = [];
  const input = Object.assign(new PassThrough(), { setRawMode: (isRaw: boolean) => rawModes.push(isRaw) });
  const output = Object.assign(new PassThrough(), { rows });
  let written = "";
  output.on("data", (chunk: Buffer) => {
    written += chunk;
  });
  const terminal = { width: 80, colour: false, ascii: false, interactive, input, output } satisfies Terminal;
  return {
    ...terminal,
    written: () => written,
    /** What is left on screen once cleared lines are gone. */
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is the sequence that clears a line.
    screen: () => written.replace(/[^\n]*\r\x1b\[2K/g, ""),
    rawModes: () => rawModes,
    /** Resolves when a text has been written so many times. */
    shows: async (text: string, times = 1) => {
      while (written.split(text).length <= times) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
