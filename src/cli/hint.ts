import { Argument, Command } from "commander";

import { appendEvent, readEvents } from "../course/attempts.ts";
import { type Lesson, readLesson } from "../course/course.ts";
import { type HintChoice, nextHint } from "../course/hints.ts";
import { type Context, commandLine } from "./context.ts";
import { chooseLesson } from "./grading.ts";
import { jsonOption } from "./options.ts";

/** `npm run hint 6`: one hint more, chosen by what failed last. */
export function define(context: Context): Command {
  return new Command("hint")
    .description("one hint more each time, chosen by what failed last")
    .addArgument(new Argument("[lesson]", "its number or name; the exercise saved last if left out"))
    .addOption(jsonOption("print the hint as one line of JSON"))
    .addHelpText("after", "\nExample:\n  npm run hint 6")
    .action((wanted: string | undefined, options: { json?: true }) => hint(context, wanted, options));
}

async function hint(context: Context, wanted: string | undefined, { json }: { json?: true }): Promise<void> {
  const lesson = readLesson(chooseLesson(context.root, wanted));
  const choice = takeHint(context, lesson);
  if (json) context.print(JSON.stringify(choice));
  else context.print(await hintText(choice, lesson.number, context));
}

/** Chooses the next hint and writes down that it was given. */
export function takeHint({ root, now }: Context, { id, hints }: Pick<Lesson, "id" | "hints">): HintChoice {
  const choice = nextHint(hints, readEvents(root).events, id);
  if (choice.isNew) {
    const { check, index } = choice;
    const event = { kind: "hint", at: now().toISOString(), lesson: id, index } as const;
    appendEvent(root, check === undefined ? event : { ...event, check });
  }
  return choice;
}

/** A hint as it is shown, with how many are left. */
export async function hintText(
  { text, left, isNew }: HintChoice,
  number: number,
  { terminal }: Context,
): Promise<string> {
  const [{ parseMarkdown }, { renderMarkdown }] = await Promise.all([
    import("../course/lesson-text-markdown.ts"),
    import("./terminal/markdown.ts"),
  ]);
  const more = left > 0 ? `${left} more: ${commandLine("hint", number)}` : "That was the last one.";
  const again = isNew
    ? more
    : `There is no further hint; this was the last one. ${commandLine("solution", number, "anyway")} shows ours.`;
  return `\n${renderMarkdown(parseMarkdown(text), terminal)}\n\n${again}\n`;
}
