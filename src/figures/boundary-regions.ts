/** A strip of the plane in which a classifier says one class about equally surely. */
export interface Region {
  readonly x: number;
  readonly x2: number;
  readonly y: number;
  readonly y2: number;
  readonly group: string;
  /** The probability of the class in tenths, rounded down. */
  readonly sureness: number;
}

/** The part of the plane that is looked at. */
export interface Plane {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

interface Answer {
  readonly group: string;
  readonly sureness: number;
}

/**
 * Asks for the middle of each cell of a plane and joins neighbours in a row that get the same answer.
 *
 * @param cells how many across, and as many up
 * @param groups the name of each class, in the order of the probabilities
 * @returns the strips, and how many cells got no probability that is a number
 * @throws RangeError if a cell does not get a probability for each class
 */
export function regionsOf(
  plane: Plane,
  cells: number,
  groups: readonly string[],
  predictProba: (X: number[][]) => number[][],
): { regions: Region[]; unanswered: number } {
  const edges = { x: edgesOf(plane.x, cells), y: edgesOf(plane.y, cells) };
  const middles = { x: middlesOf(edges.x), y: middlesOf(edges.y) };
  const answers = predictProba(middles.y.flatMap((y) => middles.x.map((x) => [x, y])));
  if (!isList(answers) || answers.length !== cells ** 2)
    throw new RangeError(
      `decisionBoundary needs predictProba to answer each of ${cells ** 2} rows, got ${lengthOf(answers)}.`,
    );
  const found = answers.map((shares) => answerOf(shares, groups));
  return { regions: joined(found, edges), unanswered: found.filter((answer) => answer === undefined).length };
}

/** A strip for each run of equal answers in a row of cells. */
function joined(
  answers: readonly (Answer | undefined)[],
  edges: { readonly x: readonly number[]; readonly y: readonly number[] },
): Region[] {
  const regions: Region[] = [];
  const cells = edges.x.length - 1;
  for (const [i, answer] of answers.entries()) {
    if (answer === undefined) continue;
    const [row, column] = [Math.floor(i / cells), i % cells];
    const [x, x2] = [edges.x[column] ?? 0, edges.x[column + 1] ?? 0];
    const [y, y2] = [edges.y[row] ?? 0, edges.y[row + 1] ?? 0];
    const last = regions.at(-1);
    const isNeighbour = last !== undefined && last.x2 === x && last.y === y;
    if (isNeighbour && last.group === answer.group && last.sureness === answer.sureness)
      regions[regions.length - 1] = { ...last, x2 };
    else regions.push({ x, x2, y, y2, ...answer });
  }
  return regions;
}

/** The likeliest class, the first of equals; none if no probability is a number. */
function answerOf(shares: unknown, groups: readonly string[]): Answer | undefined {
  if (!isList(shares) || shares.length !== groups.length)
    throw new RangeError(
      `decisionBoundary needs a probability for each of ${groups.length} classes in each row, got ${lengthOf(shares)}.`,
    );
  let best = -1;
  shares.forEach((share, i) => {
    if (share > (best < 0 ? Number.NEGATIVE_INFINITY : Number(shares[best]))) best = i;
  });
  const group = groups[best];
  if (group === undefined) return undefined;
  const share = Math.min(Math.max(Number(shares[best]), 0), 1);
  // What should be 0.7 may come as 0.6999999999999999.
  return { group, sureness: Math.floor(share * 10 + 1e-9) / 10 };
}

function edgesOf([min, max]: readonly [number, number], cells: number): number[] {
  return Array.from({ length: cells + 1 }, (_, i) => min + ((max - min) * i) / cells);
}

function middlesOf(edges: readonly number[]): number[] {
  return edges.slice(1).map((edge, i) => edge / 2 + (edges[i] ?? edge) / 2);
}

function isList(value: unknown): value is readonly number[] {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

function lengthOf(value: unknown): string {
  return isList(value) ? String(value.length) : String(value);
}
