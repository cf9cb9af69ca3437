import { relative, resolve } from "node:path";

import { Argument, Command, Option } from "commander";

import { readLessons } from "../course/course.ts";
import { picturesFolder } from "../data/card-pictures.ts";
import { openDataset, reasonNotToFit, type Task, tasks } from "../data/index.ts";
import type { Examination, Question, Wish } from "../data/intake/examination.ts";
import { examine } from "../data/intake/examine.ts";
import { writeDataset } from "../data/intake/write-dataset.ts";
import { Problem } from "../problem.ts";
import { drawCardPictures } from "./card-pictures.ts";
import { type Context, commandLine } from "./context.ts";
import { examinationText, questionText } from "./dataset-add-text.ts";
import { counted } from "./profile-words.ts";
import { profileFolder } from "./profiled-dataset.ts";
import { startProgress } from "./progress-line.ts";
import { loadDrawSvg } from "./svg-drawing.ts";
import { withTemporaryFolder } from "./temporary-folder.ts";
import { ask } from "./terminal/ask.ts";
import { penFor, plain } from "./terminal/look.ts";
import { wrap } from "./terminal/wrap.ts";

interface Options {
  readonly name: string;
  readonly target?: string;
  readonly licence: string;
  readonly source: string;
  readonly task?: Task;
  readonly group?: readonly string[];
  readonly time?: string;
  readonly leaks?: readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly yes?: true;
}

const example =
  '\nExample:\n  npm run dataset add oaks.csv -- --name oaks --target kind --licence CC0-1.0 --source "Our own walks, 2024"';

/** `npm run dataset add oaks.csv`: makes a data set of a file. */
export function defineAdd(context: Context): Command {
  return new Command("add")
    .description(
      "make a data set of a CSV, TSV, Parquet or JSON file; shows what it finds, and asks what it can’t know",
    )
    .addArgument(new Argument("<file>", "the file; it stays as it is"))
    .requiredOption("--name <name>", "what lessons call the data set, and its folder")
    .option("--target <column>", "what is to be predicted")
    .requiredOption("--licence <id>", "an SPDX identifier such as CC-BY-4.0, or “other: …”")
    .requiredOption("--source <text>", "where the data come from")
    .addOption(
      new Option("--task <task>", "what the data are for, if not what the target says").choices(tasks),
    )
    .option(
      "--group <columns>",
      "rows with equal values here belong together; several with commas",
      columnList,
    )
    .option("--time <column>", "when a row came to be")
    .option("--leaks <columns>", "known only after the target; several with commas", columnList)
    .option("--title <text>", "a title, if not the name")
    .option("--description <text>", "what the data are, in a sentence or two")
    .option("--yes", "do not ask; take the safe answer to each question, and say which")
    .addHelpText("after", example)
    .action((file: string, options: Options) => add(context, file, options));
}

function columnList(text: string, before: readonly string[] = []): string[] {
  return [...before, ...text.split(",").map((name) => name.trim())];
}

async function add(context: Context, file: string, options: Options): Promise<void> {
  const { yes, group, ...wished } = options;
  const wish: Wish = { ...wished, file: resolve(file), ...(group ? { groups: group } : {}) };
  await withTemporaryFolder(async (temporaryFolder) => {
    const examination = await examineWithProgress(context, wish, temporaryFolder);
    context.print(examinationText(examination, context.terminal));
    const answers = await answersTo(context, examination, yes === true);
    if (answers === undefined) {
      context.note("Stopped; nothing was written.");
      context.exitCode = 130;
      return;
    }
    const draw = async (unfinished: string) => {
      const { table } = await profileFolder(context, unfinished, examination.name, temporaryFolder);
      return drawCardPictures(table, await loadDrawSvg(context.root));
    };
    const { folder, files } = await writeDataset(context.root, examination, answers, draw);
    context.print(await writtenText(context, examination.name, folder, files));
  });
}

async function examineWithProgress(
  context: Context,
  wish: Wish,
  temporaryFolder: string,
): Promise<Examination> {
  const progress = startProgress(context);
  const onProgress = ({ stage, share }: { stage: string; share?: number }) =>
    progress.say(share === undefined ? stage : `${stage}, ${Math.round(share * 100)} %`);
  try {
    return await examine(context.root, wish, { onProgress, temporaryFolder });
  } finally {
    progress.end();
  }
}

/** What is chosen for each question, by its id; undefined if the person stopped. */
async function answersTo(
  context: Context,
  { questions }: Examination,
  takesSafe: boolean,
): Promise<Record<string, string> | undefined> {
  const { terminal } = context;
  if (!takesSafe && !terminal.interactive && questions.length > 0) throw nobodyToAsk(questions);
  const answers: Record<string, string> = {};
  for (const question of questions) {
    const answer = takesSafe ? question.safe : await askOne(question, context);
    if (answer === undefined) return undefined;
    answers[question.id] = answer;
    if (takesSafe) context.print(takenText(question, context));
  }
  return answers;
}

function nobodyToAsk(questions: readonly Question[]): Problem {
  const count = questions.length === 1 ? "One question is" : `${questions.length} questions are`;
  return new Problem(
    "usage",
    `${count} open, and nobody is here to answer:\n${questions.map(({ text }) => `  ${text}`).join("\n")}`,
    "Give the command again in a terminal, or with `--yes`, which takes the safe answer to each and says which.",
  );
}

/** The safe answer is the one that Enter takes. */
async function askOne(question: Question, { terminal }: Context): Promise<string | undefined> {
  const { text, options } = questionText(question, terminal);
  const choice = await ask(text, options, terminal, "take the marked one");
  if (choice === "pass") return question.safe;
  return choice === undefined ? undefined : question.options[choice - 1]?.name;
}

function takenText({ text, options, safe, why }: Question, { terminal }: Context): string {
  const taken = options.find(({ name }) => name === safe)?.text ?? safe;
  const set = (words: string) => wrap(plain(words, terminal), terminal.width - 2);
  const lines = [...set(`? ${text}`), ...set(`${terminal.ascii ? "->" : "→"} ${taken} ${why}`)];
  return `\n${lines.map((line, i) => (i === 0 ? line : `  ${line}`)).join("\n")}`;
}

async function writtenText(
  { root, terminal }: Context,
  name: string,
  folder: string,
  files: readonly string[],
): Promise<string> {
  const dataset = await openDataset(root, name);
  const lessons = readLessons(root).filter(({ data }) => reasonNotToFit(dataset, data.needs) === null);
  const [first] = lessons;
  const numbers = lessons.map(({ number }) => number).join(", ");
  const next = first
    ? `Lessons that can run on it: ${numbers}. ${commandLine("lesson", first.number, "--dataset", name)}`
    : `No lesson can run on it yet; ${commandLine("dataset", "fit", name)} says why.`;
  const { green } = penFor(terminal).colours;
  const pictures = files.filter((file) => file.startsWith(`${picturesFolder}/`)).length;
  const written = [
    ...files.filter((file) => !file.startsWith(`${picturesFolder}/`)),
    ...(pictures > 0 ? [`${counted(pictures, "picture")} in ${picturesFolder}`] : []),
  ];
  return [
    "",
    green(plain("✓ Added", terminal)),
    `  ${relative(root, folder)}: ${written.join(", ")}`,
    `  ${commandLine("dataset", "show", name)}`,
    `  ${next}`,
  ].join("\n");
}
