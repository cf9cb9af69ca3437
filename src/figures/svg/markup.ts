import { oneLine } from "../text/words.ts";
import type { Theme } from "./themes.ts";

/** A text as XML may hold it: nothing in it is a tag, and no sign is one that XML forbids. */
export function escaped(text: string): string {
  return oneLine(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/**
 * SVG whose ids belong to it alone. Vega counts clips and gradients from one figure to the next, so that a figure's would
 * depend on what was drawn before, and those of two on one page would clash.
 */
export function withOwnIds(svg: string): string {
  const found = [...svg.matchAll(/ id="([^"]+)"/g)].flatMap(([, id]) => id ?? []);
  const numbers = new Map([...new Set(found)].map((id, i) => [id, i] as const));
  const renamed = (prefix: string) =>
    svg.replace(/<[^>]*>/g, (tag) =>
      tag.replace(/( id="|url\(#|href="#)([^")]+)/g, (whole, before: string, id: string) => {
        const number = numbers.get(id);
        return number === undefined ? whole : `${before}${prefix}${number}`;
      }),
    );
  return renamed(`f${fingerprint(renamed(""))}-`);
}

/** SVG with the colours that a theme can't show exchanged for those that it can. */
export function inTheme(svg: string, { instead }: Theme): string {
  return svg.replace(/<[^>]*>/g, (tag) =>
    tag.replace(
      / (fill|stroke)="(#[^"]+)"/g,
      (_, which: string, colour: string) => ` ${which}="${instead[colour] ?? colour}"`,
    ),
  );
}

/** A short name for a text, the same each time: the FNV-1a hash. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
