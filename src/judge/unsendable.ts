/** Characters of a path that are told: its keys are the answer's, and may be of any length. */
const longestPath = 200;

/** A value that can't cross, and why; `path` says where in the value. */
export class Unsendable extends Error {
  readonly path: string;
  readonly why: string;
  constructor(path: string, why: string) {
    super(`${path === "" ? "The value" : path.slice(0, longestPath)} ${why}`);
    this.name = "Unsendable";
    this.path = path;
    this.why = why;
  }
}
