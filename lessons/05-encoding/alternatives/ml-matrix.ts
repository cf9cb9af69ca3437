/** With ml-matrix: the rows of an identity matrix, one for each level, and a row of zeros for all the rest. */
import { Matrix } from "ml-matrix";

export function fitOneHot(values: string[]) {
  return { levels: [...values].sort().filter((value, i, sorted) => value !== sorted[i - 1]) };
}

export async function oneHot({ levels }: { levels: string[] }, values: string[]) {
  const rows = Matrix.eye(levels.length).to2DArray();
  const zeros = levels.map(() => 0);
  return values.map((value) => rows[levels.indexOf(value)] ?? zeros);
}

export function ordinal(values: string[], order: string[]) {
  if (values.some((value) => !order.includes(value))) throw new TypeError("a word is not in the order");
  return values.map((value) => order.indexOf(value));
}
