/** A function to make small: returns its value at `x` and writes its slopes there into `gradient`. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

/** Multiplies a gradient by the inverse of what the matrix of second derivatives is taken to be. */
export type Precondition = (gradient: Float64Array) => Float64Array;

/** A point where an objective is smallest, as far as the search got. */
export interface Minimum {
  readonly x: Float64Array;
  readonly nIter: number;
  /** Whether the search ended because nothing was left to gain, and not because of maxIter. */
  readonly converged: boolean;
}

/** Two points' difference, that of their gradients, and the product of both differences. */
interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly product: number;
}

/** How many of the latest steps tell how the objective bends. */
const MEMORY = 10;
/** A gain below this share of the objective is not worth a step once the slopes are small. */
const NEGLIGIBLE = 1e-7;
/** A gain below this share is all but lost in the rounding of the objective's sum. */
const ROUNDING = 1e-11;

/**
 * Makes a smooth convex function small by L-BFGS: each iteration goes where the function, taken as a bowl, has its
 * bottom. `curvatureAt` gives the bowl's shape, at the start and again after some steps; in between it is corrected by
 * what the latest steps have shown. With the exact shape after every step this is Newton's method.
 * @see Nocedal and Wright (2006), Numerical Optimization, section 7.2
 */
export function minimize(
  objective: Objective,
  start: Float64Array,
  curvatureAt: (x: Float64Array) => Precondition,
  { maxIter, tol, stepsPerCurvature }: { maxIter: number; tol: number; stepsPerCurvature: number },
): Minimum {
  let x = start;
  let gradient = new Float64Array(x.length);
  let value = objective(x, gradient);
  let precondition = curvatureAt(x);
  const steps: Step[] = [];
  for (let nIter = 0; nIter < maxIter; nIter++) {
    if (nIter > 0 && nIter % stepsPerCurvature === 0) precondition = curvatureAt(x);
    const direction = bottomOfBowl(gradient, steps, precondition);
    const gain = -dot(direction, gradient);
    const enough = largestMagnitude(gradient) <= tol ? NEGLIGIBLE : ROUNDING;
    if (gain <= enough * Math.abs(value)) return { x, nIter, converged: true };
    const next = searchLine(objective, { x, value, direction, gain });
    if (next === undefined) return { x, nIter, converged: gain <= NEGLIGIBLE * Math.abs(value) };
    remember(steps, difference(next.x, x), difference(next.gradient, gradient));
    ({ x, value, gradient } = next);
  }
  return { x, nIter: maxIter, converged: false };
}

/** The way from here to the bottom of the bowl, by the two-loop recursion. */
function bottomOfBowl(
  gradient: Float64Array,
  steps: readonly Step[],
  precondition: Precondition,
): Float64Array {
  const rest = gradient.map((slope) => -slope);
  const shares = steps.map(() => 0);
  for (let k = steps.length - 1; k >= 0; k--) {
    const { moved, turned, product } = steps[k]!;
    shares[k] = dot(moved, rest) / product;
    addTimes(rest, turned, -shares[k]!);
  }
  const direction = precondition(rest);
  const latest = steps.at(-1);
  if (latest) {
    // The guess has the right shape but perhaps not the right size: the latest step tells.
    const size = latest.product / dot(latest.turned, precondition(latest.turned));
    for (let j = 0; j < direction.length; j++) direction[j]! *= size;
  }
  for (let k = 0; k < steps.length; k++) {
    const { moved, turned, product } = steps[k]!;
    addTimes(direction, moved, shares[k]! - dot(turned, direction) / product);
  }
  return direction;
}

/** Halves the step until it gains a share of what the slope promises; undefined where no step does. */
function searchLine(
  objective: Objective,
  here: { x: Float64Array; value: number; direction: Float64Array; gain: number },
) {
  const gradient = new Float64Array(here.x.length);
  for (let length = 1; length > 1e-12; length /= 2) {
    const x = here.x.map((value, j) => value + length * here.direction[j]!);
    const value = objective(x, gradient);
    if (value <= here.value - 1e-4 * length * here.gain) return { x, value, gradient };
  }
  return undefined;
}

function remember(steps: Step[], moved: Float64Array, turned: Float64Array): void {
  const product = dot(moved, turned);
  // Convex functions turn upwards; what does not is rounding, and tells nothing.
  if (!(product > Number.EPSILON * dot(turned, turned))) return;
  steps.push({ moved, turned, product });
  if (steps.length > MEMORY) steps.shift();
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, j) => value - b[j]!);
}

function addTimes(sum: Float64Array, values: Float64Array, factor: number): void {
  for (let j = 0; j < sum.length; j++) sum[j]! += factor * values[j]!;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}

function largestMagnitude(values: Float64Array): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}
