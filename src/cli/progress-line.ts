import type { Context } from "./context.ts";
import { printable } from "./terminal/printable.ts";

/** Milliseconds of silence that nobody minds. */
const patience = 1_000;

/** A line on stderr that says what takes so long; shown in a terminal, and only after a second. */
export interface ProgressLine {
  say(what: string): void;
  /** Takes the line away; may be called twice. */
  end(): void;
}

/**
 * Starts a progress line.
 *
 * @example
 * const progress = startProgress(context);
 * progress.say("check 3 of 7");
 * progress.end();
 */
export function startProgress({ terminal }: Context, stream = process.stderr): ProgressLine {
  if (!terminal.interactive || stream.isTTY !== true) return { say: () => undefined, end: () => undefined };
  const started = Date.now();
  let what = "";
  const draw = () => {
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    const room = Math.max(20, terminal.width - seconds.length - 6);
    stream.write(`\r\x1b[2K  ${seconds} s  ${printable(what).slice(0, room)}`);
  };
  let timer: NodeJS.Timeout | undefined = setTimeout(() => {
    draw();
    timer = setInterval(draw, 250);
  }, patience);
  return {
    say: (next) => {
      what = next;
    },
    end: () => {
      if (timer === undefined) return;
      clearInterval(timer);
      timer = undefined;
      if (Date.now() - started >= patience) stream.write("\r\x1b[2K");
    },
  };
}
