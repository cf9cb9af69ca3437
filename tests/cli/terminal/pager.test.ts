import { describe, expect, test } from "vitest";

import { page, waitForEnter } from "../../../src/cli/terminal/pager.ts";
import { fakeTerminal } from "./fake-terminal.ts";

const PROMPT = "— Enter for more, q to stop —";

describe("pages", () => {
  test("come one by one on Enter, and the prompt between them is cleared", async () => {
    const terminal = fakeTerminal();
    const paged = page(["one", "two", "three"], terminal);
    await terminal.shows(PROMPT);
    expect(terminal.written()).toBe(`one\n\n${PROMPT}`);
    terminal.input.write("\r");
    await terminal.shows(PROMPT, 2);
    terminal.input.write("\n");
    expect(await paged).toBe("end");
    expect(terminal.screen()).toBe("one\n\ntwo\n\nthree\n\n");
  });

  test("come at once where no person is, each a line apart", async () => {
    const terminal = fakeTerminal({ interactive: false });
    expect(await page(["one", "two\nlines", "three"], terminal)).toBe("end");
    expect(terminal.written()).toBe("one\n\ntwo\nlines\n\nthree\n\n");
  });

  test.each([
    ["q", "q"],
    ["Ctrl-C", "\x03"],
    ["Ctrl-D", "\x04"],
  ])("stop on %s, and the source of pages is closed", async (_, key) => {
    let isClosed = false;
    function* source() {
      try {
        yield* ["one", "two", "three"];
      } finally {
        isClosed = true;
      }
    }
    const terminal = fakeTerminal();
    const paged = page(source(), terminal);
    await terminal.shows(PROMPT);
    terminal.input.write(key);
    expect(await paged).toBe("quit");
    expect(terminal.screen()).toBe("one\n\n");
    expect(isClosed).toBe(true);
  });

  test("stop when the input ends", async () => {
    const terminal = fakeTerminal();
    const paged = page(["one", "two"], terminal);
    await terminal.shows(PROMPT);
    terminal.input.end();
    expect(await paged).toBe("quit");
  });

  test("count an image as the rows that it takes, and never cut it", async () => {
    const terminal = fakeTerminal({ rows: 12 });
    const paged = page(["1\n2\n\nimage\n3"], terminal, (line) => (line === "image" ? 8 : 1));
    await terminal.shows(PROMPT);
    expect(terminal.written()).toBe(`1\n2\n${PROMPT}`);
    terminal.input.write("\r");
    await paged;
    expect(terminal.screen()).toBe("1\n2\n\nimage\n3\n\n");
  });

  test("taller than the screen come in parts that end at an empty line where there is one", async () => {
    const terminal = fakeTerminal({ rows: 12 });
    const lines = ["1", "2", "3", "4", "5", "6", "7", "", "8", "9", "10", "11", "12"];
    const paged = page([lines.join("\n")], terminal);
    await terminal.shows(PROMPT);
    expect(terminal.written()).toBe(`1\n2\n3\n4\n5\n6\n7\n${PROMPT}`);
    terminal.input.write("\r");
    expect(await paged).toBe("end");
    expect(terminal.screen()).toBe(`${lines.join("\n")}\n\n`);
  });
});

describe("waiting for Enter", () => {
  test("takes the terminal's own line editing away only while it waits", async () => {
    const terminal = fakeTerminal();
    const waited = waitForEnter(terminal);
    expect(terminal.rawModes()).toEqual([true]);
    terminal.input.write("x\x1b[A");
    terminal.input.write(" ");
    expect(await waited).toBe("more");
    expect(terminal.rawModes()).toEqual([true, false]);
    expect(terminal.input.listenerCount("data")).toBe(0);
  });

  test("is over at once where no person is", async () => {
    const terminal = fakeTerminal({ interactive: false });
    expect(await waitForEnter(terminal)).toBe("more");
    expect(terminal.written()).toBe("");
  });
});
