import type { Problem } from "../problem.ts";
import { printable } from "./terminal/printable.ts";

/** A problem as it is said to a person: what it is and, on a line of its own, what to do. Names from files come into it. */
export function problemText({ message, hint }: Problem): string {
  return printable(hint ? `${message}\n${hint}` : message);
}
