import type { Correlations } from "../../data/profile/pairs.ts";
import type { ProfiledTable } from "../../data/profile/profile-table.ts";
import { type Figure, heatmap } from "../../figures/index.ts";
import { whole } from "../profile-words.ts";

/** Fewer columns are told about in a sentence; of more, no cell can be found. */
const LEAST_COLUMNS = 3;
const MOST_COLUMNS = 30;

/** Of too many columns, so many are drawn beside the target. */
const MOST_BESIDE_TARGET = 15;

/** Some columns and their correlations, a place of the matrix each. */
interface Chosen {
  readonly names: readonly string[];
  readonly cells: readonly (readonly (number | null)[])[];
  /** What the choice was, where not all are there. */
  readonly why: string;
}

/**
 * How the columns of numbers go together; undefined where there are too few or too many. Classes are not among them, since their
 * numbers are names.
 */
export function correlationFigure({ profile, correlations, sample }: ProfiledTable): Figure | undefined {
  const { target } = profile;
  const classes = target?.kind === "classes" ? target.column : undefined;
  const numbers = chosenFrom(
    correlations,
    varyingIn(correlations).filter((i) => correlations.names[i] !== classes),
  );
  const { names, cells, why } =
    target?.kind === "number" && numbers.names.length > MOST_COLUMNS
      ? besideTarget(numbers, target.column)
      : numbers;
  const strongest = strongestOf(cells);
  if (names.length < LEAST_COLUMNS || names.length > MOST_COLUMNS || !strongest) return undefined;
  const isUnknown = cells.some((row, i) => row.some((value, j) => i !== j && value === null));
  const caption = [
    why,
    isUnknown ? "Grey: one of both is always the same where both are known." : "",
    correlations.exact ? "" : `Estimated from ${whole(sample.rows)} rows.`,
  ];
  return heatmap(
    cells.map((row, i) => row.map((value, j) => (i === j ? 1 : (value ?? Number.NaN)))),
    {
      title: `${names[strongest.i]} and ${names[strongest.j]} go together most: correlation ${written(strongest.value)}`,
      caption: caption.filter(Boolean).join(" ") || undefined,
      ...{ rows: names, columns: names, valueTitle: "correlation" },
      ...{ scale: "diverging", domain: [-1, 1], format: written },
    },
  );
}

/** The places of the columns that are not always the same. */
function varyingIn({ names, cells }: Correlations): number[] {
  return [...names.keys()].filter((i) => cells[i]?.some((value) => value !== null));
}

function chosenFrom(
  { names, cells }: Pick<Correlations, "names" | "cells">,
  places: readonly number[],
  why = "",
): Chosen {
  return {
    names: places.map((i) => names[i] ?? ""),
    cells: places.map((i) => places.map((j) => cells[i]?.[j] ?? null)),
    why,
  };
}

/** The target and the columns that go with it most, in their order. */
function besideTarget(numbers: Chosen, target: string): Chosen {
  const at = numbers.names.indexOf(target);
  const sizeOf = (i: number) => Math.abs(numbers.cells[at]?.[i] ?? 0);
  const others = [...numbers.names.keys()].filter((i) => i !== at);
  const most = others.toSorted((one, other) => sizeOf(other) - sizeOf(one)).slice(0, MOST_BESIDE_TARGET);
  const why = `Of ${numbers.names.length} columns of numbers, these go with ${target} most.`;
  return at < 0
    ? numbers
    : chosenFrom(
        numbers,
        [...most, at].toSorted((one, other) => one - other),
        why,
      );
}

function strongestOf(cells: Chosen["cells"]): { i: number; j: number; value: number } | undefined {
  const pairs = cells.flatMap((row, i) =>
    row.flatMap((value, j) => (j > i && value !== null ? [{ i, j, value }] : [])),
  );
  return pairs.toSorted((one, other) => Math.abs(other.value) - Math.abs(one.value))[0];
}

/** Two decimals, or as many more as it takes not to claim a perfect line. */
function written(correlation: number): string {
  const size = Math.abs(correlation);
  const digits = [2, 3, 4].find((digits) => size === 1 || Number(size.toFixed(digits)) < 1) ?? 2;
  const text = size.toFixed(digits);
  return correlation < 0 && Number(text) > 0 ? `−${text}` : text;
}
