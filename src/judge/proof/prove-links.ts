import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";

import type { Image, Link } from "mdast";

import { type Block, nodesOf } from "../../course/lesson-text.ts";
import { lineOf } from "../../course/lesson-text-directives.ts";
import { walk } from "../../course/lesson-text-markdown.ts";
import type { ProofFault } from "./fault.ts";

/** Where a lesson's text stands: the course's folder, the lesson's, and the path to name in messages. */
export interface TextPlace {
  readonly root: string;
  readonly folder: string;
  readonly file: string;
}

/**
 * Links and images must lead somewhere: to a file of this course, or out of it with a whole address. What is out there is not asked,
 * since a lesson is proved without a network too.
 */
export function proveLinks(blocks: readonly Block[], place: TextPlace): ProofFault[] {
  const faults: ProofFault[] = [];
  walk(blocks.flatMap(nodesOf), (node) => {
    if (node.type !== "link" && node.type !== "image") return;
    const where = `${place.file}:${lineOf(node)}`;
    const fault = addressFault(node, place) ?? (node.type === "image" ? descriptionFault(node) : null);
    if (fault) faults.push({ where, ...fault });
  });
  return faults;
}

type Told = Omit<ProofFault, "where">;

function addressFault({ type, url }: Link | Image, { root, folder }: TextPlace): Told | null {
  const what = `The ${type} to ${url || "nothing"} leads nowhere.`;
  if (/^[a-z][a-z\d+.-]*:/i.test(url)) {
    return isWholeAddress(url)
      ? null
      : {
          what,
          hint: "A whole address begins with https:// and the name of a host; mailto: is the other kind.",
        };
  }
  const [path = ""] = url.split(/[?#]/);
  const target = resolve(folder, pathIn(path));
  const isInside = !relative(root, target).startsWith(`..${sep}`);
  if (path !== "" && isInside && existsSync(target)) return null;
  return {
    what,
    hint: "Name a file of this course, seen from the lesson’s folder, or a whole address. A part of the text is named in words.",
  };
}

function isWholeAddress(url: string): boolean {
  if (/\s/.test(url)) return false;
  if (/^mailto:/i.test(url)) return /^mailto:[^@]+@[^@]+\.[^@.]+$/i.test(url);
  return /^https?:\/\//i.test(url) && URL.canParse(url) && new URL(url).hostname.includes(".");
}

/** An address may be written with %20 for a space; one that can't be read so is taken as it is. */
function pathIn(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function descriptionFault({ alt, url }: Image): Told | null {
  if (alt) return null;
  return {
    what: `The image ${url} has no description.`,
    hint: "Say between the brackets what there is to see: a terminal shows only that.",
  };
}
