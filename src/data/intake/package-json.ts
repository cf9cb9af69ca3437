import type { Decided, DecidedColumn } from "./decide.ts";
import type { Examination } from "./examination.ts";

/** The content of `datapackage.json`: a Frictionless tabular data package with our own key. */
export function packageJson(
  examination: Examination,
  decided: Decided,
  data: { fileName: string; bytes: number },
) {
  const { name, title, description, licence, source, roles } = examination;
  const isCsv = data.fileName === "data.csv";
  const { target, time } = roles;
  const groups = roles.groups;
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    profile: "tabular-data-package",
    name,
    title,
    description,
    licenses: [licence],
    sources: [source],
    resources: [
      {
        name,
        type: "table",
        profile: "tabular-data-resource",
        path: data.fileName,
        format: isCsv ? "csv" : "parquet",
        mediatype: isCsv ? "text/csv" : "application/vnd.apache.parquet",
        encoding: "utf-8",
        bytes: data.bytes,
        schema: { fields: decided.columns.map(toField), missingValues: [""] },
      },
    ],
    groundwork: {
      task: decided.task,
      ...(target === undefined ? {} : { target }),
      ...(groups.length === 0 ? {} : { groups }),
      ...(time === undefined ? {} : { time }),
      ...(decided.leaks.length === 0 ? {} : { leaks: decided.leaks }),
      ...(decided.identifiers.length === 0 ? {} : { identifiers: decided.identifiers }),
      ...splitFor(decided, groups, time),
    },
  };
}

function toField({ name, type, missingCodes }: DecidedColumn) {
  return {
    name,
    type,
    ...(missingCodes.length === 0 ? {} : { missingValues: [...new Set(["", ...missingCodes])] }),
  };
}

function splitFor({ task }: Decided, groups: readonly string[], time: string | undefined) {
  if (groups.length > 0) return { split: "group" };
  if (time !== undefined) return { split: "time" };
  return task === "classification" ? { split: "stratified" } : {};
}
