import { Problem } from "../../problem.ts";
import { type Dialect, StrictRecords } from "./strict-records.ts";

/** Delimiters that are believed if most records agree, the likeliest first. */
const usual = [",", ";", "\t", "|"];

/** Delimiters that are believed only if every record agrees. */
const rare = ["\x1f", "\x01", "^", "~", ":", " "];

/** How many records are looked at. */
const SAMPLE_RECORDS = 1000;

interface Candidate {
  readonly dialect: Dialect;
  /** The share of records that have as many cells as most have. */
  readonly agreement: number;
  readonly nCells: number;
  readonly nQuoted: number;
}

/**
 * Tells a CSV text's delimiter, quote and line end from its beginning: those with which the most records have the same
 * number of cells. A text without a delimiter is one column.
 *
 * @param sample the beginning, a character a byte
 * @param isWhole whether there is no more
 */
export function sniffDialect(sample: string, isWhole: boolean): Dialect {
  const lineEnd = /\n/.test(sample) || !sample.includes("\r") ? "\n" : "\r";
  const candidates = (delimiters: readonly string[], quote: string) =>
    delimiters.map((delimiter) => judge(sample, isWhole, { delimiter, quote, lineEnd }));
  const withApostrophes = candidates([...usual, ...rare], "'").filter(
    ({ agreement, nQuoted }) => agreement === 1 && nQuoted > 0,
  );
  const usualOnes = candidates(usual, '"').filter(({ agreement, nCells }) => agreement > 0.5 && nCells > 1);
  // An apostrophe is a quote only where the double quote is none, and the table is ragged without it.
  const areQuotes =
    withApostrophes.length > 0 && usualOnes.every(({ nQuoted, agreement }) => nQuoted === 0 && agreement < 1);
  const rareOnes = candidates(rare, '"').filter(
    ({ dialect, agreement, nCells }) => agreement === 1 && nCells > (dialect.delimiter === " " ? 2 : 1),
  );
  const best = bestOf(areQuotes ? withApostrophes : []) ?? bestOf(usualOnes) ?? bestOf(rareOnes);
  return best?.dialect ?? { delimiter: ",", quote: '"', lineEnd };
}

function bestOf(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.toSorted((a, b) => b.agreement - a.agreement || b.nCells - a.nCells)[0];
}

function judge(sample: string, isWhole: boolean, dialect: Dialect): Candidate {
  const counts = new Map<number, number>();
  let nRecords = 0;
  let nFaults = 0;
  const records = new StrictRecords("", dialect);
  try {
    for (const { cells } of all(records, sample, isWhole)) {
      if (cells.length === 0) continue;
      counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
      if (++nRecords === SAMPLE_RECORDS) break;
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    nFaults = 1;
  }
  const [nCells, n] = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0]);
  const nQuoted = sample.startsWith(dialect.quote) ? 1 : quotedCells(sample, dialect);
  return { dialect, agreement: n / Math.max(1, nRecords + nFaults), nCells, nQuoted };
}

function* all(records: StrictRecords, sample: string, isWhole: boolean) {
  yield* records.read(sample);
  if (isWhole) yield* records.end();
}

/** How many cells seem to begin with a quote. */
function quotedCells(sample: string, { delimiter, quote, lineEnd }: Dialect): number {
  return sample.split(delimiter + quote).length - 1 + sample.split(lineEnd + quote).length - 1;
}
