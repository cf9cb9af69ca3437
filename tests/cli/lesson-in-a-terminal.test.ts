import { setTimeout as sleep } from "node:timers/promises";

import { describe, expect, it } from "vitest";

import { hasTerminals, openTerminal } from "./support/pseudo-terminal.ts";
import { temporaryCourse } from "./support/temporary-course.ts";

const bold = "\x1b[1m";
const more = "Enter for more, q to stop";
const sixelQuestion = "\x1b[c";

describe.skipIf(!hasTerminals)("a lesson in a terminal", async () => {
  const course = await temporaryCourse();
  const fresh = await temporaryCourse();

  it("asks, asks again after what is no option, explains the answer at once, and goes on at Enter", async () => {
    const session = openTerminal(fresh, ["lesson", "90"]);
    await session.see("Is the mean nearer to 5 or to 13?");
    session.press("7\r");
    await session.see("There are options 1 to 2.");
    session.press("beer\r");
    await session.see("There are options 1 to 2.");
    session.press("1\r");
    await session.see("Not 1.\n     That would be beer.");
    await session.see("It is 2.\n     Wines have 11 to 15 percent.");
    await session.see(more);
    session.press("\r");
    await session.see("alcohol is 13.0 in the middle.");
    await session.see(more);
    session.press(" ");
    await session.see("What does a mean leave out?");
    await session.see(more);
    expect(session.shown()).not.toContain("How far apart the numbers are.");
    session.press("\r");
    await session.see("How far apart the numbers are.");
    await session.see("npm run grade 90");
    expect(await session.ended()).toEqual({ code: 0, isSane: true });
  });

  it("writes the prediction into the log", () => {
    expect(fresh.events()).toContainEqual(
      expect.objectContaining({ kind: "prediction", predict: "how-much", chosen: "1", right: false }),
    );
  });

  it("takes Enter alone for no prediction, shows the answer, and writes none down", async () => {
    const session = openTerminal(course, ["lesson", "90"]);
    await session.see("Enter to pass: ");
    session.press("\r");
    await session.see("It is 2.\n     Wines have 11 to 15 percent.");
    await session.see(more);
    session.press("q");
    expect(await session.ended()).toEqual({ code: 0, isSane: true });
    expect(course.events().filter(({ kind }) => kind === "prediction")).toEqual([]);
  });

  it.each([
    ["Ctrl-C", "\x03"],
    ["Ctrl-D", "\x04"],
  ])("stops at %s in a question, without giving the answer away", async (_name, key) => {
    const session = openTerminal(course, ["lesson", "90"]);
    await session.see("Enter to pass: ");
    session.press(key);
    expect(await session.ended()).toEqual({ code: 0, isSane: true });
    expect(session.shown()).not.toContain("It is 2.");
    expect(session.shown()).not.toContain("npm run grade");
  });

  it.each([
    ["q", "q"],
    ["Ctrl-C", "\x03"],
  ])("stops at %s between two pages", async (_name, key) => {
    const session = openTerminal(course, ["lesson", "90"]);
    await session.see("Enter to pass: ");
    session.press("2\r");
    await session.see("Yes, 2.");
    await session.see(more);
    session.press(key);
    expect(await session.ended()).toEqual({ code: 0, isSane: true });
    expect(session.shown()).not.toContain("firstColumn");
  });

  it("asks nothing and waits for nothing with --no-input", async () => {
    const session = openTerminal(course, ["lesson", "90", "--no-input"]);
    await session.see("▸ 2. 13");
    await session.see("npm run grade 90");
    expect(await session.ended()).toEqual({ code: 0, isSane: true });
  });

  it.each([60, 80, 120])("fills %i columns, 100 at most, and no more", async (columns) => {
    for (const args of [["lesson"], ["lesson", "6", "--no-input"], ["grade", "6"]]) {
      const session = openTerminal(course, args, { columns });
      await session.ended();
      const widest = Math.max(
        ...session
          .shown()
          // What says how far it is goes back to the line's beginning.
          .split(/[\r\n]/)
          .map((line) => [...line].length),
      );
      expect(widest).toBeLessThanOrEqual(Math.min(columns, 100));
      expect(widest).toBeGreaterThan(Math.min(columns, 100) - 12);
    }
  });

  it("is coloured in a terminal, and not with NO_COLOR", async () => {
    const coloured = openTerminal(course, ["lesson", "90", "--no-input"]);
    await coloured.ended();
    expect(coloured.raw()).toContain(bold);
    const bare = openTerminal(course, ["lesson", "90", "--no-input"], { env: { NO_COLOR: "1" } });
    await bare.ended();
    expect(bare.raw()).not.toContain(bold);
  });

  it("shows figures as images where the terminal says that it can, and as text if so told", async () => {
    const opened = [[], ["--no-images"]].map((options) =>
      openTerminal(course, ["lesson", "6", "--no-input", ...options], { env: { TERM: "xterm-kitty" } }),
    );
    for (const session of opened) expect(await session.ended()).toEqual({ code: 0, isSane: true });
    const key = "smallest to largest";
    const [images = "", text = ""] = opened.map((session) => session.raw());
    expect(images.split("\x1b_Ga=T").length).toBeGreaterThan(3);
    expect(images).not.toContain(key);
    expect(text).not.toContain("\x1b_G");
    expect(text).toContain(key);
  });

  it("asks the terminal about sixels before the first figure, and draws it in them", async () => {
    const session = openTerminal(course, ["lesson", "6"], { rows: 50 });
    await session.see("Enter to pass: ");
    expect(session.raw()).not.toContain(sixelQuestion);
    session.press("\r");
    while (!session.raw().includes(sixelQuestion)) await sleep(20);
    session.press("\x1b[?62;4c");
    await session.see(more);
    session.press("\r");
    await session.see(more);
    session.press("q");
    expect(await session.ended()).toEqual({ code: 0, isSane: true });
    expect(session.raw()).toContain("\x1bP0;1;q");
  });

  it("asks nothing of a terminal that can't move its cursor", async () => {
    const session = openTerminal(course, ["lesson", "90"], { env: { TERM: "dumb" } });
    await session.see("npm run grade 90");
    expect(await session.ended()).toEqual({ code: 0, isSane: true });
    expect(session.raw()).not.toContain("\x1b");
  });
});
