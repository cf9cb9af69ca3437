import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Lesson 6, answered in different ways. */
export interface Answers {
  /** Saves a right or a wrong answer as the exercise, each time as a text that was never there before. */
  save(isRight: boolean): void;
}

const lesson = "lessons/06-normalization";

/** Makes answers from the lesson's solution: as it is, and dividing by the variance where the deviation belongs. */
export function answersIn(course: string): Answers {
  const right = readFileSync(join(course, lesson, "solution.ts"), "utf8");
  const wrong = right.replace("Math.sqrt(variance)", "variance");
  if (wrong === right) throw new Error(`${lesson}/solution.ts has no Math.sqrt(variance) to leave out.`);
  let count = 0;
  const save = (isRight: boolean) => {
    count += 1;
    writeFileSync(join(course, lesson, "exercise.ts"), `${isRight ? right : wrong}// save ${count}\n`);
  };
  return { save };
}
