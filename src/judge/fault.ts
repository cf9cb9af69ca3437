import type { Thrown } from "./protocol.ts";

/**
 * Why an answer gave no usable value.
 *
 * - `todo`: the starter's own "Not written yet". `threw`: it threw. `missing`: no such export.
 * - `value`: it returned something that isn't plain data, or not of the needed shape. `changed`: it changed its arguments.
 * - `timeout`, `memory`, `output`, `ended`, `protocol`: its process had to be stopped, or stopped by itself.
 */
export type FaultKind =
  | "todo"
  | "threw"
  | "missing"
  | "value"
  | "changed"
  | "timeout"
  | "memory"
  | "output"
  | "ended"
  | "protocol";

const isShrinkable: ReadonlySet<FaultKind> = new Set(["threw", "value", "changed"]);

/** Thrown into a check that asked an answer and got no usable value. */
export class AnswerFault extends Error {
  readonly kind: FaultKind;
  /** Whether asking with another input makes no sense, so that a search for a smaller one ends here. */
  readonly isFatal: boolean;
  readonly thrown: Thrown | undefined;
  /** Whether the call only stood in line behind the one that caused it. */
  readonly isBystander: boolean;

  constructor(kind: FaultKind, message: string, thrown?: Thrown, isBystander = false) {
    super(message);
    this.name = "AnswerFault";
    this.kind = kind;
    this.isFatal = !isShrinkable.has(kind);
    this.thrown = thrown;
    this.isBystander = isBystander;
  }
}
