import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

import type { Check } from "../../checks/lesson-checks.ts";
import { deriveStarter } from "../../course/starter.ts";
import type { ProofFault } from "./fault.ts";
import { proveCode } from "./prove-code.ts";
import { proveDatasets } from "./prove-datasets.ts";
import { proveSteps } from "./prove-demo.ts";
import { proveHints } from "./prove-hints.ts";
import { proveLinks } from "./prove-links.ts";
import { proveMinutes, workloadOf } from "./prove-minutes.ts";
import { proveText } from "./prove-text.ts";
import type { Subject } from "./subject.ts";

/** All that can be said of a lesson without running anything of it: its text, its hints, its front matter. */
export async function proveWritten(subject: Subject, checks: readonly Check[]): Promise<ProofFault[]> {
  const { root, lesson, benches, alternatives, blocks, source, demo } = subject;
  const { folder, hints, minutes, portfolio } = lesson;
  const file = `lessons/${basename(folder)}/lesson.md`;
  const solutionFile = join(folder, "solution.ts");
  const solution = readFileSync(solutionFile, "utf8");
  const counts = { mistakes: benches[0]?.module.mistakes.length ?? 0, alternatives: alternatives.length };
  const workload = workloadOf(blocks, demo, deriveStarter(solution, solutionFile));
  return [
    ...proveCode(blocks, source, file),
    ...proveText({ file, source, about: lesson, blocks, checks, counts }),
    ...proveLinks(blocks, { root, folder, file }),
    ...proveHints(hints, { file, checkIds: checks.map(({ id }) => id), solution }),
    ...proveSteps(blocks, demo, { file, portfolio }),
    ...proveMinutes(minutes, workload, file),
    ...(await proveDatasets(root, lesson, file)),
  ];
}
