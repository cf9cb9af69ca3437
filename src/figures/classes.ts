import { MAX_CLASSES } from "./palette.ts";

/** What names a class in a table: a number, a word, true or false, or nothing. */
export type ClassName = string | number | boolean | null | undefined;

/**
 * The class of each row as text, and the classes in reading order: by number or alphabet and not by first row, so
 * that a class keeps its colour from figure to figure. Of more than ten, the nine commonest stay and the rest are one.
 */
export function classesOf(names: readonly ClassName[]): { of: string[]; classes: string[] } {
  const of = names.map((name) =>
    name === null || name === undefined || name === "" ? "(none)" : String(name),
  );
  const counts = new Map<string, number>();
  for (const name of of) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size <= MAX_CLASSES) return { of, classes: [...counts.keys()].sort(inReadingOrder) };

  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || inReadingOrder(a, b)).map(([name]) => name);
  const kept = new Set(byCount.slice(0, MAX_CLASSES - 1));
  const others = `${counts.size - kept.size} other classes`;
  return {
    of: of.map((name) => (kept.has(name) ? name : others)),
    classes: [...[...kept].sort(inReadingOrder), others],
  };
}

function inReadingOrder(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
