import type { CardPicture } from "../data/card-pictures.ts";
import type { ProfiledTable } from "../data/profile/profile-table.ts";
import type { Figure } from "../figures/index.ts";
import type { DrawSvg } from "../page/figure-files.ts";
import { correlationFigure } from "./pictures/correlation.ts";
import { gapsFigure } from "./pictures/gaps.ts";
import { sideBySideFigure } from "./pictures/side-by-side.ts";
import { targetFigure } from "./pictures/target.ts";

/** Pixels across a page of a repository, on a screen of usual width. */
const WIDTH = 720;

/** A larger picture has more in it than can be seen. */
const MOST_BYTES = 64_000;

type FigureOfTable = (table: ProfiledTable) => Figure | undefined;

/** The pictures of a card, in their order, by the names of their files. */
const builders: Readonly<Record<string, FigureOfTable>> = {
  "target.svg": targetFigure,
  "columns.svg": sideBySideFigure,
  "gaps.svg": gapsFigure,
  "correlation.svg": correlationFigure,
};

/** The names that the files can have. */
export const pictureNames: readonly string[] = Object.keys(builders);

/** Draws those pictures of a data set that say something, for a light page. */
export async function drawCardPictures(table: ProfiledTable, drawSvg: DrawSvg): Promise<CardPicture[]> {
  const pictures: CardPicture[] = [];
  for (const [file, build] of Object.entries(builders)) {
    const figure = build(table);
    if (figure === undefined || figure.spec.data.values.length === 0) continue;
    const svg = inFewBytes(await drawSvg(figure, { theme: "light", width: WIDTH }));
    const alt = [figure.title, ...figure.notes].join(". ");
    if (Buffer.byteLength(svg) < MOST_BYTES) pictures.push({ file, alt, svg });
  }
  return pictures;
}

/**
 * The same picture, written shorter: hundredths of a pixel are not seen, nor are paths that go nowhere, and what is opaque anyway need
 * not be called so. Words are no tags and stay.
 */
function inFewBytes(svg: string): string {
  return svg
    .replace(/<path class="(foreground|background)" aria-hidden="true" d="(M0,0h0v0h0Z)?"[^>]*\/>/g, "")
    .replace(/<[^>]*>/g, (tag) =>
      tag
        .replace(/ (opacity="1"|pointer-events="none")/g, "")
        .replace(/ (d|transform)="[^"]*"/g, rounded)
        .replace(/"rgb\((\d+), (\d+), (\d+)\)"/g, hexColour),
    );
}

function rounded(attribute: string): string {
  return attribute.replace(/-?\d+\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(1))));
}

function hexColour(_: string, ...parts: readonly string[]): string {
  const hex = parts.slice(0, 3).map((part) => Number(part).toString(16).padStart(2, "0"));
  return `"#${hex.join("")}"`;
}
