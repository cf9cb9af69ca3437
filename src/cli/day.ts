/** A day as it is read anywhere: 20 November 2026. */
export function dayOf(time: string): string {
  return new Date(time).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}
