import { type LessonFolder, readLessons } from "../course/course.ts";
import { exerciseFile } from "../course/exercise-file.ts";
import { openPool } from "../judge/process-pool.ts";
import type { Verdict } from "../judge/verdict.ts";
import { Problem } from "../problem.ts";
import type { Context } from "./context.ts";
import { watchFile } from "./file-watch.ts";
import { Grading } from "./grading.ts";
import { hintText, takeHint } from "./hint.ts";
import { readKeys } from "./keys.ts";
import { problemText } from "./problem-text.ts";
import { penFor } from "./terminal/look.ts";
import { wrap } from "./terminal/wrap.ts";
import { verdictText } from "./verdict-text.ts";

export interface WatchOptions {
  readonly dataset?: string;
  readonly json?: true;
  readonly poll?: true;
}

/** Clears the screen; what has scrolled off it stays. */
const clearScreen = "\x1b[2J\x1b[H";

/** Grades a lesson's exercise now and on each save, until the learner quits or goes on to the next lesson. */
export async function watchLesson(
  context: Context,
  found: LessonFolder,
  options: WatchOptions,
): Promise<void> {
  let lesson: LessonFolder | undefined = found;
  while (lesson) lesson = await new Watch(context, options).follow(lesson);
}

class Watch {
  private readonly context: Context;
  private readonly options: WatchOptions;
  private running: { readonly abort: AbortController; readonly done: Promise<void> } | undefined;
  private polls = false;

  constructor(context: Context, options: WatchOptions) {
    this.context = context;
    this.options = options;
  }

  /** Watches one lesson; resolves with the next one to watch, or undefined to stop. */
  async follow(found: LessonFolder): Promise<LessonFolder | undefined> {
    const { dataset, poll = false } = this.options;
    const pool = await openPool(this.context.root, { keepsSpare: true });
    const grading = new Grading(this.context, found, pool, dataset);
    this.polls = poll;
    const stopWatching = watchFile(exerciseFile(found), {
      poll,
      onSave: () => this.gradeNow(grading),
      onPolling: () => this.sayPolling(poll),
    });
    this.gradeNow(grading);
    try {
      return await this.untilKey(grading);
    } finally {
      stopWatching();
      this.running?.abort.abort();
      await this.running?.done;
      pool.close();
    }
  }

  /** Starts a grading; one that is still running is overtaken and cancelled. */
  private gradeNow(grading: Grading): void {
    const before = this.running;
    const abort = new AbortController();
    before?.abort.abort();
    this.running = { abort, done: this.gradeAfter(before?.done, grading, abort.signal) };
  }

  private async gradeAfter(
    before: Promise<void> | undefined,
    grading: Grading,
    signal: AbortSignal,
  ): Promise<void> {
    await before;
    if (signal.aborted) return;
    try {
      const verdict = await grading.run({ signal });
      this.show(verdict);
    } catch (thrown) {
      if (signal.aborted) return;
      if (!(thrown instanceof Problem)) throw thrown;
      this.context.note(problemText(thrown));
    }
  }

  private show(verdict: Verdict): void {
    const { context, options } = this;
    context.exitCode = verdict.passed ? 0 : 1;
    const { terminal } = context;
    const start = terminal.interactive ? clearScreen : "";
    const text = () =>
      `${start}${verdictText(verdict, terminal, { brief: terminal.interactive })}${this.footer(verdict)}`;
    context.print(options.json ? JSON.stringify(verdict) : text());
  }

  private footer({ lesson, milliseconds }: Verdict): string {
    const { terminal } = this.context;
    const { dim } = penFor(terminal).colours;
    const how = this.polls ? "looking for saves ten times a second" : "waiting for your next save";
    const about = wrap(`Lesson ${lesson.number}, graded in ${milliseconds} ms; ${how}.`, terminal.width);
    const keys = terminal.interactive ? ["h hint   n next lesson   q quit"] : [];
    return `\n${[...about, ...keys].map(dim).join("\n")}`;
  }

  private sayPolling(wasAsked: boolean): void {
    this.polls = true;
    if (!wasAsked) {
      this.context.note(
        "This file system does not tell of saves; looking at the file ten times a second instead.",
      );
    }
  }

  private async untilKey(grading: Grading): Promise<LessonFolder | undefined> {
    for await (const key of readKeys(this.context.terminal)) {
      if (key === "q") return undefined;
      const next = key === "n" ? this.nextLesson(grading) : undefined;
      if (next) return next;
      if (key === "h") await this.showHint(grading);
    }
    return undefined;
  }

  private nextLesson({ lesson }: Grading): LessonFolder | undefined {
    const next = readLessons(this.context.root).find(({ number }) => number > lesson.number);
    if (!next) this.context.note("That was the last lesson that is written. `npm run lesson` shows the map.");
    return next;
  }

  private async showHint({ lesson }: Grading): Promise<void> {
    this.context.print(await hintText(takeHint(this.context, lesson), lesson.number, this.context));
  }
}
