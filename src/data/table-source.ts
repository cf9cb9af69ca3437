import path from "node:path";

import type { DataPackage, Field } from "./package-schema.ts";

/** A file of data and how the data package describes it. */
export interface TableSource {
  /** Where the file is. */
  readonly file: string;
  /** How to call it in a complaint: `datasets/wine/data.csv`. */
  readonly shownAs: string;
  readonly format: "csv" | "parquet";
  /** What stands between two cells of a CSV file; a comma where nothing else is said. */
  readonly delimiter?: string;
  readonly fields: readonly Field[];
  /** The texts that stand for a missing value, where a field does not name its own. */
  readonly missingValues: readonly string[];
}

/**
 * The data file that a data package describes.
 *
 * @param folder the data set's own
 */
export function sourceIn(folder: string, { name, resources }: DataPackage): TableSource {
  const { path: dataFile, dialect, schema } = resources[0];
  const { fields, missingValues } = schema;
  return {
    file: path.join(folder, dataFile),
    shownAs: `datasets/${name}/${dataFile}`,
    format: formatOf(dataFile),
    delimiter: dialect?.delimiter ?? ",",
    fields,
    missingValues,
  };
}

/** What a file's name says it holds. */
export function formatOf(file: string): TableSource["format"] {
  return /\.parquet$/i.test(file) ? "parquet" : "csv";
}
