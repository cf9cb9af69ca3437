import { describe, expect, test } from "vitest";

import { readScreen } from "../../../src/cli/terminal/screen.ts";

const TERMINAL = { isTTY: true, columns: 90 };
const PIPE = {};
const UTF8 = { LANG: "en_GB.UTF-8", TERM: "xterm-256color" };

describe("the width of a line", () => {
  test.each([
    ["the terminal's own", { isTTY: true, columns: 90 }, 90],
    ["at most 100", { isTTY: true, columns: 240 }, 100],
    ["at least 40", { isTTY: true, columns: 12 }, 40],
    ["80 where the terminal does not know", { isTTY: true, columns: 0 }, 80],
    ["80 in a pipe", { columns: 120 }, 80],
  ])("is %s", (_, stream, width) => {
    expect(readScreen(stream, UTF8).width).toBe(width);
  });
});

describe("colour", () => {
  test.each([
    ["is shown at a terminal", TERMINAL, UTF8, true],
    ["is not written to a pipe", PIPE, UTF8, false],
    ["is not shown with NO_COLOR", TERMINAL, { ...UTF8, NO_COLOR: "1" }, false],
    ["is shown with an empty NO_COLOR, as its rule says", TERMINAL, { ...UTF8, NO_COLOR: "" }, true],
    ["is written to a pipe with FORCE_COLOR", PIPE, { ...UTF8, FORCE_COLOR: "1" }, true],
    ["is not shown with FORCE_COLOR=0", TERMINAL, { ...UTF8, FORCE_COLOR: "0" }, false],
    [
      "is not shown with both, since who wants none may not see any",
      PIPE,
      { ...UTF8, NO_COLOR: "1", FORCE_COLOR: "1" },
      false,
    ],
    ["is not shown at a dumb terminal", TERMINAL, { ...UTF8, TERM: "dumb" }, false],
  ])("%s", (_, stream, env, colour) => {
    expect(readScreen(stream, env).colour).toBe(colour);
  });
});

describe("ASCII alone", () => {
  test.each([
    ["is not needed with a UTF-8 locale", UTF8, false],
    ["is needed with another locale", { LANG: "en_GB.ISO-8859-1" }, true],
    ["is needed with the C locale", { LANG: "C" }, true],
    ["is decided by LC_ALL before LANG", { LC_ALL: "POSIX", LANG: "en_GB.UTF-8" }, true],
    ["is decided by LC_CTYPE before LANG", { LC_CTYPE: "C.utf8", LANG: "C" }, false],
    ["is not needed where no locale is named, as in most containers", {}, false],
    ["is needed at a dumb terminal", { ...UTF8, TERM: "dumb" }, true],
    ["is needed at the console of the Linux kernel", { ...UTF8, TERM: "linux" }, true],
    ["is needed at a Windows console", { OS: "Windows_NT" }, true],
    ["is not needed in Windows Terminal", { OS: "Windows_NT", WT_SESSION: "a" }, false],
    ["is not needed in an editor's terminal on Windows", { OS: "Windows_NT", TERM_PROGRAM: "vscode" }, false],
  ])("%s", (_, env, ascii) => {
    expect(readScreen(TERMINAL, env).ascii).toBe(ascii);
  });
});

describe("a person is there to answer", () => {
  test.each([
    ["at a terminal", TERMINAL, UTF8, { isTTY: true }, true],
    ["not when the output goes into a pipe", PIPE, UTF8, { isTTY: true }, false],
    ["not when the input comes from a pipe", TERMINAL, UTF8, {}, false],
    ["not at a dumb terminal", TERMINAL, { TERM: "dumb" }, { isTTY: true }, false],
  ])("%s", (_, stream, env, input, interactive) => {
    expect(readScreen(stream, env, input).interactive).toBe(interactive);
  });
});
