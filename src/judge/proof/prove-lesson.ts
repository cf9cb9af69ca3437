import { basename } from "node:path";

import type { Lesson } from "../../course/course.ts";
import { checksFor, noAnswer } from "../grade.ts";
import type { ProofFault } from "./fault.ts";
import { type PartName, type PartResult, partNames, provePart, type Tally } from "./proof-parts.ts";
import { proveDatasets } from "./prove-datasets.ts";
import { openSubject } from "./subject.ts";

/** How thorough a proof is, and who hears how far it is. */
export interface ProofOptions {
  /** Seeds for right answers on the lesson's own data set, and on each other one. */
  readonly seeds: number;
  readonly seedsElsewhere: number;
  /** Only this data set, where one is named. */
  readonly dataset?: string | undefined;
  /** At most so many data sets, the lesson's own first; all that fit if left out. */
  readonly sets?: number | undefined;
  /** Only these parts; all of them where none are named. */
  readonly parts?: readonly PartName[] | undefined;
  readonly onPart?: (what: string) => void;
}

/** What a lesson was put through, and what it did not stand up to. A part that was left out has nothing of nothing. */
export interface Proof {
  readonly number: number;
  readonly id: string;
  readonly checks: number;
  readonly points: number;
  readonly alternatives: Tally;
  /** Seeds that every right answer was tried with on the lesson's own data set; fewer than asked for where time was up. */
  readonly seeds: Tally;
  readonly mistakes: Tally;
  readonly mutants: Tally;
  readonly probes: Tally;
  readonly datasets: readonly string[];
  readonly seconds: number;
  readonly faults: readonly ProofFault[];
}

/**
 * Puts a lesson through what a learner must never be the first to find: see DESIGN.md, "A lesson proves itself".
 *
 * @throws Problem when the lesson can't be read at all
 * @example
 * const { faults } = await proveLesson(root, readLesson(findLesson(root, "6")), { seeds: 50, seedsElsewhere: 5 });
 */
export async function proveLesson(root: string, lesson: Lesson, options: ProofOptions): Promise<Proof> {
  const started = performance.now();
  const opened = await openSubject(root, lesson, options.dataset);
  const subject = { ...opened, benches: opened.benches.slice(0, options.sets) };
  const [bench] = subject.benches;
  const name = { number: lesson.number, id: lesson.id };
  if (bench === undefined) {
    const faults = await proveDatasets(root, lesson, textOf(lesson));
    return { ...unproved(name), faults: faults.length > 0 ? faults : [noDataset(lesson)] };
  }
  const { checks } = checksFor(bench, noAnswer);
  const results: Partial<Record<PartName, PartResult>> = {};
  for (const part of options.parts ?? partNames) {
    results[part] = await provePart(part, { ...options, ...subject, bench, checks });
  }
  const faults = Object.values(results).flatMap((result) => result.faults);
  const isRefused = (file: string) => faults.some(({ where }) => where.startsWith(file));
  const refused = subject.alternatives.filter(({ file }) => isRefused(file));
  const of = subject.alternatives.length;
  return {
    ...unproved(name),
    checks: checks.length,
    points: checks.reduce((sum, check) => sum + check.points, 0),
    ...(results["right answers"] ? { alternatives: { held: of - refused.length, of } } : {}),
    seeds: results["right answers"]?.tally ?? none,
    mistakes: results.mistakes?.tally ?? none,
    mutants: results.mutants?.tally ?? none,
    probes: results.probes?.tally ?? none,
    datasets: subject.benches.map(({ stage }) => stage.dataset.name),
    seconds: (performance.now() - started) / 1000,
    faults,
  };
}

const none: Tally = { held: 0, of: 0 };

/**
 * The proof of a lesson before anything was tried.
 *
 * @example unproved({ number: 6, id: "normalization" }).faults // []
 */
export function unproved(lesson: Pick<Proof, "number" | "id">): Proof {
  const nothing = { checks: 0, points: 0, datasets: [], seconds: 0, faults: [] };
  return {
    ...lesson,
    ...nothing,
    alternatives: none,
    seeds: none,
    mistakes: none,
    mutants: none,
    probes: none,
  };
}

function textOf({ folder }: Lesson): string {
  return `lessons/${basename(folder)}/lesson.md`;
}

function noDataset(lesson: Lesson): ProofFault {
  const { data } = lesson;
  return {
    where: textOf(lesson),
    what: `None of the data sets here gives what it needs: ${JSON.stringify(data.needs)}.`,
    hint: "`npm run dataset fit NAME` says what a data set lacks.",
  };
}
