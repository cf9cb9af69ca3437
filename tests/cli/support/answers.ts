/** Where lesson 90 has its exercise. */
export const exercise = "lessons/90-middle/exercise.ts";

const mean =
  "export function meanOf(values: number[]) {\n  return values.reduce((a, b) => a + b, 0) / values.length;\n}";
const range =
  "export function rangeOf(values: number[]) {\n  return Math.max(...values) - Math.min(...values);\n}";

/** Answers to lesson 90, by what becomes of them. */
export const answers = {
  right: `${mean}\n${range}\n`,
  /** 1 of 3 points, and a mistake that the lesson knows. */
  oneTooMany: `${mean.replace("values.length", "(values.length + 1)")}\n${range}\n`,
  /** 2 of 3 points. */
  wrongRange: `${mean}\n${range.replace(" - ", " + ")}\n`,
  /** 0 of 3 points. */
  wrongTwice: `${mean.replace("/", "*")}\n${range.replace(" - ", " + ")}\n`,
  endless: `${mean.replace("return", "for (;;);\n  return")}\n${range}\n`,
} as const;
