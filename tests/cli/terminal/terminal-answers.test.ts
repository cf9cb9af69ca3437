import { expect, test } from "vitest";

import { askTerminal } from "../../../src/cli/terminal/terminal-answers.ts";
import { fakeTerminal } from "./fake-terminal.ts";

const questions = "\x1b]11;?\x1b\\\x1b[16t\x1b[c";

async function answersTo(answer: string) {
  const terminal = fakeTerminal();
  const asked = askTerminal(terminal, 10_000);
  await terminal.shows("\x1b[c");
  terminal.input.write(answer);
  return { terminal, answers: await asked };
}

test("a terminal tells its background, the size of its cells, and whether it draws sixels", async () => {
  const { answers } = await answersTo("\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\\x1b[6;19;9t\x1b[?62;4;22c");
  expect(answers).toEqual({ isDark: true, cell: { width: 9, height: 19 }, hasSixel: true });
});

test.each([
  [
    "a white background in short digits",
    "\x1b]11;rgb:ff/ff/ff\x07\x1b[?64;1;2c",
    { isDark: false, hasSixel: false },
  ],
  ["only what it is", "\x1b[?6c", { hasSixel: false }],
  ["a class of 4, which is no sixels", "\x1b[?4;1c", { hasSixel: false }],
  ["no size of a cell", "\x1b[6;0;0t\x1b[?62;4c", { hasSixel: true }],
])("a terminal may tell %s", async (_, answer, expected) => {
  expect((await answersTo(answer)).answers).toEqual(expected);
});

test("keys that are pressed meanwhile are there for the next reader, and lines and echo are back", async () => {
  const { terminal } = await answersTo("q\x1b[?62;4c\r");
  expect(String(terminal.input.read())).toBe("q\r");
  expect(terminal.rawModes()).toEqual([true, false]);
  expect(terminal.input.listenerCount("data")).toBe(0);
});

test("a terminal that keeps silent is not waited for, and left as it was", async () => {
  const terminal = fakeTerminal();
  expect(await askTerminal(terminal, 1)).toEqual({});
  expect(terminal.written()).toBe(questions);
  expect(terminal.rawModes()).toEqual([true, false]);
});

test("where no person is, nothing is asked", async () => {
  const terminal = fakeTerminal({ interactive: false });
  expect(await askTerminal(terminal)).toEqual({});
  expect(terminal.written()).toBe("");
});
