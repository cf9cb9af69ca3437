import { drawFigure, scatter } from "../figures/index.ts";
import type { CheckVerdict, Verdict } from "../judge/verdict.ts";
import type { Look } from "./terminal/look.ts";

/** Narrower than this, a picture shows nothing that the counterexample does not. */
const leastWidth = 54;
const mostWidth = 72;

/**
 * The answer's numbers on the data against the right ones: what is right lies on the diagonal, and how the rest lies tells a shift from
 * a scale, and either from a muddle.
 *
 * @returns lines for the terminal; none where there is nothing to draw, or no room
 */
export function comparedFigure({ compared }: CheckVerdict, { dataset }: Verdict, look: Look): string[] {
  if (compared === undefined || look.width < leastWidth) return [];
  const { call, gave, right, of } = compared;
  const some = gave.length < of ? `, ${gave.length} of ${of} numbers` : "";
  const figure = scatter(
    {
      x: [...right, ...right],
      y: [...right, ...gave],
      group: [...right.map(() => "right"), ...gave.map(() => "yours")],
    },
    {
      title: `What ${call} gave on ${dataset}, against what is right${some}`,
      xTitle: "right",
      yTitle: "yours",
    },
  );
  return drawFigure(figure, { ...look, width: Math.min(look.width, mostWidth) }).split("\n");
}
