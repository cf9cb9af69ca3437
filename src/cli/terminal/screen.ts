/** What is known of the place that text is written to. */
export interface Screen {
  /** Cells in a line of text: the terminal's own within 40 and 100, or 80 when there is no terminal. */
  readonly width: number;
  readonly colour: boolean;
  /** Whether only ASCII is sure to be readable. */
  readonly ascii: boolean;
  /** Whether a person is there to answer. */
  readonly interactive: boolean;
}

/** A screen with the streams to read from and write to; in a program, process.stdin and process.stdout. */
export interface Terminal extends Screen {
  readonly input: NodeJS.ReadableStream & { setRawMode?(isRaw: boolean): unknown };
  readonly output: NodeJS.WritableStream & { readonly rows?: number; readonly isTTY?: boolean };
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads what a stream can show, from the stream and the environment; pass `input` to know as well that keys can come.
 *
 * @example
 * readScreen(process.stdout, process.env, process.stdin)
 * @see https://no-color.org
 * @see https://force-color.org
 */
export function readScreen(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  env: Environment,
  input: { readonly isTTY?: boolean } = { isTTY: true },
): Screen {
  const isTerminal = stream.isTTY === true;
  const isDumb = env.TERM === "dumb";
  // A terminal that does not know its size says 0.
  const columns = (isTerminal && stream.columns) || 80;
  return {
    width: Math.min(100, Math.max(40, columns)),
    colour: wantsColour(env) ?? (isTerminal && !isDumb),
    ascii: isDumb || !showsUnicode(env),
    interactive: isTerminal && input.isTTY === true && !isDumb,
  };
}

function wantsColour(env: Environment): boolean | undefined {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR === undefined) return undefined;
  return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
}

function showsUnicode(env: Environment): boolean {
  if (env.OS === "Windows_NT") {
    return Boolean(env.WT_SESSION) || env.TERM_PROGRAM === "vscode" || (env.TERM ?? "").startsWith("xterm");
  }
  // Containers often name no locale at all, yet are looked at through a terminal that shows UTF-8.
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || "UTF-8";
  return env.TERM !== "linux" && /utf-?8/i.test(locale);
}
