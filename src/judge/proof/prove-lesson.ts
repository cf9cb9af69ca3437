import { basename, join } from "node:path";

import type { Lesson } from "../../course/course.ts";
import { usualLimits } from "../answer-process.ts";
import { standaloneText } from "../bundle.ts";
import { checksFor, type LessonBench, noAnswer } from "../grade.ts";
import { openPool } from "../process-pool.ts";
import { readEquivalentMutants } from "./equivalent-mutants.ts";
import type { ProofFault } from "./fault.ts";
import { mutantsOf } from "./mutants.ts";
import { proveMistake, proveRight } from "./prove-answers.ts";
import { proveStage } from "./prove-demo.ts";
import { proveMutants } from "./prove-mutants.ts";
import { proveProbes } from "./prove-probes.ts";
import { proveHandedIn, proveStarter } from "./prove-starter.ts";
import { proveWritten } from "./prove-written.ts";
import { openSubject, type Subject } from "./subject.ts";

/** How thorough a proof is, and who hears how far it is. */
export interface ProofOptions {
  /** Seeds for right answers on the lesson's own data set, and on each other one. */
  readonly seeds: number;
  readonly seedsElsewhere: number;
  /** Only this data set, where one is named. */
  readonly dataset?: string | undefined;
  readonly onPart?: (what: string) => void;
}

/** So many of so many. */
export interface Tally {
  readonly held: number;
  readonly of: number;
}

/** What a lesson was put through, and what it did not stand up to. */
export interface Proof {
  readonly number: number;
  readonly id: string;
  readonly checks: number;
  readonly points: number;
  readonly alternatives: Tally;
  readonly mistakes: Tally;
  readonly mutants: Tally;
  readonly probes: Tally;
  readonly datasets: readonly string[];
  readonly seconds: number;
  readonly faults: readonly ProofFault[];
}

/** Seeds that a mistake is tried with on the lesson's own data: each failed check is searched for its smallest input. */
const mistakeSeeds = 3;

/**
 * Puts a lesson through what a learner must never be the first to find: see DESIGN.md, "A lesson proves itself".
 *
 * @throws Problem when the lesson can't be read at all
 * @example
 * const { faults } = await proveLesson(root, readLesson(findLesson(root, "6")), { seeds: 50 });
 */
export async function proveLesson(root: string, lesson: Lesson, options: ProofOptions): Promise<Proof> {
  const started = performance.now();
  const subject = await openSubject(root, lesson, options.dataset);
  const [bench] = subject.benches;
  const number = { number: lesson.number, id: lesson.id };
  if (bench === undefined) return { ...number, ...nothing, faults: [noDataset(lesson)] };
  const { checks } = checksFor(bench, noAnswer);
  const [atRest, right, mistakes, shown] = [
    await proveWritten(subject, checks),
    await proveAllRight(subject, options),
    await proveAllMistakes(subject, options),
    await proveShown(subject, options),
  ];
  const handedIn = await proveProcesses(subject, bench, options);
  options.onPart?.("probes that know nothing");
  const probes = await proveProbes(bench);
  const mutants = await proveAllMutants(subject, options);
  const { alternatives } = subject;
  const refused = alternatives.filter(({ file }) =>
    [...right, ...handedIn].some(({ where }) => where.startsWith(file)),
  );
  return {
    ...number,
    checks: checks.length,
    points: checks.reduce((sum, check) => sum + check.points, 0),
    alternatives: { held: alternatives.length - refused.length, of: alternatives.length },
    mistakes: mistakes.tally,
    mutants: { held: mutants.caught, of: mutants.of },
    probes: { held: probes.stopped, of: probes.of },
    datasets: subject.benches.map(({ stage }) => stage.dataset.name),
    seconds: (performance.now() - started) / 1000,
    faults: [
      ...atRest,
      ...handedIn,
      ...right,
      ...mistakes.faults,
      ...shown,
      ...probes.faults,
      ...mutants.faults,
    ],
  };
}

