/** Numbers kept row after row as an array for each row, `[values.length / width, width]`. */
export function rowsOf(values: Float64Array, width: number): number[][] {
  // A copy of an array that holds fractions already takes a third of the time of one that grows.
  const template = Array.from({ length: width }, () => 0.5);
  const rows: number[][] = [];
  for (let start = 0; start < values.length; start += width) {
    const row = template.slice();
    for (let j = 0; j < width; j++) row[j] = values[start + j]!;
    rows.push(row);
  }
  return rows;
}
