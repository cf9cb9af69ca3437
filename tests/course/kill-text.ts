/** The text that a run writes in a turn: some long, some short, and each tells whether it is whole. */
export function textOf(run: string, turn: number): string {
  const lines = turn % 3 === 0 ? 4000 : 40;
  return `// ${run} ${turn}\n${"const filler = 'é';\n".repeat(lines)}// whole\n`;
}

/** Whether a text is one of these, from its first character to its last. */
export function isWholeText(text: string): boolean {
  const [, run, turn] = /^\/\/ (\S+) (\d+)\n/.exec(text) ?? [];
  return run !== undefined && text === textOf(run, Number(turn));
}
