import type { ColumnProfile } from "../../data/profile/profile.ts";
import type { ProfiledTable } from "../../data/profile/profile-table.ts";
import { hasNumbers, type SampleColumn } from "../../data/profile/sample.ts";
import { whole } from "../profile-words.ts";

/** A column's name with its unit, if the name does not say it. */
export function titleOf({ name, unit }: ColumnProfile): string {
  const isSaid = unit === undefined || unit === name || name.endsWith(`(${unit})`);
  return isSaid ? name : `${name} (${unit})`;
}

/** A column's profile, by its name. */
export function profileOf({ profile }: ProfiledTable, name: string | undefined): ColumnProfile | undefined {
  return profile.columns.find((column) => column.name === name);
}

/** A column's values, by its name. */
export function sampleOf({ sample }: ProfiledTable, name: string | undefined): SampleColumn | undefined {
  return sample.columns.find(({ field }) => field.name === name);
}

/** The numbers of a column, or its moments in seconds since 1970, NaN where one is missing; undefined if it has none. */
export function numbersOf(table: ProfiledTable, name: string | undefined): Float64Array | undefined {
  const column = sampleOf(table, name);
  return column && hasNumbers(column) ? column.values : undefined;
}

/** The values that are there. */
export function presentIn(values: Float64Array): Float64Array {
  return values.filter((value) => !Number.isNaN(value));
}

/** A caption of some sentences, and of which rows are seen where that is not all of them. */
export function captionOf({ sample }: ProfiledTable, ...sentences: readonly string[]): { caption?: string } {
  const some = `From ${whole(sample.rows)} of ${whole(sample.tableRows)} rows, chosen at random.`;
  const caption = [...sentences, ...(sample.isWhole ? [] : [some])].filter(Boolean).join(" ");
  return caption === "" ? {} : { caption };
}
