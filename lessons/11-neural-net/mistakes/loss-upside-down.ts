/**
 * You take the mean of ln p. Logarithms of probabilities are negative, and larger is better: whoever walks downhill on that walks
 * away from what is right.
 * Next: what is ln of 1, what is ln of one half, and which of them should be the smaller loss?
 */
import { type Net, loss as right } from "../solution.ts";

export { backward, forward, hiddenOf, trainNet } from "../solution.ts";

export function loss(net: Net, X: number[][], y: number[]): number {
  return -right(net, X, y);
}
