import type { Pen } from "./pen.ts";

/** What stands in a cell: a sign, the class in whose colour it is drawn, if it has one, and whether it only lies under others. */
export interface Sign {
  readonly text: string;
  readonly colour?: number;
  readonly isFaint?: boolean;
}

/** Rows of cells from the top; a cell without a sign is empty. */
export type Grid = (Sign | undefined)[][];

const blank: Sign = { text: " " };

/** A line of text for each row, neighbours of one look painted together. */
export function gridLines(grid: Grid, pen: Pen): string[] {
  return grid.map((row) => {
    const runs: { text: string; readonly look: Sign }[] = [];
    for (const sign of row) {
      const next = sign ?? blank;
      const run = runs.at(-1);
      const isSame = run?.look.colour === next.colour && run?.look.isFaint === next.isFaint;
      if (run !== undefined && isSame) run.text += next.text;
      else runs.push({ text: next.text, look: next });
    }
    return runs.map(({ text, look }) => painted(text, look, pen)).join("");
  });
}

function painted(text: string, { colour, isFaint }: Sign, pen: Pen): string {
  const coloured = colour === undefined ? text : pen.inColour(text, colour);
  return isFaint ? pen.faint(coloured) : coloured;
}
