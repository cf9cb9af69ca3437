import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { deriveStarter } from "../../course/starter.ts";
import { type GradeRequest, grade } from "../grade.ts";
import type { ProofFault } from "./fault.ts";

/** A lesson whose exercise is graded in a process of its own, as a learner's is. */
export type Grading = Omit<GradeRequest, "file" | "code" | "seed"> & { readonly folder: string };

/** The starter must earn nothing, and every check must call it unwritten. */
export async function proveStarter({ folder, ...request }: Grading): Promise<ProofFault[]> {
  const where = `lessons/${basename(folder)}/exercise.ts`;
  const solution = join(folder, "solution.ts");
  const code = deriveStarter(readFileSync(solution, "utf8"), solution);
  const { points, checks } = await grade({ ...request, file: join(folder, "exercise.ts"), code, seed: 1 });
  const others = checks.filter(({ status }) => status !== "todo");
  const faults: ProofFault[] = others.map(({ id, status }) => ({
    where,
    what: `The check ${id} calls the starter ${status}, and not todo.`,
    hint: "A check that passes or fails before anything is written asks nothing, or asks a function that is not the learner’s.",
  }));
  if (points === 0) return faults;
  return [
    { where, what: `The starter earns ${points} points.`, hint: "What is not written yet earns none." },
    ...faults,
  ];
}

/** The solution, as a learner would hand it in, must earn every point. */
export async function proveHandedIn(
  { folder, ...request }: Grading,
  file: string,
  code: string,
): Promise<ProofFault[]> {
  const verdict = await grade({ ...request, file: join(folder, "exercise.ts"), code, seed: 1 });
  if (verdict.passed) return [];
  const failed = verdict.checks.find(({ status }) => status !== "passed");
  return [
    {
      where: `${file}, handed in`,
      what: verdict.trouble?.message ?? `“${failed?.statement}” refuses it: ${failed?.because}`,
      hint: "It must pass in a process of its own too: look at imports that are off limits, memory and time.",
    },
  ];
}
