import type { CourseMap, MapPlace } from "./course-map.ts";
import { between } from "./terminal/between.ts";
import { type Look, type Pen, penFor, plain } from "./terminal/look.ts";

/** Sets the map for the terminal: the parts that have a lesson in full, the others as one line each. */
export function mapText({ parts, next }: CourseMap, look: Look): string {
  const pen = penFor(look);
  const { bold, dim } = pen.colours;
  const sections = parts.map(({ title, places }) => {
    const isPlanned = places.every(({ state }) => state === "planned");
    if (isPlanned)
      return [dim(between(plain(title, pen), `${places.length} lessons, being written`, pen.width))];
    return [bold(plain(title, pen)), ...places.map((place) => placeLine(place, pen))];
  });
  const last = next.command === undefined ? next.say : `${next.say}  ${bold(next.command)}`;
  return `\n${sections.map((lines) => lines.join("\n")).join("\n\n")}\n\n${last}\n`;
}

function placeLine({ number, title, state, points, outOf }: MapPlace, pen: Pen): string {
  const { green, yellow, dim } = pen.colours;
  const name = `${String(number).padStart(4)}  ${plain(title, pen)}`;
  if (state === "planned") return dim(between(name, "being written", pen.width));
  const score = outOf > 0 ? `${points} of ${outOf}` : "";
  if (state === "passed") return between(name, green(`${score}  passed`), pen.width);
  if (state === "begun") return between(name, yellow(`${score}  begun`.trim()), pen.width);
  return between(name, "new", pen.width);
}
