/** Rows of texts, the header first: names to the left, figures to the right, the last column as it is. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const last = (rows[0]?.length ?? 0) - 1;
  const cell = (text: string, column: number) =>
    column === 0 || column === last ? text.padEnd(width(column)) : text.padStart(width(column));
  return rows.map((row) => row.map(cell).join("  ").trimEnd()).join("\n");
}

/** How many times as long, or as much: "2.46 ×". */
export function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

/** "1,234", without decimals. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}
