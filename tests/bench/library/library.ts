import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { pythonWith } from "../programs.ts";
import { median } from "../quantiles.ts";
import { tableOf } from "../table.ts";
import { type Contest, contests, type Size } from "./contests.ts";
import { peers } from "./peers.mjs";
import { drawProblem, type ProblemData } from "./problem-data.ts";

/** Milliseconds for fitting, and for predicting or transforming. */
interface Times {
  readonly fit: number;
  readonly use: number;
}

/** One contest at one size; a side that is not here is undefined. */
export interface Race {
  readonly name: string;
  readonly size: Size;
  readonly ours: Times;
  readonly scikitLearn: Times | undefined;
  readonly peer: (Times & { readonly package: string }) | undefined;
}

const runs = 5;
/** A peer that takes longer than so many milliseconds is measured once. */
const slow = 2_000;
/** Enough runs for V8 to compile what is worth it, in so many milliseconds at most. */
const warmUp = 300;
/** Rows that are predicted, unless the contest says fewer. */
const mostUsed = 100_000;

/**
 * Times every estimator beside scikit-learn's, where a Python has it, and beside a package for JavaScript, on the same data
 * in the same run, each on one thread.
 */
export async function measureLibrary(root: string, say: (text: string) => void): Promise<Race[]> {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-library-"));
  const python = startPython(root);
  const races: Race[] = [];
  try {
    for (const contest of contests) {
      for (const size of contest.sizes) {
        say(`${contest.name}, ${size.join(" × ")}`);
        const data = drawProblem(contest.kind, size);
        const scikitLearn = await python?.race(contest, size, data, folder);
        const ours = await timeOurs(contest, data);
        races.push({
          name: contest.name,
          size,
          ours,
          scikitLearn,
          peer: await timePeer(contest, size, data),
        });
      }
    }
  } finally {
    python?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return races;
}

/** Ratios above 1 mean that we are faster. */
export function libraryTable(races: readonly Race[]): string {
  const ratio = (theirs: number | undefined, ours: number) =>
    theirs === undefined ? "" : (theirs / Math.max(ours, 1e-3)).toFixed(2);
  const header = [
    "Times theirs ÷ ours",
    "rows",
    "fit, ms",
    "scikit-learn",
    "peer",
    "use, ms",
    "scikit-learn",
    "peer",
    "",
  ];
  const rows = races.map(({ name, size, ours, scikitLearn, peer }) => [
    `  ${name}`,
    size.join(" × "),
    ours.fit.toFixed(2),
    ratio(scikitLearn?.fit, ours.fit),
    ratio(peer?.fit, ours.fit),
    ours.use.toFixed(2),
    ratio(scikitLearn?.use, ours.use),
    ratio(peer?.use, ours.use),
    peer?.package ?? "",
  ]);
  return tableOf([header, ...rows]);
}

async function timeOurs({ ours, used = mostUsed }: Contest, { columns, y }: ProblemData): Promise<Times> {
  const X = { columns };
  const some = { columns: columns.map((column) => column.subarray(0, used)) };
  const times: Times[] = [];
  const warmUntil = performance.now() + warmUp;
  do {
    const estimator = ours();
    estimator.fit(X, y);
    estimator.use(some);
  } while (performance.now() < warmUntil);
  for (let run = 0; run < runs; run++) {
    const estimator = ours();
    const fit = await timeOf(() => estimator.fit(X, y));
    times.push({ fit, use: await timeOf(() => estimator.use(some)) });
  }
  return medians(times);
}

async function timePeer({ name, used = mostUsed }: Contest, size: Size, { columns, y }: ProblemData) {
  const peer = peers[name];
  if (!peer?.sizes.some((each) => each.join() === size.join())) return undefined;
  const X = Array.from({ length: size[0] }, (_, i) => columns.map((column) => column[i] ?? 0));
  const some = X.slice(0, used);
  const times: Times[] = [];
  while (times.length < runs && times.every(({ fit, use }) => fit + use < slow)) {
    let model: unknown;
    const fit = await timeOf(async () => {
      model = await peer.fit(X, [...y]);
    });
    times.push({ fit, use: await timeOf(() => peer.use(model, some)) });
  }
  return { package: peer.package, ...medians(times) };
}

async function timeOf(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function medians(times: readonly Times[]): Times {
  return { fit: median(times.map(({ fit }) => fit)), use: median(times.map(({ use }) => use)) };
}

/** A Python with scikit-learn that waits for jobs; undefined where there is none. */
function startPython(root: string) {
  const python = pythonWith("sklearn");
  if (python === undefined) return undefined;
  const oneThread = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
  const child = spawn(python, [join(root, "tests/bench/library/scikit-learn.py")], {
    env: { ...process.env, ...oneThread },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const race = async (contest: Contest, size: Size, { columns, y }: ProblemData, folder: string) => {
    writeFileSync(join(folder, "X.f64"), Buffer.concat(columns.map((column) => bytesOf(column))));
    writeFileSync(join(folder, "y.f64"), bytesOf(Float64Array.from(y)));
    const { theirs: estimator, kind, used = mostUsed } = contest;
    await send(child, { estimator, folder, shape: size, classes: kind !== "numbers", used, runs });
    const { value } = await lines.next();
    const { fit, use } = JSON.parse(value ?? "{}");
    return { fit: median(fit), use: median(use) };
  };
  return { race, stop: () => void child.kill() };
}

function bytesOf(values: Float64Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

async function send({ stdin }: ChildProcess, job: object): Promise<void> {
  if (stdin && !stdin.write(`${JSON.stringify(job)}\n`)) await once(stdin, "drain");
}
