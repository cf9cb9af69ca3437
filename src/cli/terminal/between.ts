import stringWidth from "fast-string-width";

/**
 * One line with a text at each end; where both don't fit, two spaces stand between them.
 *
 * @example between("left", "right", 20) // "left           right"
 */
export function between(left: string, right: string, width: number): string {
  const gap = width - stringWidth(left) - stringWidth(right);
  return `${left}${" ".repeat(Math.max(2, gap))}${right}`;
}
