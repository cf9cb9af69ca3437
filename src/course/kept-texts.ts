import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";

import { fileProblem } from "./file-problem.ts";
import { writeWhole } from "./write-whole.ts";

/** A text of a learner's, put aside whole before something else took its place. */
export type KeptText = {
  /** Higher is later. */
  readonly sequence: number;
  /** When it was kept, as an ISO time. */
  readonly at: string;
  /** The path: .groundwork/kept/LESSON/SEQUENCE-TIME-HASH.ts */
  readonly file: string;
};

/**
 * The texts kept for a lesson, the oldest first.
 *
 * @param lessonId as front matter has it, and so fit for the name of a folder
 * @throws {Problem} "locked" when the folder that they stand in cannot be used
 * @example
 * listKept(root, "normalization").at(-1) // { sequence: 3, at: "2026-11-20T13:38:49Z", file: "…" }
 */
export function listKept(root: string, lessonId: string): KeptText[] {
  const folder = keptFolder(root, lessonId);
  try {
    mkdirSync(folder, { recursive: true });
    return readdirSync(folder)
      .flatMap((name) => readName(folder, name))
      .sort((one, other) => one.sequence - other.sequence);
  } catch (error) {
    throw fileProblem(error, folder, "read", "Nothing was changed. Put that right, then try again.");
  }
}

/**
 * Keeps a text as the latest of a lesson. Once this returns the text is on the disk. One that is kept already becomes
 * the latest, and does not stand there twice.
 *
 * @throws {Problem} "locked" when it cannot be written
 * @example
 * keepText(root, "normalization", readFileSync(exerciseFile), new Date())
 */
export function keepText(root: string, lessonId: string, text: Uint8Array, at: Date): KeptText {
  const kept = listKept(root, lessonId);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  const same = kept.find(({ file }) => file.endsWith(`-${hash}.ts`) && readFileSync(file).equals(text));
  const last = kept.at(-1);
  if (same !== undefined && same === last) return same;

  const sequence = (last?.sequence ?? 0) + 1;
  const time = at.toISOString().replace(/\.\d+/, "");
  const name = `${String(sequence).padStart(4, "0")}-${time.replaceAll(":", "-")}-${hash}.ts`;
  const file = join(keptFolder(root, lessonId), name);
  if (same === undefined) writeWhole(file, text);
  else renameSync(same.file, file);
  return { sequence, at: time, file };
}

function keptFolder(root: string, lessonId: string): string {
  return join(root, ".groundwork", "kept", lessonId);
}

function readName(folder: string, name: string): KeptText[] {
  const parts = /^(\d+)-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-[0-9a-f]{8}\.ts$/.exec(name);
  if (parts === null) return [];
  const [, sequence, day, hour, minute, second] = parts;
  return [
    { sequence: Number(sequence), at: `${day}T${hour}:${minute}:${second}Z`, file: join(folder, name) },
  ];
}
