/**
 * You squash each score by itself, with the logistic function. Each number lies between 0 and 1, but those of a row do not add up to 1:
 * they answer one yes-or-no question each, and not the question which class it is.
 * Next: what do the probabilities of a row add up to?
 */
import { Matrix } from "ml-matrix";

import { hiddenOf, type Net } from "../solution.ts";

export { backward, hiddenOf, loss, trainNet } from "../solution.ts";

export function forward(net: Net, X: number[][]): number[][] {
  const scores = hiddenOf(net, X).mmul(new Matrix(net.W2)).addRowVector(net.b2).to2DArray();
  return scores.map((row) => row.map((score) => 1 / (1 + Math.exp(-score))));
}
