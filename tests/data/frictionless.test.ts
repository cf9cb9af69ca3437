import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";

import { listDatasets } from "../../src/data/index.ts";

const repository = resolve(import.meta.dirname, "../..");
const names = await listDatasets(repository);

function readJson(path: string) {
  return JSON.parse(readFileSync(resolve(repository, path), "utf8"));
}

/** Frictionless' schemas, as published; they hold notes for editors that ajv would else refuse. */
function validatorOf(schema: string) {
  const ajv = new Ajv.default({ strict: false, allErrors: true, formats: { textarea: true } });
  addFormats.default(ajv);
  return ajv.compile(readJson(`tests/fixtures/frictionless/${schema}.json`));
}

describe.each(["data-package", "tabular-data-package"])("Frictionless' %s.json", (schema) => {
  const validate = validatorOf(schema);

  it.each(names)("accepts the package of %s", (name) => {
    validate(readJson(`datasets/${name}/datapackage.json`));
    expect(validate.errors ?? []).toEqual([]);
  });

  it("refuses a package without a table, and one whose field has no name", () => {
    const wine = readJson("datasets/wine/datapackage.json");
    expect(validate({ ...wine, resources: [] })).toBe(false);
    if (schema === "data-package") return;
    const [resource] = wine.resources;
    const fields = [{ type: "number" }];
    expect(validate({ ...wine, resources: [{ ...resource, schema: { fields } }] })).toBe(false);
  });
});
