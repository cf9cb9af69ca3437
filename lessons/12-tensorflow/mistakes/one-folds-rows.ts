/**
 * Your winner is asked about the test rows after it has learned from the rows of one fold. The others were kept out to choose, and the choice is
 * over: they could teach it now.
 * Next: how many training rows are there, and from how many has your winner learned?
 */
import { type Fold, takeRows } from "groundwork/model-selection";

import { accuracyOf, type Candidate, chooseModel as choose, type Rows } from "../solution.ts";

export { buildModel, chooseModel, lookAt, startOf, trainModel, tryOut } from "../solution.ts";

export async function testOnce(candidates: Candidate[], train: Rows, test: Rows, folds: Fold[]) {
  const { X, y } = train;
  const name = await choose(candidates, X, y, folds);
  const [winner] = candidates.filter((candidate) => candidate.name === name);
  const part = folds[folds.length - 1].train;
  return { name, accuracy: await accuracyOf(winner, { X: takeRows(X, part), y: takeRows(y, part) }, test) };
}
