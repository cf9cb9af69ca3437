/** A control string (title, link, device command…) with its payload, or a control sequence such as a colour. */
const SEQUENCES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
  /(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\|\x9c)|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]/g;

/** C0 and C1 controls but newline and tab, and the marks that make text read in another order than it is written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text that is safe to write to a terminal: without escape sequences or control characters except newline and tab.
 * Everything that did not come from our own files passes through here: answers, data, error messages.
 *
 * @example
 * printable("\x1b]0;owned\x07red \x1b[31malert\x1b[0m") // "red alert"
 * @see https://www.ecma-international.org/publications-and-standards/standards/ecma-48/
 */
export function printable(text: string): string {
  return text.replace(SEQUENCES, "").replace(CONTROLS, "");
}
