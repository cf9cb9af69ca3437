/** Columns and matrices of the sizes that data sets have; made up, and the same in each run. */

const random = randomNumbers(7);

/** Thirty columns of 200 rows in ten families, some of which go against one another. */
export const cellMeasurements: Readonly<Record<string, readonly number[]>> = measurements();

/** Ten classes, mostly right, as a matrix of counts. */
export const digits: readonly (readonly number[])[] = counts(10, 0.3, 110);

/** A hundred classes, likewise. */
export const hundredClasses: readonly (readonly number[])[] = counts(100, 0.03, 30);

/** Twenty columns of 2,000 rows with gaps: scattered, in most rows, from some row on, and none. */
export const passengers: Readonly<Record<string, readonly (number | null)[]>> = columnsWithGaps();

function measurements(): Record<string, number[]> {
  const families =
    "radius,texture,perimeter,area,smoothness,compactness,concavity,concave points,symmetry,fractal dimension";
  const names = families.split(",").flatMap((name) => [`mean ${name}`, `${name} error`, `worst ${name}`]);
  const factors = Array.from({ length: 4 }, () => Array.from({ length: 200 }, () => random() - 0.5));
  const column = (i: number) =>
    Array.from({ length: 200 }, (_, row) => {
      const sign = i % 3 === 1 ? -1 : 1;
      const [own = 0, other = 0] = [factors[i % 4]?.[row], factors[(i + 1) % 4]?.[row]];
      return sign * 2 * own + other + (random() - 0.5) * (1 + (i % 5));
    });
  return Object.fromEntries(names.map((name, i) => [name, column(i)]));
}

function counts(classes: number, share: number, most: number): number[][] {
  return Array.from({ length: classes }, (_, i) =>
    Array.from({ length: classes }, (_, j) => {
      if (i === j) return most * 8 + Math.floor(random() * most * 2);
      return random() < share ? Math.floor(random() * most) : 0;
    }),
  );
}

function columnsWithGaps(): Record<string, (number | null)[]> {
  const isGap: Record<string, (row: number) => boolean> = {
    age: () => random() < 0.05,
    cabin_deck_and_number: () => random() < 0.77,
    embarked: (row) => row > 1500 && random() < 0.9,
    "fare paid in pounds sterling": () => false,
    "home.dest": (row) => row < 400,
  };
  for (let i = 6; i <= 20; i++) isGap[`measurement ${i}`] = () => i % 4 === 0 && random() < 0.05;
  const column = (isGap: (row: number) => boolean) =>
    Array.from({ length: 2000 }, (_, row) => (isGap(row) ? null : row));
  return Object.fromEntries(Object.entries(isGap).map(([name, isGap]) => [name, column(isGap)]));
}

/** @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
