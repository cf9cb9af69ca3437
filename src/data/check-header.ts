import { didYouMean } from "./did-you-mean.ts";
import type { Field } from "./package-schema.ts";

/** What the header of a file has other than its data package says. */
export interface HeaderCheck {
  readonly faults: readonly { readonly column: string; readonly what: string }[];
  /** The fields in the order in which the file has them, under its own names. */
  readonly fields: readonly Field[];
}

/**
 * Compares the names in a file's header with those of the fields.
 *
 * @example
 * checkHeader(["b", "a"], [{ name: "a", type: "string" }, { name: "b", type: "string" }]).faults;
 * // [{ column: "b", what: 'needs to come after "a", as in datapackage.json' }]
 */
export function checkHeader(header: readonly string[], fields: readonly Field[]): HeaderCheck {
  const names = fields.map(({ name }) => name);
  // Below, every name is looked for among all others: nothing for thousands of columns that are as they should be.
  if (header.length === names.length && header.every((name, j) => name === names[j]))
    return { faults: [], fields };
  const missing = names.filter((name) => !header.includes(name));
  const renamed = header.map((name, j) => !names.includes(name) && missing.includes(names[j] ?? ""));
  const faults = header.flatMap((name, j) => {
    if (header.indexOf(name) < j) return { column: name, what: "is there a second time" };
    if (renamed[j]) return { column: name, what: `needs the name "${names[j]}", as in datapackage.json` };
    if (!names.includes(name))
      return { column: name, what: `is not in datapackage.json. ${didYouMean(name, missing)}`.trim() };
    const next = header
      .slice(j + 1)
      .find(
        (other) =>
          header.indexOf(other) > j && names.includes(other) && names.indexOf(other) < names.indexOf(name),
      );
    return next === undefined
      ? []
      : { column: name, what: `needs to come after "${next}", as in datapackage.json` };
  });
  const absent = missing
    .filter((name) => !renamed[names.indexOf(name)])
    .map((name) => ({ column: name, what: "is in datapackage.json, but not in the file" }));
  const fieldOf = (name: string, j: number): Field => ({
    ...(fields.find((field) => field.name === name) ??
      (renamed[j] ? fields[j] : undefined) ?? { type: "string" }),
    name,
  });
  return { faults: [...faults, ...absent], fields: header.map(fieldOf) };
}
