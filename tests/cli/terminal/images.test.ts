import { describe, expect, test } from "vitest";

import { imagesFor } from "../../../src/cli/terminal/images.ts";
import { bars } from "../../../src/figures/index.ts";
import { drawSvg } from "../../../src/figures/svg/draw-svg.ts";
import { fakeTerminal } from "./fake-terminal.ts";

const figure = bars({ proline: 0.998, ash: 0.002 }, { title: "Proline decides", xTitle: "share" });
const kitty = { TERM: "xterm-kitty" };
const xterm = { TERM: "xterm-256color" };

interface Trial {
  readonly env: Readonly<Record<string, string>>;
  readonly wanted?: boolean;
  readonly isTTY?: boolean;
  readonly interactive?: boolean;
  readonly draw?: typeof drawSvg;
  readonly answer?: string;
}

/** The line for a figure in a terminal, if there is one, its rows, and what was noted. */
async function tried({ env, wanted, isTTY = true, interactive = false, draw = drawSvg, answer }: Trial) {
  const notes: string[] = [];
  const fake = fakeTerminal({ interactive });
  const terminal = { ...fake, output: Object.assign(fake.output, { isTTY }) };
  const place = { terminal, env, note: (text: string) => notes.push(text) };
  const images = imagesFor(place, () => Promise.resolve(draw), wanted);
  const drawn = images.lineFor(figure);
  if (answer !== undefined) {
    await fake.shows("\x1b[c");
    fake.input.write(answer);
  }
  const line = await drawn;
  return { line, rows: images.rowsOf(line ?? ""), notes, asked: fake.written() };
}

describe("a figure is an image", () => {
  test.each([
    ["in kitty", { env: kitty }, "\x1b_Ga=T"],
    ["in iTerm2", { env: { ...xterm, TERM_PROGRAM: "iTerm.app" } }, "\x1b]1337;File=inline=1"],
    [
      "where a terminal says that it draws sixels",
      { env: xterm, interactive: true, answer: "\x1b[?62;4c" },
      "\x1bP0;1;q",
    ],
    ["in a pipe, if asked for", { env: {}, isTTY: false, wanted: true }, "\x1bP0;1;q"],
    ["in a pipe from kitty, if asked for", { env: kitty, isTTY: false, wanted: true }, "\x1b_Ga=T"],
    ["in tmux, if asked for, as tmux takes it", { env: { ...kitty, TMUX: "1" }, wanted: true }, "\x1bP0;1;q"],
  ])("%s", async (_, trial, start) => {
    const { line, rows } = await tried(trial);
    expect(line?.startsWith(start)).toBe(true);
    expect(line).not.toContain("\n");
    expect(rows).toBeGreaterThan(5);
    expect(rows).toBeLessThanOrEqual(20);
  });
});

describe("a figure is text", () => {
  test.each([
    ["in a terminal that says nothing of images", { env: xterm, interactive: true, answer: "\x1b[?62;22c" }],
    ["in kitty, if images are not wanted", { env: kitty, wanted: false }],
    ["in a pipe from kitty", { env: kitty, isTTY: false }],
    ["in tmux", { env: { ...kitty, TMUX: "1" }, interactive: true }],
    ["in a CI run", { env: { ...kitty, CI: "true" }, interactive: true }],
  ])("%s", async (_, trial) => {
    expect(await tried(trial)).toMatchObject({ line: undefined, rows: 1, notes: [] });
  });

  test("where drawing fails, quietly; and with the reason to who asked for images", async () => {
    const draw = () => Promise.reject(new Error("No room."));
    expect(await tried({ env: kitty, draw })).toMatchObject({ line: undefined, notes: [] });
    expect(await tried({ env: kitty, draw, wanted: true })).toMatchObject({
      line: undefined,
      notes: ["Figures are shown as text: No room."],
    });
  });
});

test("who wants no images, or can't see them, is asked nothing", async () => {
  expect((await tried({ env: kitty, wanted: false, interactive: true })).asked).toBe("");
  expect((await tried({ env: { ...kitty, TMUX: "1" }, interactive: true })).asked).toBe("");
  expect((await tried({ env: kitty, isTTY: false, interactive: true })).asked).toBe("");
});

test("an image stands on the terminal's own background, dark or light", async () => {
  const themes: (string | undefined)[] = [];
  const draw: typeof drawSvg = (given, options) => {
    themes.push(options?.theme);
    return drawSvg(given, options);
  };
  const dark = "\x1b]11;rgb:10/10/10\x07\x1b[?6c";
  const light = "\x1b]11;rgb:fafa/fafa/fafa\x1b\\\x1b[?6c";
  for (const answer of [dark, light]) await tried({ env: kitty, interactive: true, answer, draw });
  for (const COLORFGBG of ["15;0", "0;15", "0;default;15"])
    await tried({ env: { ...kitty, COLORFGBG }, draw });
  expect(themes).toEqual(["dark", "light", "dark", "light", "light"]);
});

test("sixels are as many as the terminal's cells have pixels, so that the image fits its line", async () => {
  const answer = (width: number) => `\x1b[6;${2 * width};${width}t\x1b[?62;4c`;
  const widthOf = ({ line = "" }) => Number(/"1;1;(\d+);/.exec(line)?.[1]);
  const [small, large] = [
    widthOf(await tried({ env: xterm, interactive: true, answer: answer(8) })),
    widthOf(await tried({ env: xterm, interactive: true, answer: answer(16) })),
  ];
  expect(small).toBeLessThanOrEqual(80 * 8);
  expect(Math.abs(large - 2 * small)).toBeLessThanOrEqual(2);
});
