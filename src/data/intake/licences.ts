import { Problem } from "../../problem.ts";
import { didYouMean } from "../did-you-mean.ts";
import type { DataPackage } from "../package-schema.ts";

/** The SPDX identifiers that data are published under, most of them. */
const spdxIds = [
  "0BSD AFL-3.0 AGPL-3.0-only AGPL-3.0-or-later Apache-2.0 Artistic-2.0 BSD-2-Clause BSD-3-Clause BSL-1.0 C-UDA-1.0",
  "CC-BY-1.0 CC-BY-2.0 CC-BY-2.5 CC-BY-3.0 CC-BY-3.0-US CC-BY-4.0 CC-BY-NC-2.0 CC-BY-NC-3.0 CC-BY-NC-4.0",
  "CC-BY-NC-ND-3.0 CC-BY-NC-ND-4.0 CC-BY-NC-SA-2.0 CC-BY-NC-SA-3.0 CC-BY-NC-SA-4.0 CC-BY-ND-3.0 CC-BY-ND-4.0",
  "CC-BY-SA-2.0 CC-BY-SA-2.5 CC-BY-SA-3.0 CC-BY-SA-4.0 CC-PDDC CC-PDM-1.0 CC0-1.0 CDLA-Permissive-1.0",
  "CDLA-Permissive-2.0 CDLA-Sharing-1.0 DL-DE-BY-2.0 DL-DE-ZERO-2.0 ECL-2.0 EPL-2.0 etalab-2.0 EUPL-1.2 GFDL-1.3-only",
  "GFDL-1.3-or-later GPL-2.0-only GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later ISC LGPL-2.1-only LGPL-2.1-or-later",
  "LGPL-3.0-only LGPL-3.0-or-later MIT MIT-0 MPL-2.0 MS-PL NIST-PD NIST-PD-fallback NLOD-1.0 NLOD-2.0 O-UDA-1.0",
  "ODbL-1.0 ODC-By-1.0 OGL-Canada-2.0 OGL-UK-1.0 OGL-UK-2.0 OGL-UK-3.0 PDDL-1.0 Unlicense Zlib",
].flatMap((line) => line.split(" "));

/**
 * The licence that someone names: an SPDX identifier in any case, `LicenseRef-…`, a link, or `other: ` with words.
 *
 * @throws Problem "usage" if it is none of these
 * @example
 * readLicence("cc-by-4.0"); // { name: "CC-BY-4.0", path: "https://spdx.org/licenses/CC-BY-4.0.html" }
 */
export function readLicence(licence: string): DataPackage["licenses"][number] {
  const text = licence.trim();
  const id = spdxIds.find((known) => known.toLowerCase() === text.toLowerCase());
  if (id !== undefined) return { name: id, path: `https://spdx.org/licenses/${id}.html` };
  if (/^LicenseRef-[A-Za-z0-9.-]+$/.test(text)) return { name: text };
  if (isLink(text)) return { name: "other", path: text };
  const other = /^other:\s*(\S.*)$/is.exec(text)?.[1];
  if (other !== undefined) return { name: "other", title: other };
  const others = 'A link or "other: …" in your own words will do for a licence that SPDX does not list.';
  if (text === "") {
    throw new Problem(
      "usage",
      "A data set needs a licence.",
      `Name it by its SPDX identifier, as in CC-BY-4.0. ${others}`,
    );
  }
  throw new Problem(
    "usage",
    `"${text}" is no SPDX licence identifier that we know.`,
    `${didYouMean(text, spdxIds)} ${others}`.trimStart(),
  );
}

/** Whether a text is a link and nothing else. */
export function isLink(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}
