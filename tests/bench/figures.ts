import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { compileChild } from "./programs.ts";
import { tableOf, whole } from "./table.ts";

/** Medians in milliseconds. */
export interface FigureTimes {
  /** The builder. */
  readonly name: string;
  /** Making the figure from its numbers. */
  readonly build: number;
  /** Drawing it as text, 100 cells wide and in colour. */
  readonly text: number;
  readonly svg: number;
}

const points = 10_000;
/** For text, in milliseconds. */
const goal = 5;

/**
 * Times every builder's figure of ten thousand numbers, in a process that has drawn it before.
 *
 * @param root the repository's folder
 */
export async function measureFigures(root: string, say: (text: string) => void): Promise<FigureTimes[]> {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-bench-figures-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    say("figures: compiling");
    const program = await compileChild(root, "figures-child", folder);
    const child = spawn(process.execPath, [program, String(points)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(child, "close");
    const measured: FigureTimes[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      const times: FigureTimes = JSON.parse(line);
      say(`figures: ${times.name}`);
      measured.push(times);
    }
    const [code] = await ended;
    if (code !== 0) throw new Error(`Drawing figures ended with code ${code}.`);
    return measured;
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/** The times as a table, and which figures miss the goal. */
export function figuresTable(measured: readonly FigureTimes[]): string {
  return tableOf([
    [`Figures of ${whole(points)} points`, "build", "as SVG", "as text", "goal"],
    ...measured.map(({ name, build, text, svg }) => [
      `  ${name}`,
      build.toFixed(1),
      whole(svg),
      text.toFixed(1),
      `at most ${goal}${text > goal ? ": missed" : ""}`,
    ]),
  ]);
}
