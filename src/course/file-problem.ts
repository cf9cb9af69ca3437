import { Problem } from "../problem.ts";

const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "you have no permission for that"],
  ["EPERM", "you have no permission for that, or another program holds the file open"],
  ["EBUSY", "another program holds the file open"],
  ["EROFS", "the disk can only be read"],
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "your share of the disk is full"],
  ["ELOOP", "the link leads back to itself"],
  ["EISDIR", "a folder has that name"],
  ["ENOTDIR", "a file stands where a folder should be"],
  ["EEXIST", "a file stands where a folder should be"],
]);

/**
 * Turns what the file system says into a problem that a person can act on; any other error comes back as it is.
 *
 * @param action what was to happen to the file, as in "cannot be written"
 * @example
 * throw fileProblem(error, file, "written", "Free some space, then grade again.");
 */
export function fileProblem(error: unknown, file: string, action: "read" | "written", hint: string): unknown {
  const reason = reasons.get(errorCode(error) ?? "");
  return reason === undefined
    ? error
    : new Problem("locked", `${file} cannot be ${action}: ${reason}.`, hint);
}

/** The system's name for an error, such as "ENOENT". */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
