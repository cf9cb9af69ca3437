/**
 * You take the mean of (1 − p)². It is 0 for a perfect net too, but it hardly tells a wrong answer that was nearly sure from one that
 * was quite sure; −ln p grows without end.
 * Next: what is the difference in loss between p = 0.01 and p = 0.0001, for you and for −ln p?
 */
import { forward, type Net } from "../solution.ts";

export { backward, forward, hiddenOf, trainNet } from "../solution.ts";

export function loss(net: Net, X: number[][], y: number[]): number {
  return forward(net, X).reduce((sum, row, i) => sum + (1 - row[y[i]]) ** 2, 0) / y.length;
}
