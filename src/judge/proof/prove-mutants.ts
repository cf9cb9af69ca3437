import type { LessonBench } from "../grade.ts";
import { type EquivalentMutant, equivalentFile } from "./equivalent-mutants.ts";
import type { ProofFault } from "./fault.ts";
import type { MutableSolution, Mutant } from "./mutants.ts";
import { gradeTrusted } from "./prove-answers.ts";

/** What became of a solution's mutants; those listed as equivalent are not counted. */
export interface MutantsProof {
  readonly caught: number;
  readonly of: number;
  readonly faults: readonly ProofFault[];
}

/** A survivor gets another chance with other draws, and on other data. */
const seeds = [1, 2, 3];
const mostBenches = 3;

/**
 * Every mutant of the solution must lose points, unless the lesson lists it with a reason; and what is listed must be there, and must
 * behave like the solution indeed.
 *
 * @param onMutant called before each, with how many there are
 */
export async function proveMutants(
  solution: MutableSolution,
  listed: readonly EquivalentMutant[],
  benches: readonly LessonBench[],
  onMutant?: (number: number, of: number) => void,
): Promise<MutantsProof> {
  const faults: ProofFault[] = [];
  let [caught, excused] = [0, 0];
  for (const [i, mutant] of solution.mutants.entries()) {
    onMutant?.(i + 1, solution.mutants.length);
    const isListed = listed.some((each) => isSame(each, mutant));
    const isCaught = await isCaughtOn(solution, mutant, benches.slice(0, mostBenches));
    if (isListed) excused += 1;
    else if (isCaught) caught += 1;
    const fault = isListed === isCaught ? faultOf(mutant, isCaught) : undefined;
    if (fault) faults.push(fault);
  }
  const gone = listed.filter((each) => !solution.mutants.some((mutant) => isSame(each, mutant)));
  return { caught, of: solution.mutants.length - excused, faults: [...faults, ...gone.map(goneFault)] };
}

function isSame(listed: EquivalentMutant, mutant: Mutant): boolean {
  return listed.before === mutant.before && listed.after === mutant.after;
}

async function isCaughtOn(
  solution: MutableSolution,
  mutant: Mutant,
  benches: readonly LessonBench[],
): Promise<boolean> {
  const program = { file: "solution.ts", load: () => solution.load(mutant) };
  for (const bench of benches) {
    for (const seed of seeds) {
      const effort = { seed, explains: false, untilFailure: true, triesData: seed === seeds[0] };
      if ((await gradeTrusted(bench, program, effort)).some(({ status }) => status !== "passed")) return true;
    }
  }
  return false;
}

function faultOf({ line, before, after }: Mutant, isCaught: boolean): ProofFault {
  const where = `solution.ts:${line}`;
  const change = `\`${before}\` as \`${after}\``;
  if (isCaught) {
    const what = `${change} is listed in ${equivalentFile}, but loses points.`;
    return { where, what, hint: "Take it off the list: it does not behave like the solution." };
  }
  return {
    where,
    what: `${change} passes every check.`,
    hint: `Add an input that tells the two apart, or list it in ${equivalentFile} with the reason why nothing can.`,
  };
}

function goneFault({ before, after }: EquivalentMutant): ProofFault {
  return {
    where: equivalentFile,
    what: `\`${before}\` as \`${after}\` is no mutant of the solution.`,
    hint: "The solution has changed: take the entry off the list, or write it as `course check` prints it.",
  };
}
