import stringWidth from "fast-string-width";

/**
 * A rectangle of text: lines of equal width in cells, and the index of the line that neighbours align with,
 * which lies outside the lines for a box that is raised or lowered.
 */
export interface Box {
  readonly lines: readonly string[];
  readonly base: number;
}

export type Align = "left" | "center" | "right";

/** A box of one line. */
export function line(text: string): Box {
  return { lines: [text], base: 0 };
}

/** The width of a box in cells. */
export function widthOf(box: Box): number {
  return Math.max(0, ...box.lines.map((text) => stringWidth(text)));
}

/** Boxes side by side, their base lines at one height. */
export function beside(boxes: readonly Box[]): Box {
  const top = Math.min(0, ...boxes.map((box) => -box.base));
  const bottom = Math.max(0, ...boxes.map((box) => box.lines.length - 1 - box.base));
  const lines: string[] = [];
  for (let row = top; row <= bottom; row++) {
    lines.push(boxes.map((box) => box.lines[row + box.base] ?? " ".repeat(widthOf(box))).join(""));
  }
  return { lines, base: -top };
}

/** Boxes one below another; the base line is that of the box numbered `baseBox`. */
export function stack(boxes: readonly Box[], baseBox: number, align: Align = "center"): Box {
  const width = Math.max(...boxes.map(widthOf));
  const above = boxes.slice(0, baseBox).reduce((rows, box) => rows + box.lines.length, 0);
  return {
    lines: boxes.flatMap((box) => box.lines.map((text) => pad(text, width, align))),
    base: above + (boxes[baseBox]?.base ?? 0),
  };
}

/** Text filled up with spaces to a width in cells. */
export function pad(text: string, width: number, align: Align): string {
  const space = Math.max(0, width - stringWidth(text));
  const left = align === "left" ? 0 : align === "right" ? space : Math.floor(space / 2);
  return " ".repeat(left) + text + " ".repeat(space - left);
}

/** Numerator over denominator. */
export function fraction(numerator: Box, denominator: Box): Box {
  const isNested = [numerator, denominator].some((box) => box.lines.some((text) => text.includes("─")));
  const width = Math.max(widthOf(numerator), widthOf(denominator)) + (isNested ? 2 : 0);
  return stack([numerator, line("─".repeat(width)), denominator], 1);
}

/** A tall box under a root sign. */
export function root(box: Box, index = ""): Box {
  const roof = line(`┌${"─".repeat(widthOf(box) + 1)}`);
  const lines = box.lines.map((text) => `│ ${text}`);
  const inner = stack([roof, { lines, base: box.base }], 1, "left");
  const tick = { lines: [...lines.slice(1).map(() => " "), "╲"], base: box.base };
  return beside([line(index), tick, inner]);
}

/** A box with something lowered and something raised behind it. */
export function corners(base: Box, lowered: Box | undefined, raised: Box | undefined): Box {
  const above = Math.max(1, base.base);
  const below = Math.max(1, base.lines.length - 1 - base.base);
  if (!raised) return lowered ? beside([base, { ...lowered, base: -below }]) : base;
  if (!lowered) return beside([base, { ...raised, base: raised.lines.length - 1 + above }]);
  const between = Array.from({ length: above + below - 1 }, () => line(""));
  const column = stack([raised, ...between, lowered], 0, "left");
  return beside([base, { ...column, base: raised.lines.length - 1 + above }]);
}

/** A box with a curly brace along its lower or upper edge. */
export function brace(box: Box, isBelow: boolean): Box {
  const middle = "─".repeat(Math.max(1, widthOf(box) - 2));
  return isBelow ? stack([box, line(`╰${middle}╯`)], 0) : stack([line(`╭${middle}╮`), box], 1);
}

/** Rows of boxes in aligned columns, `gap` cells apart; the base line is the middle one. */
export function grid(rows: readonly (readonly Box[])[], aligns: readonly Align[], gap: number): Box {
  const columnWidth = (j: number) => Math.max(0, ...rows.map((row) => (row[j] ? widthOf(row[j]) : 0)));
  const setCell = (box: Box, j: number): Box => {
    const width = columnWidth(j);
    const before = " ".repeat(j === 0 ? 0 : gap);
    return {
      lines: box.lines.map((text) => before + pad(text, width, aligns[j] ?? "center")),
      base: box.base,
    };
  };
  const table = stack(
    rows.map((row) => beside(row.map(setCell))),
    0,
    "left",
  );
  return { ...table, base: Math.floor((table.lines.length - 1) / 2) };
}

const TALL: Readonly<Record<string, readonly [top: string, middle: string, bottom: string]>> = {
  "(": ["⎛", "⎜", "⎝"],
  ")": ["⎞", "⎟", "⎠"],
  "[": ["⎡", "⎢", "⎣"],
  "]": ["⎤", "⎥", "⎦"],
  "{": ["⎧", "⎪", "⎩"],
  "}": ["⎫", "⎪", "⎭"],
  "|": ["│", "│", "│"],
  "∥": ["║", "║", "║"],
};

/** A bracket as tall as the box that it stands beside. */
export function bracket(character: string, beside: Box): Box {
  const parts = TALL[character];
  const height = beside.lines.length;
  if (parts === undefined || height < 2) return line(character);
  const [top, middle, bottom] = parts;
  const lines = [top, ...Array.from({ length: height - 2 }, () => middle), bottom];
  if (character === "{" && height > 2) lines[Math.floor((height - 1) / 2)] = "⎨";
  if (character === "}" && height > 2) lines[Math.floor((height - 1) / 2)] = "⎬";
  return { lines, base: beside.base };
}
