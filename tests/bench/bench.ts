import type { BenchRequest } from "../../src/cli/bench.ts";
import { answersIn } from "./answers.ts";
import { measureCold } from "./cold.ts";
import { jsonOf, type Report, textOf } from "./report.ts";
import { vitestLoop } from "./vitest-loop.ts";
import { watchLoop } from "./watch-loop.ts";
import { openWorkshop } from "./workshop.ts";

/**
 * Measures, one after the other, how long a grading takes from cold, how long a save waits for its verdict, and how long
 * it would wait for vitest.
 *
 * @returns the figures, as a table to read or as JSON
 */
export async function bench({ root, only, json, say }: BenchRequest): Promise<string> {
  const workshop = openWorkshop(root);
  const wants = (part: string) => only === undefined || only === part;
  try {
    const answers = answersIn(workshop.course);
    const report: Report = {
      cold: wants("cold") ? await measureCold(workshop, answers, say) : undefined,
      watch: wants("watch") ? await watchLoop(workshop, answers, say) : undefined,
      vitest: wants("vitest") ? await vitestLoop(root, workshop, answers, say) : undefined,
    };
    return json ? jsonOf(report) : textOf(report);
  } finally {
    workshop.close();
  }
}
