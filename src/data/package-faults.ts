import { isNumberType } from "./column.ts";
import { constraintFaults } from "./constraints.ts";
import type { DataPackage } from "./package-schema.ts";
import { formatOf } from "./table-source.ts";

/** What is wrong with a data package, and where: `resources[0].schema.fields[3].type`. */
export interface Fault {
  readonly where: string;
  readonly what: string;
}

/** Faults in what the package and its fields are called. */
export function nameFaults({ name, resources }: DataPackage, folderName: string): Fault[] {
  const names = resources[0].schema.fields.map((field) => field.name);
  const repeats = names.flatMap((fieldName, i) =>
    names.indexOf(fieldName) < i
      ? {
          where: `resources[0].schema.fields[${i}].name`,
          what: `needs a name of its own, got a second "${fieldName}"`,
        }
      : [],
  );
  const other = { where: "name", what: `needs the folder's name "${folderName}", got "${name}"` };
  return name === folderName ? repeats : [other, ...repeats];
}

/** Faults in how the data file is said to be written. */
export function formatFaults({ resources }: DataPackage): Fault[] {
  const [{ path, format = formatOf(path) }] = resources;
  if (format === formatOf(path)) return [];
  return [
    {
      where: "resources[0].format",
      what: `needs "${formatOf(path)}", as "${path}" is called, got "${format}"`,
    },
  ];
}

/** Faults in what the fields ask of their values. */
export function fieldFaults({ resources }: DataPackage): Fault[] {
  return resources[0].schema.fields.flatMap((field, i) =>
    constraintFaults(field).map(({ keyword, what }) => ({
      where: `resources[0].schema.fields[${i}].constraints.${keyword}`,
      what,
    })),
  );
}

/** Faults in what the columns are said to stand for: the target, the groups, … */
export function roleFaults({ resources, groundwork }: DataPackage): Fault[] {
  const { fields, primaryKey } = resources[0].schema;
  const { task, target, groups = [], time, leaks = [], identifiers = [], split } = groundwork;
  const named = {
    "groundwork.target": target ?? [],
    "groundwork.groups": groups,
    "groundwork.time": time ?? [],
    "groundwork.leaks": leaks,
    "groundwork.identifiers": identifiers,
    "resources[0].schema.primaryKey": primaryKey,
  };
  const unknown = Object.entries(named).flatMap(([where, names]) =>
    [names]
      .flat()
      .filter((name) => !fields.some((field) => field.name === name))
      .map((name) => ({ where, what: `needs the name of a field, got "${name}"` })),
  );
  const targetType = fields.find((field) => field.name === target)?.type;
  const rules = [
    {
      broken: target === undefined && (task === "classification" || task === "regression"),
      where: "groundwork.target",
      what: `needs the name of a field, since the task is ${task}`,
    },
    {
      broken: task === "regression" && targetType !== undefined && !isNumberType(targetType),
      where: "groundwork.target",
      what: `needs a numeric field, since the task is regression, got one of type ${targetType}`,
    },
    {
      broken: target !== undefined && leaks.includes(target),
      where: "groundwork.leaks",
      what: "needs columns other than the target",
    },
    {
      broken: split === "group" && groups.length === 0,
      where: "groundwork.groups",
      what: "needs the name of a field, since the split is by group",
    },
    {
      broken: split === "time" && time === undefined,
      where: "groundwork.time",
      what: "needs the name of a field, since the split is by time",
    },
  ];
  return [...unknown, ...rules.filter(({ broken }) => broken)];
}
