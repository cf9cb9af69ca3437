import { InvalidArgumentError, Option } from "commander";

/** Options that several commands take, so that they are called and explained the same everywhere. */
export const datasetOption = () => new Option("--dataset <name>", "another data set than the lesson's own");
export const jsonOption = (what: string) => new Option("--json", what);
export const seedOption = () =>
  new Option("--seed <number>", "draw the inputs of an earlier grading again").argParser(wholeNumber);

/** Reads a number that a person gave, for commander. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,10}$/.test(text) || Number(text) > 2 ** 31 - 1) {
    throw new InvalidArgumentError("A whole number from 0 to 2147483647 is needed.");
  }
  return Number(text);
}
