import { expect, it } from "vitest";

import { reasonNotToOpen } from "../../src/cli/open-page.ts";

it.each([
  [{ SSH_CONNECTION: "10.0.0.1 22", DISPLAY: ":0" }, "linux", "you are here over ssh"],
  [{ SSH_TTY: "/dev/pts/0" }, "darwin", "you are here over ssh"],
  [{ CI: "true", DISPLAY: ":0" }, "linux", "nobody sits here, in CI"],
  [{}, "linux", "there is no display here"],
  [{ CI: "false", DISPLAY: ":0" }, "linux", undefined],
  [{ WAYLAND_DISPLAY: "wayland-0" }, "linux", undefined],
  [{ WSL_DISTRO_NAME: "Debian" }, "linux", undefined],
  [{}, "darwin", undefined],
  [{}, "win32", undefined],
] as const)("a browser would be seen, or why not: %j on %s", (env, platform, reason) => {
  expect(reasonNotToOpen(env, platform)).toBe(reason);
});
