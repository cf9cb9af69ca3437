import { cpSync } from "node:fs";
import { join } from "node:path";

import type { Answers } from "./answers.ts";
import { type SaveLoop, timeSaves } from "./save-loop.ts";
import { passedIn } from "./watch-loop.ts";
import type { Workshop } from "./workshop.ts";

/** Times saves under vitest, which watches with a test that says what the lesson's checks say. */
export async function vitestLoop(
  root: string,
  workshop: Workshop,
  answers: Answers,
  say: (text: string) => void,
): Promise<SaveLoop> {
  answers.save(true);
  const { course } = workshop;
  cpSync(join(root, "tests/fixtures/vitest-loop"), join(course, "vitest-loop"), { recursive: true });
  const vitest = join(course, "node_modules/vitest/vitest.mjs");
  const child = workshop.start(
    [process.execPath, vitest, "watch", "--config", "vitest-loop/vitest.config.mjs"],
    course,
  );
  try {
    return await timeSaves(child, answers, passedIn, (text) => say(`vitest: ${text}`));
  } finally {
    workshop.stop(child);
  }
}
