import * as v from "valibot";

/** The version that this code writes. It rises with any change that an older reader would misread. */
export const logVersion = 1;

const name = v.string();
// One test of each number and not a pipe of three: a log of 10,000 attempts holds 100,000 of them.
const count = v.custom<number>((value) => Number.isSafeInteger(value) && Number(value) >= 0);
const points = v.custom<number>((value) => typeof value === "number" && value >= 0 && value <= 1_000_000);
const stamp = { v: v.literal(logVersion), at: v.pipe(v.string(), v.isoTimestamp()), lesson: name };

const checkResult = v.object({
  id: name,
  status: v.picklist(["passed", "failed", "todo", "error", "timeout", "memory", "skipped"]),
  points,
});

const attempt = v.object({
  ...stamp,
  kind: v.literal("attempt"),
  dataset: name,
  points,
  outOf: points,
  checks: v.array(checkResult),
  /** Names of the known mistakes that the answer behaved like. */
  mistakes: v.array(name),
  hintsUsed: count,
  seed: v.pipe(v.number(), v.safeInteger()),
  milliseconds: v.pipe(v.number(), v.finite(), v.minValue(0)),
  isolation: v.picklist(["process", "bubblewrap"]),
  /** Of the code as UTF-8, in hexadecimal: tells whether two attempts were the same. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** What was graded. Left out where only progress is asked for. */
  code: v.optional(v.string()),
});

const event = v.variant("kind", [
  attempt,
  v.object({ ...stamp, kind: v.literal("opened") }),
  v.object({ ...stamp, kind: v.literal("hint"), check: v.optional(name), index: count }),
  v.object({ ...stamp, kind: v.literal("prediction"), predict: name, chosen: name, right: v.boolean() }),
  v.object({ ...stamp, kind: v.literal("review"), recall: name, remembered: v.boolean() }),
  v.object({ ...stamp, kind: v.literal("reset") }),
  v.object({ ...stamp, kind: v.literal("undo") }),
  v.object({ ...stamp, kind: v.literal("solution-shown") }),
]);
const anyVersion = v.object({ v: v.pipe(v.number(), v.safeInteger()), kind: v.string() });
const kinds: ReadonlySet<string> = new Set(event.options.map((option) => option.entries.kind.literal));

/** Something that a learner did in a lesson, known by the lesson's id; `at` is an ISO time. */
export type LessonEvent = v.InferOutput<typeof event>;

/** One grading. */
export type Attempt = v.InferOutput<typeof attempt>;

type Unstamped<Event> = Event extends Attempt
  ? Omit<Event, "v" | "sha256" | "code"> & { code: string }
  : Omit<Event, "v">;

/** An event as its caller knows it; the log adds its version, and the hash of the code. */
export type NewEvent = Unstamped<LessonEvent>;

/**
 * The event that a value is; or "newer" if a later version of Groundwork may have written it, else "damaged".
 *
 * @example
 * asEvent(JSON.parse(line))
 */
export function asEvent(value: unknown): LessonEvent | "newer" | "damaged" {
  const read = v.safeParse(event, value, { abortEarly: true });
  if (read.success) return read.output;
  const other = v.safeParse(anyVersion, value);
  const isNewer =
    other.success &&
    (other.output.v > logVersion || (other.output.v === logVersion && !kinds.has(other.output.kind)));
  return isNewer ? "newer" : "damaged";
}
