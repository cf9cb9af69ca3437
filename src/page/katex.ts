import { createRequire } from "node:module";

let loaded: typeof import("katex") | undefined;

/** KaTeX, loaded when the first formula comes: it takes 30 ms, which a command without formulas should not wait for. */
export function katex(): typeof import("katex") {
  loaded ??= createRequire(import.meta.url)("katex") as typeof import("katex");
  return loaded;
}
