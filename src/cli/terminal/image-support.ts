import type { Protocol } from "./image-protocols.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** How a terminal takes images, going by what it says of itself in the environment; undefined if it says nothing. */
export function protocolFrom(env: Environment): Protocol | undefined {
  const { TERM = "", TERM_PROGRAM = "", LC_TERMINAL } = env;
  if (isBetween(env)) return undefined;
  if (env.KITTY_WINDOW_ID || TERM === "xterm-kitty") return "kitty";
  if (TERM === "xterm-ghostty" || TERM_PROGRAM === "ghostty") return "kitty";
  if (["iTerm.app", "WezTerm", "mintty"].includes(TERM_PROGRAM) || LC_TERMINAL === "iTerm2") return "iterm";
  return undefined;
}

/** Whether a terminal may show images that nobody asked for, and be asked whether it can. */
export function mayShowImages(env: Environment): boolean {
  const { TERM = "", CI } = env;
  return !isBetween(env) && !["", "dumb", "linux"].includes(TERM) && (!CI || CI === "false");
}

/** tmux and screen stand between us and the terminal, and hand on an environment that tells of another one. */
function isBetween({ TERM = "", TMUX, STY }: Environment): boolean {
  return Boolean(TMUX) || Boolean(STY) || /^(tmux|screen)/.test(TERM);
}
