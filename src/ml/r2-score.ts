import { readTargets } from "./targets.ts";

export function r2Score(yTrue: readonly number[], yPred: readonly number[]): number {
  const targets = readTargets("r2Score", yPred.length, yTrue);
  const mean = targets.reduce((sum, target) => sum + target, 0) / targets.length;
  let [left, total] = [0, 0];
  for (let i = 0; i < targets.length; i++) {
    left += (targets[i]! - yPred[i]!) ** 2;
    total += (targets[i]! - mean) ** 2;
  }
  if (total === 0) return left === 0 ? 1 : 0;
  return 1 - left / total;
}
