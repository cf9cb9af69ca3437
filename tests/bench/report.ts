import { availableParallelism } from "node:os";

import type { Cold } from "./cold.ts";
import type { SaveLoop } from "./save-loop.ts";

/** What was measured; a part that was not asked for is undefined. */
export interface Report {
  readonly cold: Cold | undefined;
  readonly watch: SaveLoop | undefined;
  readonly vitest: SaveLoop | undefined;
}

const goals = { cold: 2, watchMedian: 100, watchP95: 200 };

/** The report as one line of JSON; times in milliseconds. */
export function jsonOf(report: Report): string {
  return JSON.stringify({ node: process.version, cores: availableParallelism(), ...report, goals });
}

/** The report as tables. */
export function textOf({ cold, watch, vitest }: Report): string {
  const sections = [cold && coldTable(cold), (watch || vitest) && saveTable(watch, vitest)];
  const machine = `Node ${process.version}, ${availableParallelism()} cores; times in milliseconds.`;
  return [machine, ...sections.filter((section) => section !== undefined)].join("\n\n");
}

function coldTable({ runs, emptyScript, emptyNode, grade }: Cold): string {
  const times = (time: number) => `${(time / emptyScript).toFixed(2)} ×`;
  return tableOf([
    [`From cold, medians of ${runs} runs`, "time", "ratio", "goal"],
    ["  npm run, an empty script", whole(emptyScript), "", ""],
    ["  npm run, Node with an empty file", whole(emptyNode), times(emptyNode), ""],
    ["  npm run grade 6", whole(grade), times(grade), `at most ${goals.cold} ×`],
  ]);
}

function saveTable(watch: SaveLoop | undefined, vitest: SaveLoop | undefined): string {
  const saves = (watch ?? vitest)?.saves;
  const row = (name: string, { median, p95 }: SaveLoop, goal: string) => {
    const ratio = watch && vitest ? `${(median / watch.median).toFixed(2)} ×` : "";
    return [`  ${name}`, whole(median), whole(p95), ratio, goal];
  };
  const goal = `at most ${goals.watchMedian} and ${goals.watchP95}`;
  return tableOf([
    [`From save to verdict, ${saves} saves`, "median", "95th percentile", "ratio", "goal"],
    ...(watch ? [row("npm run watch 6", watch, goal)] : []),
    ...(vitest ? [row("vitest, the same checks", vitest, "")] : []),
  ]);
}

function whole(milliseconds: number): string {
  return String(Math.round(milliseconds));
}

/** Names to the left, figures to the right, the goals as they are. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const last = (rows[0]?.length ?? 0) - 1;
  const cell = (text: string, column: number) =>
    column === 0 || column === last ? text.padEnd(width(column)) : text.padStart(width(column));
  return rows.map((row) => row.map(cell).join("  ").trimEnd()).join("\n");
}
