/** Texts, as UTF-8, and single bytes, one after the other. */
export function bytes(...parts: (string | number)[]): Buffer {
  return Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from([part]))),
  );
}

export function utf16le(text: string): Buffer {
  return Buffer.from(text, "utf16le");
}

export function utf16be(text: string): Buffer {
  return utf16le(text).swap16();
}
