import { describe, expect, test } from "vitest";

import { ask } from "../../../src/cli/terminal/ask.ts";
import { fakeTerminal } from "./fake-terminal.ts";

const OPTIONS = ["All alike", "Proline\nin mg/l", "Hue"];

function asked(...typed: string[]) {
  const terminal = fakeTerminal();
  const answer = ask("Who decides?", OPTIONS, terminal);
  for (const text of typed) terminal.input.write(text);
  return { terminal, answer };
}

describe("a question", () => {
  test("shows its options with their numbers", async () => {
    const { terminal, answer } = asked("1\n");
    await answer;
    expect(terminal.written()).toBe(
      "Who decides?\n\n  1  All alike\n  2  Proline\n     in mg/l\n  3  Hue\n\n1 to 3, or Enter to pass: ",
    );
  });

  test.each([
    ["2\n", 2],
    ["  3 \r\n", 3],
    ["\n", "pass"],
  ])("is answered by %j with %j", async (typed, expected) => {
    expect(await asked(typed).answer).toBe(expected);
  });

  test("is asked again until the answer is one of the options", async () => {
    const { terminal, answer } = asked("0\n", "4\n", "two\n", "1.5\n", "-1\n", "2\n");
    expect(await answer).toBe(2);
    expect(terminal.written().split("There are options 1 to 3.")).toHaveLength(6);
  });

  test("stops when the input ends, also in the middle of a line", async () => {
    const { terminal, answer } = asked();
    terminal.input.end();
    expect(await answer).toBeUndefined();
  });

  test("is passed where no person is, without a word", async () => {
    const terminal = fakeTerminal({ interactive: false });
    expect(await ask("Who?", OPTIONS, terminal)).toBe("pass");
    expect(terminal.written()).toBe("");
  });

  test("leaves the input to the next question", async () => {
    const { terminal, answer } = asked("1\n");
    await answer;
    const next = ask("And now?", OPTIONS, terminal);
    terminal.input.write("3\n");
    expect(await next).toBe(3);
  });
});
