import { writeSync } from "node:fs";

import { appendEvent } from "../../src/course/attempts.ts";
import { exerciseFile, resetExercise, undoReset } from "../../src/course/exercise-file.ts";
import { writeWhole } from "../../src/course/write-whole.ts";
import { anAttempt } from "./an-attempt.ts";
import { textOf } from "./kill-text.ts";

// Edits, grades, resets and undoes without end, and tells its parent of each that is done, until it is killed.
const [root = "", id = "", folder = "", run = ""] = process.argv.slice(2);
const lesson = { id, folder };
const tell = (done: string, turn: number) => writeSync(1, `${done} ${turn}\n`);

for (let turn = 0; ; turn++) {
  const text = textOf(run, turn);
  writeWhole(exerciseFile(lesson), text);
  tell("edited", turn);
  appendEvent(root, anAttempt({ lesson: id, dataset: `${run}/${turn}`, code: text }));
  tell("graded", turn);
  resetExercise(root, lesson, new Date());
  tell("reset", turn);
  undoReset(root, lesson, new Date());
  undoReset(root, lesson, new Date());
}
