/** A picture of a data set, for its card. */
export interface CardPicture {
  /** Its file's name in `figures/`: "target.svg". */
  readonly file: string;
  /** What is seen, for those who do not see it. */
  readonly alt: string;
  readonly svg: string;
}

/** The folder beside the card that its pictures are in. */
export const picturesFolder = "figures";

const HEADING = "## In pictures";

/** What comes after the pictures, in a card that was written by hand or by `dataset add`. */
const LATER = /^## (What is odd|What was found|What was decided|How the file was read|What to doubt)\b/;

/**
 * A card with a section that shows these pictures, each by a link relative to it. A section that is there already keeps its own
 * words, and shows these pictures in place of those before; without pictures, one that has no words goes.
 *
 * @param names the names that files of pictures can have; only links to these are replaced
 * @example withPictures("# Oaks\n", [{ file: "target.svg", alt: "Two kinds", svg: "…" }], ["target.svg"])
 */
export function withPictures(
  card: string,
  pictures: readonly CardPicture[],
  names: readonly string[],
): string {
  const end = card.includes("\r\n") ? "\r\n" : "\n";
  const lines = card.trimEnd().split(/\r?\n/);
  const links = pictures.flatMap(({ file, alt }) => [`![${plain(alt)}](${picturesFolder}/${file})`, ""]);
  const start = lines.findIndex((line) => line.trimEnd() === HEADING);
  const placed = start < 0 ? withNewSection(lines, links) : withinSection(lines, start, links, names);
  return placed.join(end).trimEnd().concat(end);
}

/** The section that is there, with its own words before the pictures. */
function withinSection(
  lines: readonly string[],
  start: number,
  links: readonly string[],
  names: readonly string[],
): string[] {
  const after = lines.findIndex((line, i) => i > start && /^#{1,2} /.test(line));
  const stop = after < 0 ? lines.length : after;
  const own = lines.slice(start + 1, stop).filter((line) => !names.some((name) => isLinkTo(line, name)));
  const words = own
    .filter((line, i) => line !== "" || own[i - 1] !== "")
    .join("\n")
    .trim();
  const section = [
    ...(words === "" && links.length === 0 ? [] : [HEADING, ""]),
    ...(words === "" ? [] : [...words.split("\n"), ""]),
    ...links,
  ];
  return [...lines.slice(0, start), ...section, ...lines.slice(stop)];
}

/** A new section, before what is to be said about the data once they have been seen. */
function withNewSection(lines: readonly string[], links: readonly string[]): string[] {
  if (links.length === 0) return [...lines];
  const later = lines.findIndex((line) => LATER.test(line));
  const at = later < 0 ? lines.length : later;
  const before = lines.slice(0, at);
  return [...before, ...(before.at(-1) === "" ? [] : [""]), HEADING, "", ...links, ...lines.slice(at)];
}

function isLinkTo(line: string, name: string): boolean {
  return line.startsWith("![") && line.endsWith(`](${picturesFolder}/${name})`);
}

/** Text in which Markdown and HTML see nothing of their own, on one line. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, " ")
    .trim()
    .replace(/[\\*_[\]<>|#`]/g, "\\$&");
}
