/**
 * Your probabilities add up to 1 down each class, over the rows. So what one row gets depends on which other rows came with it.
 * Next: is it the classes of a row that exclude each other, or the rows of a class?
 */
import { Matrix } from "ml-matrix";

import { hiddenOf, type Net } from "../solution.ts";

export { backward, hiddenOf, loss, trainNet } from "../solution.ts";

export function forward(net: Net, X: number[][]): number[][] {
  const scores = hiddenOf(net, X).mmul(new Matrix(net.W2)).addRowVector(net.b2).to2DArray();
  const largest = net.b2.map((_, k) => Math.max(...scores.map((row) => row[k])));
  const powers = scores.map((row) => row.map((score, k) => Math.exp(score - largest[k])));
  const totals = net.b2.map((_, k) => powers.reduce((sum, row) => sum + row[k], 0));
  return powers.map((row) => row.map((power, k) => power / totals[k]));
}
