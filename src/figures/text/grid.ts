import type { Pen } from "./pen.ts";

/** What stands in a cell: a sign, and the class in whose colour it is drawn, if it has one. */
export interface Sign {
  readonly text: string;
  readonly colour?: number;
}

/** Rows of cells from the top; a cell without a sign is empty. */
export type Grid = (Sign | undefined)[][];

/** A line of text for each row, neighbours of one colour painted together. */
export function gridLines(grid: Grid, pen: Pen): string[] {
  return grid.map((row) => {
    const runs: { text: string; colour: number | undefined }[] = [];
    for (const sign of row) {
      const { text, colour } = sign ?? { text: " ", colour: undefined };
      const run = runs.at(-1);
      if (run !== undefined && run.colour === colour) run.text += text;
      else runs.push({ text, colour });
    }
    return runs
      .map(({ text, colour }) => (colour === undefined ? text : pen.inColour(text, colour)))
      .join("");
  });
}
