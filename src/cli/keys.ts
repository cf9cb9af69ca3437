import { on } from "node:events";

import type { Terminal } from "./terminal/screen.ts";

/** What Ctrl-C and Ctrl-D send in raw mode. */
const quitting = new Set(["\x03", "\x04"]);

/**
 * The keys that a person presses, one by one, in lower case; Ctrl-C and the end of the input read as "q". Where nobody is at a
 * terminal it ends with the process only.
 */
export async function* readKeys({ input, interactive }: Terminal): AsyncGenerator<string> {
  if (!interactive) {
    await new Promise<never>(() => setInterval(() => undefined, 2 ** 30));
    return;
  }
  input.setRawMode?.(true);
  input.resume();
  try {
    for await (const [piece] of on(input, "data", { close: ["end"] })) {
      for (const key of String(piece)) yield quitting.has(key) ? "q" : key.toLowerCase();
    }
    yield "q";
  } finally {
    input.setRawMode?.(false);
    input.pause();
  }
}
