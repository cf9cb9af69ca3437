import { createRequire } from "node:module";

import type { Context } from "./context.ts";

/**
 * Opens a page in the browser; where there is none to be seen, as over ssh, says what to open instead.
 *
 * @param file the page's path, absolute
 */
export async function openPage(file: string, context: Context): Promise<void> {
  const reason = reasonNotToOpen(context.env, process.platform);
  if (reason !== undefined) {
    context.note(`It was not opened: ${reason}. Open the file yourself, in a browser.`);
    return;
  }
  try {
    const { default: open } = createRequire(import.meta.url)("open") as typeof import("open");
    await open(file);
  } catch {
    context.note("No browser could be started. Open the file yourself, in one.");
  }
}

/** Why nobody would see a browser that is started here; undefined where somebody would. */
export function reasonNotToOpen(env: Context["env"], platform: NodeJS.Platform): string | undefined {
  if (env.CI && env.CI !== "false") return "nobody sits here, in CI";
  if (env.SSH_CONNECTION || env.SSH_TTY) return "you are here over ssh";
  const hasDisplay = env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME;
  return platform === "linux" && !hasDisplay ? "there is no display here" : undefined;
}
