import { Command } from "commander";

import { readEvents } from "../course/attempts.ts";
import { scheduleOf } from "../course/review.ts";
import { type Context, commandLine } from "./context.ts";
import { jsonOption } from "./options.ts";
import type { RecallQuestion } from "./review-questions.ts";

interface Options {
  readonly all?: true;
  readonly json?: true;
}

/** `npm run review`: the questions of lessons passed, each when it is due again. */
export function define(context: Context): Command {
  return new Command("review")
    .description("questions from the lessons you passed, each again after 1, 3, 7, 16, 35 and 90 days")
    .option("--all", "every question of the lessons you passed, due or not")
    .addOption(jsonOption("print the questions as one line of JSON"))
    .addHelpText("after", "\nExamples:\n  npm run review\n  npm run review -- --all")
    .action((options: Options) => review(context, options));
}

async function review(context: Context, { all, json }: Options): Promise<void> {
  const { askQuestions, readQuestions } = await import("./review-questions.ts");
  const schedule = scheduleOf(readEvents(context.root).events, readQuestions(context.root));
  const now = context.now();
  const due = all ? schedule : schedule.filter(({ dueAt }) => dueAt <= now);
  if (json) {
    const shown = due.map(({ lesson, recall, number, dueAt }) => ({ lesson, recall, number, dueAt }));
    context.print(JSON.stringify(shown));
  } else if (due.length === 0) context.print(nothingDue(schedule[0], now));
  else await askQuestions(due, context);
}

function nothingDue(next: (RecallQuestion & { readonly dueAt: Date }) | undefined, now: Date): string {
  if (next === undefined) {
    return `Questions come from lessons that you have passed, a day later. ${commandLine("lesson")} shows where you are.`;
  }
  const days = Math.ceil((next.dueAt.getTime() - now.getTime()) / 86_400_000);
  const when = days <= 1 ? "tomorrow" : `in ${days} days`;
  return [
    `Nothing is due. The next question, from lesson ${next.number}, comes ${when}.`,
    `${commandLine("review", "--all")} asks them all now.`,
  ].join("\n");
}
