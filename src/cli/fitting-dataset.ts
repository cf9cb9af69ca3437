import { distance } from "fastest-levenshtein";

import type { Lesson } from "../course/course.ts";
import { listDatasets, openDataset, reasonNotToFit } from "../data/index.ts";

/** Names the data sets that a lesson can run on, the nearest in name first, as a sentence. */
export async function fittingDataset(root: string, lesson: Lesson, wanted: string): Promise<string> {
  const names = await listDatasets(root);
  const fitting: string[] = [];
  for (const name of names) {
    // One that can't be read is no data set to propose.
    const dataset = await openDataset(root, name).catch(() => undefined);
    if (dataset && reasonNotToFit(dataset, lesson.data.needs) === null) fitting.push(name);
  }
  if (fitting.length === 0) return "None of the data sets here fits this lesson.";
  const sorted = fitting.toSorted((one, other) => distance(one, wanted) - distance(other, wanted));
  return `These fit lesson ${lesson.number}: ${sorted.join(", ")}.`;
}
