import { type FSWatcher, readFileSync, statSync, watch } from "node:fs";
import { basename, dirname } from "node:path";

/** Milliseconds between looks at the file while events are trusted; a look costs a few microseconds. */
const safetyNet = 500;
/** Milliseconds between looks where there are no events. */
const polling = 100;
/** Milliseconds that an event may be late, as after work that let nothing else through. */
const late = 200;
/** Milliseconds that an editor may take to write what it has announced. */
const settling = 3;

export interface FileWatchOptions {
  /** Called with each text that is saved and differs from the one before. */
  onSave(text: string): void;
  /** Called once when the file system turns out to give no events. */
  onPolling(): void;
  /** Never wait for events. */
  readonly poll?: boolean;
}

/**
 * Watches one file by what stands in it, so that no save is missed: events make it quick, and looking at the file twice a
 * second catches what events don't tell. Where a look finds a save that no event announced, it looks more often from then on.
 *
 * @returns a function that ends the watch
 */
export function watchFile(file: string, { onSave, onPolling, poll = false }: FileWatchOptions): () => void {
  const look = looker(file, onSave);
  let settle: NodeJS.Timeout | undefined;
  let grace: NodeJS.Timeout | undefined;
  let timer: NodeJS.Timeout;
  let wasAnnounced = false;
  const announced = () => {
    wasAnnounced = true;
    clearTimeout(settle);
    settle = setTimeout(look, settling);
  };
  const startPolling = () => {
    clearInterval(timer);
    timer = setInterval(look, polling);
    onPolling();
  };
  const lookAgain = () => {
    const isNews = look() && !wasAnnounced;
    wasAnnounced = false;
    if (isNews) grace = setTimeout(() => wasAnnounced || startPolling(), late);
  };
  const events = poll ? undefined : folderEvents(file, announced);
  timer = setInterval(lookAgain, safetyNet);
  if (!events) startPolling();
  return () => {
    clearInterval(timer);
    clearTimeout(settle);
    clearTimeout(grace);
    events?.close();
  };
}

/** Makes a function that looks whether the file was saved since it looked last, and tells. */
function looker(file: string, onSave: (text: string) => void): () => boolean {
  let seen = stateOf(file);
  let wasEmpty = false;
  return () => {
    const now = stateOf(file);
    if (now === undefined || (now.text === seen?.text && now.stamp === seen.stamp)) return false;
    // A file that is being written is empty for a moment; one that is empty twice was emptied.
    const isBeingWritten = now.text === "" && !wasEmpty;
    wasEmpty = now.text === "";
    if (isBeingWritten) return false;
    seen = now;
    onSave(now.text);
    return true;
  };
}

/** What a save changes: the text, or only the time. Undefined while the file is away, as between delete and rename. */
function stateOf(file: string): { text: string; stamp: string } | undefined {
  try {
    const { mtimeMs, ino } = statSync(file);
    return { text: readFileSync(file, "utf8"), stamp: `${mtimeMs} ${ino}` };
  } catch {
    return undefined;
  }
}

/** Watches the file's folder, for editors that replace a file; undefined where the file system can't. */
function folderEvents(file: string, onEvent: () => void): FSWatcher | undefined {
  try {
    const name = basename(file);
    const watcher = watch(dirname(file), (_event, changed) => {
      if (changed === null || changed === name) onEvent();
    });
    watcher.on("error", () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}
