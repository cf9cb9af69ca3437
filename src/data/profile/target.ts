import { isNumberType } from "../column.ts";
import type { ColumnProfile, TargetProfile } from "./profile.ts";

/** A target of whole numbers is one of classes up to this many of them. */
const MOST_CLASSES = 20;

/** What is to be predicted: classes and how often each occurs, or a number. Null if no column is the target. */
export function targetOf(columns: readonly ColumnProfile[]): TargetProfile | null {
  const target = columns.find(({ roles }) => roles.includes("target"));
  if (target === undefined) return null;
  const { name: column, distinct } = target;
  if ("frequent" in target && target.frequent !== null && target.type !== "number") {
    if (!isNumberType(target.type) || distinct.value <= MOST_CLASSES)
      return { kind: "classes", column, classes: distinct, frequent: target.frequent };
  }
  return { kind: "number", column };
}
