/** The pixels of a PNG file, as its first bytes tell them. */
export function pngSize(file: Uint8Array): { width: number; height: number } {
  const bytes = Buffer.from(file);
  if (bytes.toString("latin1", 0, 8) !== "\x89PNG\r\n\x1a\n") throw new Error("This is no PNG file.");
  if (bytes.toString("latin1", bytes.length - 8, bytes.length - 4) !== "IEND")
    throw new Error("The file is cut off.");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
