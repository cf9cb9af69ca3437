import * as v from "valibot";
import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from "yaml";

import { tasks } from "../data/package-schema.ts";
import { badLesson, type Fault, suggest } from "./lesson-text-faults.ts";

const text = v.pipe(v.string("needs text"), v.trim(), v.nonEmpty("needs text"));
const kebab = v.pipe(
  v.string("needs a kebab-case word"),
  v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "needs a kebab-case word, like train-test-split"),
);
const count = v.pipe(
  v.number("needs a whole number"),
  v.integer("needs a whole number"),
  v.minValue(1, "needs at least 1"),
);
const yes = v.literal(true, "needs true, or to be left out");
const listOf = <const Item extends v.GenericSchema>(item: Item) => v.array(item, "needs a list");

const PACKAGE = String.raw`(@[\w.-]+/)?[\w.-]+(/[\w.-]+)*`;
const packageName = v.pipe(
  v.string("needs a package's name"),
  v.regex(new RegExp(`^${PACKAGE}$`), "needs a package's name, like danfojs-node"),
);
const importName = v.pipe(
  v.string("needs a package, or package#name"),
  v.regex(
    new RegExp(`^${PACKAGE}(#[\\w$]+)?$`),
    "needs a package, or package#name, like groundwork/preprocessing#StandardScaler",
  ),
);

const task = v.picklist(tasks);
const NeedsSchema = keyed({
  task: v.exactOptional(
    v.union([task, v.array(task)], `needs one of ${tasks.join(", ")}, or a list of them`),
  ),
  rows: v.exactOptional(count),
  numeric: v.exactOptional(count),
  categories: v.exactOptional(count),
  missing: v.exactOptional(yes),
  groups: v.exactOptional(yes),
  time: v.exactOptional(yes),
});

const FrontMatterSchema = keyed({
  id: kebab,
  title: text,
  minutes: count,
  goals: v.pipe(listOf(text), v.minLength(1, "needs at least one sentence")),
  data: keyed({ default: text, also: v.optional(listOf(text), []), needs: NeedsSchema }),
  offLimits: v.optional(listOf(importName), []),
  packages: v.optional(listOf(packageName), []),
  hints: v.optional(listOf(keyed({ for: v.exactOptional(text), text })), []),
  portfolio: v.optional(listOf(text), []),
});

/**
 * What the front matter of a lesson.md says: `goals` are sentences, `data.needs` the roles a data set must fill,
 * `offLimits` the imports ("package" or "package#name") an exercise may not make, `packages` what a warm process
 * loads ahead, `hints` a climb from a nudge to a plan, where a hint `for` a check comes first after that check failed, `portfolio` the
 * steps whose results a learner shows to others.
 */
export type FrontMatter = v.InferOutput<typeof FrontMatterSchema>;

const FRONT_MATTER = /^\uFEFF?---[ \t]*\n((?:(?!---[ \t]*$).*\n)*)---[ \t]*$/m;

/**
 * Reads and checks the YAML front matter at the top of a lesson.md; `file` is the path to name in messages.
 *
 * @throws Problem "bad-lesson" with all faults, each as `FILE:LINE: what was needed and got`
 * @example
 * readFrontMatter("---\nid: bayes\nminutes: long\n…", "lessons/13-bayes/lesson.md")
 * // Problem: lessons/13-bayes/lesson.md:3: minutes needs a whole number, got "long"
 */
export function readFrontMatter(source: string, file: string): FrontMatter {
  const yaml = FRONT_MATTER.exec(source.replaceAll("\r\n", "\n"));
  if (yaml === null || yaml.index > 0) {
    throw badLesson(file, [{ line: 1, message: "needs front matter: YAML between two lines of ---" }]);
  }
  const lines = new LineCounter();
  // The empty line stands for the opening ---, so that line numbers are the file's.
  const document = parseDocument(`\n${yaml[1]}`, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const faults = document.errors.map((error) => ({ line: lineAt(error.pos[0]), message: error.message }));
  visit(document, {
    Alias: (_, alias) => {
      faults.push({ line: lineAt(alias.range?.[0] ?? 0), message: "text that begins with * needs quotes" });
    },
  });
  if (faults.length === 0 && !isMap(document.contents)) {
    faults.push({ line: 1, message: "needs keys and values between the lines of ---" });
  }
  if (faults.length > 0) throw badLesson(file, faults);

  const result = v.safeParse(FrontMatterSchema, document.toJS());
  if (result.success) return result.output;
  throw badLesson(
    file,
    result.issues.map((issue) => faultOf(issue, document.contents, lineAt)),
  );
}

type Entries = v.ObjectEntries;

/** An object that takes these keys and no others. */
function keyed<const E extends Entries>(entries: E) {
  return v.strictObject(entries, (issue) => {
    if (issue.expected === "never")
      return `unknown key ${issue.received}${suggest(String(issue.input), Object.keys(entries))}`;
    if (issue.expected === "Object") return `needs keys and values (${Object.keys(entries).join(", ")})`;
    return `needs the key ${issue.expected}`;
  });
}

function faultOf(issue: v.BaseIssue<unknown>, root: Node | null, lineAt: (offset: number) => number): Fault {
  const path = (issue.path ?? []).map((step) => String(step.key));
  const line = lineAt(offsetOf(root, path));
  const isAboutKeys = issue.type === "strict_object" && issue.expected !== "Object";
  const where = (isAboutKeys ? path.slice(0, -1) : path).join(".");
  const got = isAboutKeys ? "" : `, got ${JSON.stringify(issue.input)}`;
  return { line, message: `${where} ${issue.message}${got}`.trim() };
}

/** Where the value at a path begins, or its nearest parent that is there; for a mapping's value, its key. */
function offsetOf(root: Node | null, path: readonly string[]): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
      if (!pair || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    }
  }
  return offset;
}
