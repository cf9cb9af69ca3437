// What an exercise finds in every JavaScript host, for its type notes: a hundredth of TypeScript's library for browsers, which
// would cost more time than all checks together.
declare const console: Record<
  "log" | "info" | "warn" | "error" | "debug" | "table" | "dir" | "time" | "timeEnd" | "assert",
  (...values: unknown[]) => void
>;
declare const performance: { now(): number };
declare function structuredClone<T>(value: T): T;
declare function queueMicrotask(callback: () => void): void;
declare function setTimeout(
  callback: (...args: unknown[]) => void,
  milliseconds?: number,
  ...args: unknown[]
): number;
declare function setInterval(
  callback: (...args: unknown[]) => void,
  milliseconds?: number,
  ...args: unknown[]
): number;
declare function clearTimeout(timer: number | undefined): void;
declare function clearInterval(timer: number | undefined): void;
