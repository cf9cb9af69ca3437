import { join } from "node:path";

import type { Check } from "../../checks/lesson-checks.ts";
import { usualLimits } from "../answer-process.ts";
import { standaloneText } from "../bundle.ts";
import type { LessonBench } from "../grade.ts";
import { openPool } from "../process-pool.ts";
import { readEquivalentMutants } from "./equivalent-mutants.ts";
import type { ProofFault } from "./fault.ts";
import { mutantsOf } from "./mutants.ts";
import { proveMistake, proveRight } from "./prove-answers.ts";
import { proveStage } from "./prove-demo.ts";
import { proveMutants } from "./prove-mutants.ts";
import { proveProbes } from "./prove-probes.ts";
import { type Grading, proveHandedIn, proveStarter } from "./prove-starter.ts";
import { proveWritten } from "./prove-written.ts";
import type { Subject } from "./subject.ts";

/** So many of so many. */
export interface Tally {
  readonly held: number;
  readonly of: number;
}

/** What one part of a proof found. */
export interface PartResult {
  readonly faults: readonly ProofFault[];
  readonly tally?: Tally;
}

/** A lesson opened for its proof, and how thorough that is to be; `bench` is that of its own data set. */
export interface Proving extends Subject {
  readonly bench: LessonBench;
  readonly checks: readonly Check[];
  readonly seeds: number;
  readonly seedsElsewhere: number;
  readonly onPart?: (what: string) => void;
}

const parts = {
  text: async (proving: Proving) => ({ faults: await proveWritten(proving, proving.checks) }),
  starter: proveTheStarter,
  "right answers": proveRightAnswers,
  mistakes: proveMistakes,
  steps: proveShown,
  "handed in": proveAsHandedIn,
  probes: proveAllProbes,
  mutants: proveAllMutants,
};

/** A part of a proof, by what it looks at. */
export type PartName = keyof typeof parts;

/** All parts, in the order in which they are proved. */
export const partNames = Object.keys(parts) as readonly PartName[];

/** What an author waits for after each save: all that doesn't take a process for each answer, or hundreds of gradings. */
export const quickParts: readonly PartName[] = ["text", "starter", "right answers", "mistakes", "steps"];

/** Proves one part of a lesson. */
export function provePart(name: PartName, proving: Proving): Promise<PartResult> {
  return parts[name](proving);
}

/** Seeds that a mistake is tried with on the lesson's own data at most: each failed check is searched for its smallest input. */
const mistakeSeeds = 3;

/** Always the same, so that what is found once is found again. */
function seedsOf(count: number): number[] {
  return Array.from({ length: count }, (_, i) => 1 + i * 40_503_001);
}

async function proveRightAnswers(proving: Proving): Promise<PartResult> {
  const { benches, solution, alternatives, onPart } = proving;
  const faults: ProofFault[] = [];
  let held = proving.seeds;
  for (const bench of benches) {
    const seeds = seedsOf(bench === proving.bench ? proving.seeds : proving.seedsElsewhere);
    for (const program of [solution, ...alternatives]) {
      onPart?.(`${program.file} on ${bench.stage.dataset.name}`);
      const found = await proveRight(program, { bench, seeds });
      faults.push(...found.faults);
      if (bench === proving.bench) held = Math.min(held, found.tried);
    }
  }
  return { faults, tally: { held, of: proving.seeds } };
}

async function proveMistakes({ benches, bench: own, seeds: most, onPart }: Proving): Promise<PartResult> {
  const faults: ProofFault[] = [];
  const taken = new Set<string>();
  for (const bench of benches) {
    const seeds = seedsOf(bench === own ? Math.min(most, mistakeSeeds) : 1);
    for (const { name, load } of bench.module.mistakes) {
      const program = { file: `mistakes/${name}.ts`, load };
      onPart?.(`${program.file} on ${bench.stage.dataset.name}`);
      const found = await proveMistake(name, program, { bench, seeds });
      if (found.length > 0) taken.add(name);
      faults.push(...found);
    }
  }
  const of = own.module.mistakes.length;
  return { faults, tally: { held: of - taken.size, of } };
}

async function proveShown({ benches, blocks, demo, onPart }: Proving): Promise<PartResult> {
  const faults: ProofFault[] = [];
  for (const { stage } of benches) {
    onPart?.(`the steps on ${stage.dataset.name}`);
    faults.push(...(await proveStage(blocks, demo, stage)));
  }
  return { faults };
}

async function proveAllProbes({ bench, onPart }: Proving): Promise<PartResult> {
  onPart?.("probes that know nothing");
  const { stopped, of, faults } = await proveProbes(bench);
  return { faults, tally: { held: stopped, of } };
}

async function proveAllMutants({ root, lesson, benches, onPart }: Proving): Promise<PartResult> {
  onPart?.("making mutants");
  const solution = await mutantsOf(root, lesson.folder);
  const listed = readEquivalentMutants(lesson.folder);
  const onMutant = (number: number, of: number) => onPart?.(`mutant ${number} of ${of}`);
  const { caught, of, faults } = await proveMutants(solution, listed, benches, onMutant);
  return { faults, tally: { held: caught, of } };
}

function proveTheStarter(proving: Proving): Promise<PartResult> {
  proving.onPart?.("the starter");
  return inProcesses(proving, proveStarter);
}

function proveAsHandedIn(proving: Proving): Promise<PartResult> {
  const { root, lesson, solution, alternatives, onPart } = proving;
  return inProcesses(proving, async (grading) => {
    const faults: ProofFault[] = [];
    for (const { file } of [solution, ...alternatives]) {
      onPart?.(`${file}, handed in`);
      const code = await standaloneText(join(lesson.folder, file), root);
      faults.push(...(await proveHandedIn(grading, file, code)));
    }
    return faults;
  });
}

/** A proof asks whether an answer is right, on however busy a machine. */
const patientLimits = { ...usualLimits, loadMs: 60_000, callMs: 30_000 };

/** For what only a process of its own shows. */
async function inProcesses(
  { root, lesson, bench }: Proving,
  prove: (grading: Grading) => Promise<ProofFault[]>,
): Promise<PartResult> {
  const { id, number, title, offLimits, folder } = lesson;
  const pool = await openPool(root, { keepsSpare: true, limits: patientLimits });
  try {
    const about = { root, folder, lesson: { id, number, title }, offLimits };
    return { faults: await prove({ ...about, bench: Promise.resolve(bench), pool }) };
  } finally {
    pool.close();
  }
}
