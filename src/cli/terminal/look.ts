import pc from "picocolors";

import { toAscii } from "./ascii.ts";
import { printable } from "./printable.ts";

/** Values that demo.ts computes for the text, by name. */
export type Facts = Readonly<Record<string, number | string>>;

/** How text is to be set. */
export interface Look {
  /** Cells in a line. */
  readonly width: number;
  readonly colour: boolean;
  readonly ascii: boolean;
  readonly facts?: Facts;
}

export type Colours = ReturnType<typeof pc.createColors>;

/** A look made ready for setting text. */
export interface Pen extends Look {
  readonly colours: Colours;
  readonly facts: Facts;
}

/** A look with its colours, which leave text as it is when there are none. */
export function penFor(look: Look): Pen {
  return { ...look, facts: look.facts ?? {}, colours: pc.createColors(look.colour) };
}

/** The same pen in a narrower place. */
export function indented(pen: Pen, cells: number): Pen {
  return { ...pen, width: Math.max(1, pen.width - cells) };
}

/** Text made fit for the terminal: nothing in it can be a command, and it is ASCII where it must be. */
export function plain(text: string, pen: Pick<Look, "ascii">): string {
  const safe = printable(text);
  return pen.ascii ? toAscii(safe) : safe;
}