const nothing = {
  checks: 0,
  points: 0,
  alternatives: { held: 0, of: 0 },
  mistakes: { held: 0, of: 0 },
  mutants: { held: 0, of: 0 },
  probes: { held: 0, of: 0 },
  datasets: [],
  seconds: 0,
};

function noDataset({ folder, data }: Lesson): ProofFault {
  return {
    where: `lessons/${basename(folder)}/lesson.md`,
    what: `None of the data sets here gives what it needs: ${JSON.stringify(data.needs)}.`,
    hint: "`npm run dataset fit NAME` says what a data set lacks.",
  };
}

async function proveAllRight(subject: Subject, { seeds: own, seedsElsewhere, onPart }: ProofOptions) {
  const faults: ProofFault[] = [];
  for (const [i, bench] of subject.benches.entries()) {
    const seeds = seedsOf(i === 0 ? own : seedsElsewhere);
    for (const program of [subject.solution, ...subject.alternatives]) {
      onPart?.(`${program.file} on ${bench.stage.dataset.name}`);
      faults.push(...(await proveRight(program, { bench, seeds })));
    }
  }
  return faults;
}

/** Always the same, so that what is found once is found again. */
function seedsOf(count: number): number[] {
  return Array.from({ length: count }, (_, i) => 1 + i * 40_503_001);
}

async function proveAllMistakes({ benches }: Subject, { onPart }: ProofOptions) {
  const faults: ProofFault[] = [];
  const taken = new Set<string>();
  for (const [i, bench] of benches.entries()) {
    const seeds = seedsOf(i === 0 ? mistakeSeeds : 1);
    for (const { name, load } of bench.module.mistakes) {
      const program = { file: `mistakes/${name}.ts`, load };
      onPart?.(`${program.file} on ${bench.stage.dataset.name}`);
      const found = await proveMistake(name, program, { bench, seeds });
      if (found.length > 0) taken.add(name);
      faults.push(...found);
    }
  }
  const of = benches[0]?.module.mistakes.length ?? 0;
  return { faults, tally: { held: of - taken.size, of } };
}

async function proveAllMutants({ root, lesson, benches }: Subject, { onPart }: ProofOptions) {
  onPart?.("making mutants");
  const solution = await mutantsOf(root, lesson.folder);
  const listed = readEquivalentMutants(lesson.folder);
  return proveMutants(solution, listed, benches, (number, of) => onPart?.(`mutant ${number} of ${of}`));
}

async function proveShown(
  { benches, blocks, demo }: Subject,
  { onPart }: ProofOptions,
): Promise<ProofFault[]> {
  const faults: ProofFault[] = [];
  for (const { stage } of benches) {
    onPart?.(`the steps on ${stage.dataset.name}`);
    faults.push(...(await proveStage(blocks, demo, stage)));
  }
  return faults;
}

/** A proof asks whether an answer is right, on however busy a machine. */
const patientLimits = { ...usualLimits, loadMs: 60_000, callMs: 30_000 };

/** What only a process of its own shows: the starter, and each right answer as a learner would hand it in. */
async function proveProcesses(subject: Subject, bench: LessonBench, { onPart }: ProofOptions) {
  const { root, lesson, solution, alternatives } = subject;
  const pool = await openPool(root, { keepsSpare: true, limits: patientLimits });
  const { id, number, title, offLimits, folder } = lesson;
  const grading = {
    root,
    folder,
    lesson: { id, number, title },
    offLimits,
    bench: Promise.resolve(bench),
    pool,
  };
  try {
    onPart?.("the starter");
    const faults = await proveStarter(grading);
    for (const { file } of [solution, ...alternatives]) {
      onPart?.(`${file}, handed in`);
      faults.push(...(await proveHandedIn(grading, file, await standaloneText(join(folder, file), root))));
    }
    return faults;
  } finally {
    pool.close();
  }
}
