import { writeSync } from "node:fs";

import { appendEvent } from "../../src/course/attempts.ts";
import { exerciseFile, resetExercise, undoReset } from "../../src/course/exercise-file.ts";
import { writeWhole } from "../../src/course/write-whole.ts";
import { anAttempt } from "./an-attempt.ts";
import { textOf } from "./kill-text.ts";

// Edits, grades, resets and undoes until it is killed, and tells its parent what is done.
const [root = "", id = "", folder = "", run = ""] = process.argv.slice(2);
const lesson = { id, folder };
/** In a turn. One takes far less time than an edit, and the kills are to meet both. */
const gradings = 8;
const tell = (done: string, turn: number) => writeSync(1, `${done} ${turn}\n`);

for (let turn = 0; ; turn++) {
  writeWhole(exerciseFile(lesson), textOf(run, turn));
  tell("edited", turn);
  for (let grading = turn * gradings; grading < (turn + 1) * gradings; grading++) {
    appendEvent(root, anAttempt({ lesson: id, code: textOf(run, grading) }));
    tell("graded", grading);
  }
  resetExercise(root, lesson, new Date());
  undoReset(root, lesson, new Date());
  undoReset(root, lesson, new Date());
}
