/**
 * The lines without those from `from` up to but not including `to`; the blank lines around the cut do not add up.
 *
 * @example
 * cutLines(["a", "", "b", "", "c"], 2, 3) // ["a", "", "c"]
 */
export function cutLines(lines: readonly string[], from: number, to: number): string[] {
  const isBlank = (line: string | undefined) => line === undefined || line.trim() === "";
  const closesUp = isBlank(lines[from - 1]) && isBlank(lines[to]);
  return lines.toSpliced(from, to - from + (closesUp ? 1 : 0));
}
