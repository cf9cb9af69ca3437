import type { Context } from "./context.ts";
import { aboutLesson, type OpenedLesson, titleOfLesson } from "./lesson-to-show.ts";
import { penFor, plain } from "./terminal/look.ts";
import { wrap } from "./terminal/wrap.ts";

/**
 * Shows what stands above a lesson, at once: its numbers may take a while.
 *
 * @returns how many rows of the screen it has taken
 */
export function showTitle(opened: OpenedLesson, { terminal, print }: Context): number {
  const { colours } = penFor(terminal);
  const { lesson } = opened;
  const title = plain(titleOfLesson(opened), terminal);
  const about = wrap(plain(aboutLesson(opened), terminal), terminal.width).map(colours.dim);
  const goals = lesson.goals.flatMap((goal) =>
    wrap(plain(goal, terminal), terminal.width - 4).map((line, i) => `  ${i === 0 ? "-" : " "} ${line}`),
  );
  const intro = lesson.goals.length > 0 ? ["", "Afterwards you can say:", ...goals] : [];
  const lines = ["", colours.bold(title), ...about, ...intro, ""];
  print(lines.join("\n"));
  return lines.length;
}
