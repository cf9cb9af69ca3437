import { availableParallelism } from "node:os";

import type { BenchRequest } from "../../src/cli/bench.ts";
import { answersIn } from "./answers.ts";
import { coldTable, measureCold } from "./cold.ts";
import { figuresTable, measureFigures } from "./figures.ts";
import { libraryTable, measureLibrary } from "./library/library.ts";
import { measureProfileRows, profileRowsTable } from "./profile-rows.ts";
import { measureReadRows, readRowsTable } from "./read-rows.ts";
import { type SaveLoop, saveTable } from "./save-loop.ts";
import { vitestLoop } from "./vitest-loop.ts";
import { watchLoop } from "./watch-loop.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";

/** What a part of the bench measured, as data and as a table to read. */
interface Measured {
  readonly data: object;
  readonly text: string;
}

type Measure = (tools: { root: string; workshop: Workshop; say(text: string): void }) => Promise<Measured>;

/** What `--only` may name, in the order in which it is measured. */
const parts: Readonly<Record<string, Measure>> = {
  cold: async ({ workshop, say }) => {
    const data = await measureCold(workshop, answersIn(workshop.course), say);
    return { data, text: coldTable(data) };
  },
  watch: async ({ workshop, say }) => savesOf(await watchLoop(workshop, answersIn(workshop.course), say)),
  vitest: async ({ root, workshop, say }) => {
    const answers = answersIn(workshop.course);
    const watch = await watchLoop(workshop, answers, say);
    return savesOf(watch, await vitestLoop(root, workshop, answers, say));
  },
  read: async ({ root, say }) => {
    const data = await measureReadRows(root, say);
    return { data, text: readRowsTable(data) };
  },
  profile: async ({ root, say }) => {
    const data = await measureProfileRows(root, say);
    return { data, text: profileRowsTable(data) };
  },
  library: async ({ root, say }) => {
    const data = await measureLibrary(root, say);
    return { data, text: libraryTable(data) };
  },
  figures: async ({ root, say }) => {
    const data = await measureFigures(root, say);
    return { data, text: figuresTable(data) };
  },
};

function savesOf(watch: SaveLoop, vitest?: SaveLoop): Measured {
  return { data: { watch, ...(vitest ? { vitest } : {}) }, text: saveTable(watch, vitest) };
}

/**
 * Measures one part after the other, or one alone.
 *
 * @returns the figures, as tables to read or as one line of JSON
 */
export async function bench({ root, only, json, say }: BenchRequest): Promise<string> {
  const machine = { node: process.version, cores: availableParallelism() };
  const workshop = openWorkshop(root);
  try {
    const measured = new Map<string, Measured>();
    for (const [name, measure] of Object.entries(parts)) {
      // What vitest is compared with has been measured then.
      const isWanted = only === undefined ? name !== "watch" : only === name;
      if (isWanted) measured.set(name, await measure({ root, workshop, say }));
    }
    if (json) return JSON.stringify({ ...machine, ...dataOf(measured) });
    const head = `Node ${machine.node}, ${machine.cores} cores; times in milliseconds.`;
    return [head, ...[...measured.values()].map(({ text }) => text)].join("\n\n");
  } finally {
    workshop.close();
  }
}

function dataOf(measured: ReadonlyMap<string, Measured>): object {
  return Object.fromEntries([...measured].map(([name, { data }]) => [name, data]));
}
