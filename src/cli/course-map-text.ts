import stringWidth from "fast-string-width";

import type { CourseMap, MapPlace } from "./course-map.ts";
import { between } from "./terminal/between.ts";
import { type Look, type Pen, penFor, plain } from "./terminal/look.ts";
import { wrap } from "./terminal/wrap.ts";

/** Sets the map for the terminal: the parts that have a lesson in full, the others as one entry each. */
export function mapText({ parts, next }: CourseMap, look: Look): string {
  const pen = penFor(look);
  const { bold, dim } = pen.colours;
  const sections = parts.map(({ title, places }) => {
    const isPlanned = places.every(({ state }) => state === "planned");
    if (isPlanned)
      return entry("", plain(title, pen), `${places.length} lessons, being written`, pen).map(dim);
    return [bold(plain(title, pen)), ...places.flatMap((place) => placeLines(place, pen))];
  });
  const last = [
    ...wrap(plain(next.say, pen), pen.width),
    ...(next.command ? [`  ${bold(next.command)}`] : []),
  ];
  return `\n${[...sections, last].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function placeLines({ number, title, state, points, outOf }: MapPlace, pen: Pen): string[] {
  const { green, yellow, dim } = pen.colours;
  const lines = (end: string) => entry(`${String(number).padStart(4)}  `, plain(title, pen), end, pen);
  const score = outOf > 0 ? `${points} of ${outOf}` : "";
  if (state === "planned") return lines("being written").map(dim);
  if (state === "passed") return lines(green(`${score}  passed`));
  if (state === "begun") return lines(yellow(`${score}  begun`.trim()));
  return lines("new");
}

/** A title between what comes before it and what stands at the right; what is too long for its line goes on below. */
function entry(before: string, title: string, end: string, { width }: Pen): string[] {
  const [first = "", ...rest] = wrap(title, width - before.length - stringWidth(end) - 2);
  return [between(before + first, end, width), ...rest.map((line) => " ".repeat(before.length) + line)];
}
