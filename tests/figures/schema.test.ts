import { readFileSync } from "node:fs";
import { join } from "node:path";

import { Resvg } from "@resvg/resvg-js";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";

import { bars, type Figure } from "../../src/figures/index.ts";
import { drawSvg } from "../../src/figures/svg/draw-svg.ts";
import { builderNames, builders, names, samples } from "./builder-cases.ts";

const path = "../../node_modules/vega-lite/build/vega-lite-schema.json";
const schema = JSON.parse(readFileSync(join(import.meta.dirname, path), "utf8"));
const isValid = new Ajv({ strict: false, validateFormats: false }).compile(schema);

test("each builder that is exported is tried here", () => {
  expect(Object.keys(builders).sort()).toEqual(builderNames.toSorted());
});

test("the schema refuses what is no Vega-Lite", () => {
  const { spec } = bars({ a: 1 }, { title: "T", xTitle: "x" });
  expect(isValid(spec)).toBe(true);
  expect(isValid({ ...spec, encoding: { x: { field: "value", type: "a number" } } })).toBe(false);
});

describe.each(Object.entries(builders))("%s", (_, build) => {
  test.each(Object.entries(samples))("draws %s", (_, values) => expectDrawn(build(values, "some name")));

  test.each(Object.entries(names))("draws %s", (_, name) =>
    expectDrawn(build(samples["a few numbers"] ?? [], name)),
  );
});

async function expectDrawn(figure: Figure): Promise<void> {
  // As it is after it was saved.
  expect(isValid(JSON.parse(JSON.stringify(figure.spec))), schemaFault()).toBe(true);
  const warnings: string[] = [];
  const svg = await drawSvg(figure, { warn: (message) => warnings.push(message) });
  expect(warnings).toEqual([]);
  // A table shows what it was given, whatever that is.
  const checked = figure.kind === "table" ? svg.replace(/>[^<]*</g, "><") : svg;
  expect(checked).not.toMatch(/\b(NaN|undefined|null|Infinity|object Object)\b/);
  if (figure.spec.data.values.length === 0) expect(figure.notes).not.toEqual([]);
  else if (figure.kind !== "table")
    expect(svg).toMatch(/class="mark-\w+ role-mark[^"]*"[^>]*><(path|line|rect|text)/);
  // Throws on what is no XML.
  new Resvg(svg, { font: { loadSystemFonts: false } });
}

/** The deepest place that the schema does not like: of all the ways in which a spec could be meant, the likeliest. */
function schemaFault(): string {
  const deepest = [...(isValid.errors ?? [])].sort((a, b) => b.instancePath.length - a.instancePath.length);
  return deepest
    .slice(0, 3)
    .map(({ instancePath, message }) => `${instancePath} ${message}`)
    .join("; ");
}
