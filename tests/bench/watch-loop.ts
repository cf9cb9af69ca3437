import type { Answers } from "./answers.ts";
import { type SaveLoop, timeSaves } from "./save-loop.ts";
import type { Workshop } from "./workshop.ts";

/** Times saves under `npm run watch 6`. */
export async function watchLoop(
  workshop: Workshop,
  answers: Answers,
  say: (text: string) => void,
): Promise<SaveLoop> {
  answers.save(true);
  const child = workshop.start(["npm", "run", "watch", "6", "--", "--json"], workshop.course);
  try {
    return await timeSaves(child, answers, passedIn, (text) => say(`watch: ${text}`));
  } finally {
    workshop.stop(child);
  }
}

/** Whether a line is a verdict, and the answer passed; npm puts lines of its own before. */
export function passedIn(line: string): boolean | undefined {
  if (!line.startsWith("{")) return undefined;
  const { passed } = JSON.parse(line);
  return typeof passed === "boolean" ? passed : undefined;
}
