import type { LessonBench } from "../grade.ts";
import type { ProofFault } from "./fault.ts";
import { probesOf } from "./probes.ts";
import { gradeTrusted } from "./prove-answers.ts";

/** How many probes there are, and what got through. */
export interface ProbesProof {
  readonly stopped: number;
  readonly of: number;
  readonly faults: readonly ProofFault[];
}

/** No check may give its points to an answer that knows nothing of the lesson. */
export async function proveProbes(bench: LessonBench): Promise<ProbesProof> {
  const probes = probesOf(bench.module.loadSolution);
  const faults: ProofFault[] = [];
  let stopped = 0;
  for (const probe of probes) {
    const verdicts = await gradeTrusted(bench, probe, { seed: 1, explains: false });
    const passed = verdicts.filter(({ status, outOf }) => status === "passed" && outOf > 0);
    if (passed.length === 0) stopped += 1;
    for (const { id } of passed) {
      faults.push({
        where: `the check ${id}`,
        what: `It passes an answer whose functions give ${probe.name}.`,
        hint: "Let it also state something that such an answer can't fulfil: that an input which matters changes the value, or what the value is.",
      });
    }
  }
  return { stopped, of: probes.length, faults };
}
