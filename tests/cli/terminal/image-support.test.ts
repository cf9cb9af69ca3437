import { describe, expect, test } from "vitest";

import { mayShowImages, protocolFrom } from "../../../src/cli/terminal/image-support.ts";

describe("the environment of", () => {
  test.each([
    ["kitty", { TERM: "xterm-kitty", KITTY_WINDOW_ID: "1" }, "kitty"],
    ["kitty with another TERM", { TERM: "xterm-256color", KITTY_WINDOW_ID: "1" }, "kitty"],
    ["Ghostty", { TERM: "xterm-ghostty", TERM_PROGRAM: "ghostty" }, "kitty"],
    ["iTerm2", { TERM: "xterm-256color", TERM_PROGRAM: "iTerm.app" }, "iterm"],
    ["iTerm2 behind ssh", { TERM: "xterm-256color", LC_TERMINAL: "iTerm2" }, "iterm"],
    ["WezTerm", { TERM: "xterm-256color", TERM_PROGRAM: "WezTerm" }, "iterm"],
    ["mintty", { TERM: "xterm", TERM_PROGRAM: "mintty" }, "iterm"],
    ["Terminal.app", { TERM: "xterm-256color", TERM_PROGRAM: "Apple_Terminal" }, undefined],
    ["any xterm", { TERM: "xterm-256color" }, undefined],
  ])("%s says how it takes images, if it does", (_, env, protocol) => {
    expect(protocolFrom(env)).toBe(protocol);
    expect(mayShowImages(env)).toBe(true);
  });

  test.each([
    ["tmux in kitty", { TERM: "tmux-256color", KITTY_WINDOW_ID: "1" }],
    ["tmux under a borrowed name", { TERM: "xterm-kitty", TMUX: "/tmp/tmux-0/default,1,0" }],
    ["screen in iTerm2", { TERM: "screen", STY: "1.pts", LC_TERMINAL: "iTerm2" }],
  ])("%s says nothing of the terminal around it", (_, env) => {
    expect(protocolFrom(env)).toBeUndefined();
    expect(mayShowImages(env)).toBe(false);
  });

  test.each([
    ["a CI run", { TERM: "xterm-256color", CI: "true" }],
    ["a terminal that only writes", { TERM: "dumb" }],
    ["Linux's own console", { TERM: "linux" }],
  ])("%s rules images out that nobody asked for", (_, env) => {
    expect(mayShowImages(env)).toBe(false);
  });
});
