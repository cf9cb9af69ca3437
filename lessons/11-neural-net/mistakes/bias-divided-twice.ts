/**
 * You take the mean over the rows for b1 and b2, though each row's share of 1/n is in the slopes already. The biases then learn as many times
 * too slowly as there are rows.
 * Next: the slopes are divided by n. What is left to do to them, a sum or a mean?
 */
import { type Net, backward as right } from "../solution.ts";

export { forward, hiddenOf, loss, trainNet } from "../solution.ts";

export function backward(net: Net, X: number[][], y: number[]): Net {
  const gradient = right(net, X, y);
  const divided = (slopes: number[]) => slopes.map((slope) => slope / y.length);
  return { ...gradient, b1: divided(gradient.b1), b2: divided(gradient.b2) };
}
