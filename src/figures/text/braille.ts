/** The bits of a braille pattern: its dots row by row, two in each. */
const BITS = Uint8Array.of(0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80);

/** A cell of a terminal holds two by four dots. */
export const DOTS_ACROSS = 2;
export const DOTS_UP = 4;

/**
 * The bits of the one dot of a pattern that lies at a place, counted in dots from the upper left of a plot.
 *
 * @see https://www.unicode.org/charts/PDF/U2800.pdf
 */
export function brailleBit(x: number, y: number): number {
  return BITS[(y % DOTS_UP) * DOTS_ACROSS + (x % DOTS_ACROSS)] ?? 0;
}

/** The sign whose dots are these bits. */
export function brailleSign(bits: number): string {
  return String.fromCodePoint(0x2800 + bits);
}
