import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import * as v from "valibot";
import { parse } from "yaml";

import { Problem } from "../../problem.ts";

const text = v.pipe(v.string(), v.nonEmpty());
const schema = v.array(v.strictObject({ before: text, after: text, because: text }));

/** A mutant that a lesson's author has shown to behave like the solution. */
export type EquivalentMutant = v.InferOutput<typeof schema>[number];

/** The file in a lesson's folder that lists them. */
export const equivalentFile = "equivalent-mutants.yaml";

/**
 * Reads which mutants of a lesson's solution are known to behave like it, each with its reason; none where there is no such file.
 *
 * @throws Problem "bad-lesson" when the file is no list of `before`, `after` and `because`
 */
export function readEquivalentMutants(folder: string): EquivalentMutant[] {
  const file = join(folder, equivalentFile);
  if (!existsSync(file)) return [];
  try {
    return v.parse(schema, parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new Problem(
      "bad-lesson",
      `lessons/${basename(folder)}/${equivalentFile}: ${error instanceof Error ? error.message : error}`,
      "It is a list; each entry has `before` and `after`, as `course check` prints them, and `because`. A text with a colon in it needs quotes.",
    );
  }
}
