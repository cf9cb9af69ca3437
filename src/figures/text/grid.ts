import type { Pen } from "./pen.ts";

/** What stands in a cell: a sign, the class in whose colour it is drawn, if it has one, and whether it only lies under others. */
export interface Sign {
  readonly text: string;
  readonly colour?: number;
  readonly isFaint?: boolean;
}

/** Rows of cells from the top; a cell without a sign is empty. */
export type Grid = (Sign | undefined)[][];

/** A line of text for each row, neighbours of one look painted together. */
export function gridLines(grid: Grid, pen: Pen): string[] {
  return grid.map((row) => {
    const runs: Sign[] = [];
    for (const sign of row) {
      const next = sign ?? { text: " " };
      const run = runs.at(-1);
      if (run !== undefined && run.colour === next.colour && run.isFaint === next.isFaint)
        runs[runs.length - 1] = { ...run, text: run.text + next.text };
      else runs.push(next);
    }
    return runs.map((run) => painted(run, pen)).join("");
  });
}

function painted({ text, colour, isFaint }: Sign, pen: Pen): string {
  const coloured = colour === undefined ? text : pen.inColour(text, colour);
  return isFaint ? pen.faint(coloured) : coloured;
}
