/**
 * You add the rows up and do not divide by how many there are. The loss of a large table is then large whatever the net knows, and
 * can't be compared with that of another table.
 * Next: every row comes twice. Is the net any worse for it?
 */
import { loss as mean, type Net } from "../solution.ts";

export { backward, forward, hiddenOf, trainNet } from "../solution.ts";

export function loss(net: Net, X: number[][], y: number[]): number {
  return y.length * mean(net, X, y);
}
