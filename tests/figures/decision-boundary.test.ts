import fc from "fast-check";
import { expect, test } from "vitest";

import { type BoundaryData, decisionBoundary, drawFigure } from "../../src/figures/index.ts";

const words = { title: "T", xTitle: "across", yTitle: "up" };
const corners = { x: [0, 1, 0, 1], y: [0, 0, 1, 1], group: ["a", "b", "a", "b"], classes: ["a", "b"] };

/** Says b to the right of the middle, and says it the more surely the further it is. */
const rightIsB = (X: number[][]) => X.map(([x = 0]) => [1 - clamped(x), clamped(x)]);
const clamped = (share: number) => Math.min(Math.max(share, 0), 1);
const boundary = (data: Partial<BoundaryData> = {}) =>
  decisionBoundary({ ...corners, predictProba: rightIsB, ...data }, words);
const regionsOf = (figure: ReturnType<typeof boundary>) => figure.spec.layer[0].data.values;

test("every place of the plane lies in one region, with the class and the sureness that were said there", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 30 }), fc.array(fc.nat(2), { minLength: 9 }), (cells, seeds) => {
      const shares = (x: number, y: number) => {
        const seed = seeds[(Math.floor(x * 7) + Math.floor(y * 5) * 3 + 300) % seeds.length] ?? 0;
        return [0, 1, 2].map((i) => (i === seed ? 0.72 : 0.14));
      };
      const asked: number[][] = [];
      const predictProba = (X: number[][]) => {
        asked.push(...X);
        return X.map(([x = 0, y = 0]) => shares(x, y));
      };
      const regions = regionsOf(boundary({ classes: ["a", "b", "c"], predictProba, cells }));
      expect(asked).toHaveLength(cells ** 2);
      for (const [x = 0, y = 0] of asked) {
        const around = regions.filter((at) => at.x <= x && x < at.x2 && at.y <= y && y < at.y2);
        const said = shares(x, y).indexOf(0.72);
        expect(around).toMatchObject([{ group: ["a", "b", "c"][said], sureness: 0.7 }]);
      }
    }),
    { numRuns: 20 },
  );
});

test("a side of the plane reads in the letters of its class, thinner towards the border", () => {
  const middle = drawFigure(boundary(), { width: 60 }).split("\n").at(10) ?? "";
  expect(middle.replace(/^.*│/u, "")).toMatch(/^a{6,}[a ]+[b ]+b{6,}$/);
  expect(middle).toMatch(/( a){3} {3}(a {3})+.*b( {3}b)+/);
});

test("a class is the same letter with colour and without, and in ASCII", () => {
  const signs = (options: object) => drawFigure(boundary(), { width: 80, ...options }).match(/[ab]{4,}/g);
  expect(signs({ ascii: true })).toEqual(signs({}));
});

test("points that the classifier does not know have a mark but no region", () => {
  const figure = boundary({ group: ["a", "b", "a", "?"] });
  expect(figure.spec.encoding.color.scale.domain).toEqual(["a", "b", "?"]);
  expect(new Set(regionsOf(figure).map(({ group }) => group))).toEqual(new Set(["a", "b"]));
});

test("of a hundred classes nine and the others are told apart", () => {
  const classes = Array.from({ length: 100 }, (_, i) => i);
  const predictProba = (X: number[][]) => X.map((_, row) => classes.map((i) => (i === row % 100 ? 1 : 0)));
  const { spec } = boundary({ group: [5, 5, 7, 7], classes, predictProba });
  const { domain } = spec.encoding.color.scale;
  expect(domain).toHaveLength(10);
  expect(domain).toEqual(expect.arrayContaining(["5", "7", "91 other classes"]));
  for (const { group } of spec.layer[0].data.values) expect(domain).toContain(group);
});

test("places without an answer stay empty and are counted", () => {
  const figure = boundary({ predictProba: (X) => X.map(() => [Number.NaN, Number.NaN]), cells: 10 });
  expect(regionsOf(figure)).toEqual([]);
  expect(figure.notes).toEqual(["No answer at 100 of 100 places: no probability there is a number."]);
});

test("without points nothing is asked and nothing drawn", () => {
  const predictProba = () => {
    throw new Error("asked");
  };
  const figure = boundary({ x: [Number.NaN], y: [1], group: ["a"], predictProba });
  expect(drawFigure(figure).split("\n")).toEqual([
    "T",
    "1 of 1 points left out: not a number, infinite or too large to draw.",
    "Nothing to draw: no points.",
  ]);
});

test("of a hundred thousand points a sample is drawn, and regions are still seen under it", () => {
  const x = Float64Array.from({ length: 100_000 }, (_, i) => Math.abs(Math.sin(i)));
  const y = Float64Array.from({ length: 100_000 }, (_, i) => Math.abs(Math.sin(i * 1.7)));
  const group = Array.from(x, (value) => (value > 0.5 ? "b" : "a"));
  const figure = boundary({ x, y, group });
  expect(figure.notes).toEqual(["Drawn: 1,000 of 100,000 points, taken evenly from first to last."]);
  expect(drawFigure(figure).match(/[ab]/g)?.length).toBeGreaterThan(300);
});

test.each([
  [{ group: ["a"] }, "decisionBoundary needs as many group as x, got 1 and 4."],
  [{ cells: 1 }, "decisionBoundary needs a whole number of cells from 2 to 300, got 1."],
  [
    { cells: 2, predictProba: () => [[1, 0]] },
    "decisionBoundary needs predictProba to answer each of 4 rows, got 1.",
  ],
  [
    { cells: 2, predictProba: (X: number[][]) => X.map(() => [1]) },
    "decisionBoundary needs a probability for each of 2 classes in each row, got 1.",
  ],
])("%o is refused", (data, message) => {
  expect(() => boundary(data)).toThrow(new RangeError(message));
});
