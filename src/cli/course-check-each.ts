import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";

import type { Lesson } from "../course/course.ts";
import { type Proof, unproved } from "../judge/proof/prove-lesson.ts";

/**
 * Proves lessons side by side, each in a process of its own, as many at a time as there are processors.
 *
 * @param options of `course check`, handed on
 * @param onProof called with each proof as it comes, in no order
 * @returns the proofs in the order of the lessons
 */
export async function proveEach(
  root: string,
  lessons: readonly Lesson[],
  options: readonly string[],
  onProof: (proof: Proof) => void,
): Promise<Proof[]> {
  const proofs = new Map<Lesson, Proof>();
  const waiting = [...lessons];
  const work = async () => {
    for (let lesson = waiting.shift(); lesson; lesson = waiting.shift()) {
      const proof = await proveApart(root, lesson, options);
      proofs.set(lesson, proof);
      onProof(proof);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), lessons.length) }, work));
  return lessons.flatMap((lesson) => proofs.get(lesson) ?? []);
}

/**
 * Proves one lesson in a process of its own.
 *
 * @param signal ends the process, and the proof with it
 */
export async function proveApart(
  root: string,
  lesson: Lesson,
  options: readonly string[],
  signal?: AbortSignal,
): Promise<Proof> {
  const { number } = lesson;
  const words = ["course", "check", String(number), "--json", ...options];
  const child = spawn(process.execPath, [join(root, "src", "launch.mjs"), ...words], {
    cwd: root,
    // What npm was told is this command's affair.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("npm_"))),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [printed, said] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    printed += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const end = () => child.kill("SIGKILL");
  signal?.addEventListener("abort", end, { once: true });
  const code = await new Promise((resolve) => child.on("close", resolve));
  signal?.removeEventListener("abort", end);
  if (code === 0 || code === 1) return JSON.parse(printed)[0];
  return unreadable(lesson, said.trim() || `It ended with ${code}.`);
}

/** A lesson whose proof did not come about: what its process said is the fault. */
function unreadable({ number, id }: Lesson, what: string): Proof {
  const hint = `\`npm run course check ${number}\` tells more.`;
  return { ...unproved({ number, id }), faults: [{ where: `lesson ${number}`, what, hint }] };
}
