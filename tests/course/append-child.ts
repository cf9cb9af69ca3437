import { appendEvent } from "../../src/course/attempts.ts";
import { anAttempt } from "./an-attempt.ts";

// Appends as many attempts as it is told, each with code that only this process and this turn has.
const [root = "", name = "", turns = "0"] = process.argv.slice(2);
for (let turn = 0; turn < Number(turns); turn++) {
  const length = turn % 5 === 0 ? 100_000 : 100;
  appendEvent(
    root,
    anAttempt({ dataset: `${name}-${turn}`, code: `${name}-${turn} `.padEnd(length, "é\n") }),
  );
}
