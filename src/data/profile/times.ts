/**
 * Seconds since 1970 as a date or a time in ISO 8601, without the parts of a second where there are none.
 *
 * @example
 * isoTime(86_400, "date"); // "1970-01-02"
 * isoTime(86_400, "datetime"); // "1970-01-02T00:00:00"
 */
export function isoTime(seconds: number, type: "date" | "datetime"): string {
  const text = new Date(seconds * 1000).toISOString();
  return type === "date" ? text.slice(0, 10) : text.replace(/(\.000)?Z$/, "");
}
