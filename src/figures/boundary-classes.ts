import { MAX_CLASSES } from "./palette.ts";

/** The classes of a boundary under the names by which they are drawn, at most ten. */
export interface BoundaryClasses {
  readonly names: readonly string[];
  drawnAs(name: string): string;
}

/**
 * The classifier's classes in its order, then those that only points have. Of more than ten, the nine that most
 * points have stay and the others are one.
 */
export function boundaryClasses(
  known: readonly (string | number)[],
  groups: readonly string[],
): BoundaryClasses {
  const counts = new Map(known.map((name) => [String(name), 0]));
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  const all = [...counts.keys()];
  if (all.length <= MAX_CLASSES) return { names: all, drawnAs: (name) => name };
  const byCount = all.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const kept = new Set(byCount.slice(0, MAX_CLASSES - 1));
  const others = `${all.length - kept.size} other classes`;
  return {
    names: [...all.filter((name) => kept.has(name)), others],
    drawnAs: (name) => (kept.has(name) ? name : others),
  };
}
