import type { Nodes } from "mdast";
import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";

import { type Fault, suggest } from "./lesson-text-faults.ts";

/** A node written `:name`, `::name` or `:::name`. */
export type Directive = ContainerDirective | LeafDirective | TextDirective;

interface Form {
  readonly colons: string;
  /** The attributes that must be there, and those that may. */
  readonly needs: readonly string[];
  readonly may: readonly string[];
  /** The directive it stands in; top level otherwise, or anywhere for an inline one. */
  readonly inside?: string;
}

const FORMS = new Map<string, Form>([
  ["fact", { colons: ":", needs: ["name"], may: ["digits"] }],
  ["step", { colons: "::", needs: ["name"], may: [] }],
  ["predict", { colons: ":::", needs: ["id"], may: ["right"] }],
  ["recall", { colons: ":::", needs: ["id"], may: [] }],
  ["answer", { colons: ":::", needs: [], may: [], inside: "recall" }],
]);

const COLONS = { textDirective: ":", leafDirective: "::", containerDirective: ":::" } as const;

const VALUES: Record<string, [pattern: RegExp, words: string]> = {
  id: [/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "a kebab-case word, like who-decides"],
  name: [/^[A-Za-z_$][\w$]*$/, "a name from demo.ts, like rawDistances"],
  right: [/^[A-Za-z_$][\w$]*$/, "the name of a fact from demo.ts"],
  digits: [/^\d{1,2}$/, "a number of digits after the point"],
};

/** Whether a node is a directive of any of the three kinds. */
export function isDirective(node: Nodes): node is Directive {
  return node.type in COLONS;
}

/** The first line of a node, 1-based in the file. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** Everything wrong with the directives at and below these nodes: unknown, misplaced, unclosed, or with wrong attributes. */
export function directiveFaults(nodes: readonly Nodes[], source: string, parent?: Nodes): Fault[] {
  return nodes.flatMap((node) => {
    const own = isDirective(node) ? faultsOf(node, source, parent) : strayFence(node);
    return "children" in node ? [...own, ...directiveFaults(node.children, source, node)] : own;
  });
}

function faultsOf(node: Directive, source: string, parent: Nodes | undefined): Fault[] {
  const written = `${COLONS[node.type]}${node.name}`;
  const form = FORMS.get(node.name);
  const say = (message: string): Fault => ({ line: lineOf(node), message });
  if (form === undefined)
    return [say(`unknown directive ${written}${suggest(node.name, [...FORMS.keys()])}`)];
  if (`${form.colons}${node.name}` !== written)
    return [say(`${node.name} is written ${form.colons}${node.name}, got ${written}`)];

  const faults = attributeFaults(node, form, written).map(say);
  if (hasLabel(node)) faults.push(say(`${written} takes no [label]`));
  if (!standsRight(node, form, parent)) {
    faults.push(
      say(
        `${written} needs to stand ${form.inside ? `in a :::${form.inside}` : "by itself, outside lists, quotes and questions"}`,
      ),
    );
  }
  if (node.type === "containerDirective" && !isClosed(node, source)) {
    faults.push(
      say(`${written} needs a closing ::: line; around another container, open and close it with ::::`),
    );
  }
  return faults;
}

function attributeFaults(node: Directive, form: Form, written: string): string[] {
  const attributes = node.attributes ?? {};
  const known = [...form.needs, ...form.may];
  const missing = form.needs.filter((key) => !attributes[key]);
  const unknown = Object.keys(attributes).filter((key) => !known.includes(key));
  const wrong = known.filter((key) => attributes[key] && !VALUES[key]?.[0].test(attributes[key]));
  return [
    ...missing.map((key) => `${written} needs ${key}, as in ${written}{${key}=…}`),
    ...unknown.map((key) =>
      known.length > 0 ? `${written} has no "${key}"${suggest(key, known)}` : `${written} takes no "${key}"`,
    ),
    ...wrong.map((key) => `${written} needs ${key} to be ${VALUES[key]?.[1]}, got "${attributes[key]}"`),
  ];
}

function hasLabel(node: Directive): boolean {
  if (node.type !== "containerDirective") return node.children.length > 0;
  const first = node.children[0];
  return first?.type === "paragraph" && first.data?.directiveLabel === true;
}

function standsRight(node: Directive, form: Form, parent: Nodes | undefined): boolean {
  if (node.type === "textDirective") return true;
  if (form.inside === undefined) return parent === undefined;
  return parent?.type === "containerDirective" && parent.name === form.inside;
}

function isClosed(node: ContainerDirective, source: string): boolean {
  const written = source.slice(node.position?.start.offset, node.position?.end.offset);
  return /\n[ \t]*:{3,}[ \t]*$/.test(written);
}

function strayFence(node: Nodes): Fault[] {
  if (node.type !== "paragraph") return [];
  const stray = node.children.find((child) => child.type === "text" && /^:{2,}[ \t]*$/m.test(child.value));
  return stray
    ? [{ line: lineOf(node), message: "this ::: closes nothing; a container around another needs ::::" }]
    : [];
}
