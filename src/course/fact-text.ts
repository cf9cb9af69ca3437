import type { TextDirective } from "mdast-util-directive";

import type { Facts } from "./demo.ts";

const NUMBER = new Intl.NumberFormat("en", {
  maximumFractionDigits: 3,
  maximumSignificantDigits: 3,
  roundingPriority: "morePrecision",
});

/**
 * What a `:fact` says on this data set. One that is missing shows its name, so that the sentence does not lie by leaving it out.
 *
 * @param fact the place in the text, with the fact's name and, for a number, the digits after its point
 * @example factText(factNamed("share"), { share: -0.0271 }) // "−0.0271"
 */
export function factText(fact: TextDirective, facts: Facts): string {
  const name = fact.attributes?.name ?? "";
  const digits = fact.attributes?.digits;
  const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (value === undefined) return `[${name}?]`;
  if (typeof value === "string") return value;
  return (digits ? value.toFixed(Number(digits)) : NUMBER.format(value)).replace("-", "−");
}
