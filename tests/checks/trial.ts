import type { Check, Purpose, Trial } from "../../src/checks/lesson-checks.ts";

/** A trial that counts what a check tells the judge; `asked` is to be called by the answers under test. */
export function makeTrial({ seed = 1, runs = 40 } = {}) {
  const begun: Purpose[] = [];
  let calls = 0;
  let kept = 0;
  const trial: Trial = {
    seed,
    runs,
    triesData: true,
    explains: true,
    get calls() {
      return calls;
    },
    begin: (purpose) => void begun.push(purpose),
    keep: () => void kept++,
  };
  return { trial, begun, asked: () => void calls++, timesKept: () => kept };
}

/** What a check throws, or null when it passes. */
export async function failureOf(check: Check, trial: Trial): Promise<unknown> {
  try {
    await check.run(trial);
    return null;
  } catch (thrown) {
    return thrown;
  }
}
