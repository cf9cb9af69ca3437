import { lstat } from "node:fs/promises";
import path from "node:path";

import { Problem } from "../../problem.ts";
import { didYouMean } from "../did-you-mean.ts";
import { isPackageName } from "../package-schema.ts";
import type { Wish, WishedRoles } from "./examination.ts";
import { escapeInvisible, showText } from "./show-text.ts";

const LONGEST_NAME = 64;

/** Names that Windows keeps for devices, whatever follows after a dot. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;

/**
 * Refuses a name that no new data set in `<root>/datasets/` can have.
 *
 * @throws Problem "usage" with a name that would do, or "locked" if `datasets` itself leads elsewhere
 */
export async function checkName(root: string, name: string): Promise<void> {
  if (!isUsableName(name)) {
    const proposal = toPackageName(name);
    throw new Problem(
      "usage",
      `${showText(name)} cannot be the name of a data set.`,
      "A name has small letters, digits, dots, hyphens and underscores, begins with a letter or a digit, ends with no " +
        `dot, is no device of Windows, and is ${LONGEST_NAME} long at most.${proposal ? ` "${proposal}" would do.` : ""}`,
    );
  }
  const folder = path.join(root, "datasets");
  const state = await lstat(folder).catch(() => null);
  if (state !== null && !state.isDirectory()) {
    throw new Problem("locked", "datasets is a link or a file, not a folder.", "Put a folder in its place.");
  }
  if ((await lstat(path.join(folder, name)).catch(() => null)) !== null) {
    throw new Problem(
      "usage",
      `datasets/${name} exists already.`,
      `Choose another name, or remove it first (npm run dataset remove ${name}).`,
    );
  }
}

function isUsableName(name: string): boolean {
  return isPackageName(name) && name.length <= LONGEST_NAME && !name.endsWith(".") && !deviceName.test(name);
}

function toPackageName(text: string): string | null {
  const name = path
    .basename(text.replaceAll("\\", "/"))
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "")
    .slice(0, LONGEST_NAME)
    .replace(/[.-]+$/, "");
  if (isUsableName(name)) return name;
  return isUsableName(`data-${name}`) ? `data-${name}` : null;
}

/**
 * The roles that are wished for, all of them columns.
 *
 * @throws Problem "usage" if one is no column, or the target has another role too
 */
export function readRoles(wish: Wish, names: readonly string[]): WishedRoles {
  const { target, time, groups = [], leaks = [] } = wish;
  const asked: [option: string, name: string | undefined][] = [
    ["target", target],
    ["time", time],
    ...groups.map((name): [string, string] => ["group", name]),
    ...leaks.map((name): [string, string] => ["leaks", name]),
  ];
  const known = new Set(names);
  for (const [option, name] of asked) {
    if (name === undefined || known.has(name)) continue;
    const shown =
      names.length <= 30
        ? `The columns are: ${names.map(showText).join(", ")}.`
        : `It has ${names.length} columns.`;
    throw new Problem(
      "usage",
      `--${option} needs the name of a column, got ${showText(name)}.`,
      `${name.length > 200 ? "" : escapeInvisible(didYouMean(name, names))} ${shown}`.trimStart(),
    );
  }
  const second = asked.find(
    ([option, name]) => option !== "target" && target !== undefined && name === target,
  );
  if (second !== undefined) {
    throw new Problem(
      "usage",
      `${showText(target ?? "")} is the target and cannot be under --${second[0]} too.`,
      "Name it once.",
    );
  }
  return {
    ...(target === undefined ? {} : { target }),
    groups: [...new Set(groups)],
    ...(time === undefined ? {} : { time }),
    leaks: [...new Set(leaks)],
  };
}
