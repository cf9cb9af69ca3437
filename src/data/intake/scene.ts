import type { DuckDBConnection } from "@duckdb/node-api";

import type { ExaminedColumn, Finding, Option, Question, WishedRoles } from "./examination.ts";
import type { TextFacts } from "./text-facts.ts";

/** All that a search for findings may look at; the tables `cells` and `judged` are there. */
export interface Scene {
  readonly connection: DuckDBConnection;
  readonly columns: readonly ExaminedColumn[];
  /** For each column. */
  readonly facts: readonly TextFacts[];
  readonly roles: WishedRoles;
  readonly nRows: number;
  /** What a row is found by: "line 17". */
  readonly placeName: string;
}

/** What one search found. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
}

/** A column, where it stands, and what its texts tell. */
export interface Place {
  readonly column: ExaminedColumn;
  readonly position: number;
  readonly facts: TextFacts;
}

/** The columns of a scene for which something holds. */
export function placesWhere(scene: Scene, holds: (place: Place) => boolean): Place[] {
  return scene.columns
    .map((column, position) => ({ column, position, facts: factsAt(scene, position) }))
    .filter(holds);
}

function factsAt({ facts }: Scene, position: number): TextFacts {
  const found = facts[position];
  if (found === undefined) throw new RangeError(`There is no column ${position}.`);
  return found;
}

/** Puts what several searches found together. */
export function allFound(parts: readonly Found[]): Found {
  return {
    findings: parts.flatMap(({ findings }) => findings),
    questions: parts.flatMap(({ questions }) => questions),
  };
}

/** What the first option of a question about one column is, and the option to leave everything as it is. */
export function askAbout(
  kind: string,
  column: string,
  text: string,
  [option, asIs]: readonly [Option, Option],
  safe: Option,
  why: string,
): Question {
  return { id: `${kind}:${column}`, column, text, options: [option, asIs], safe: safe.name, why };
}
