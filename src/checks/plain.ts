/**
 * What can cross from an answer's process to the judge: data without behaviour.
 *
 * Objects have no prototype, arrays have no holes (a hole arrives as undefined).
 */
export type Plain =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | readonly Plain[]
  | { readonly [key: string]: Plain };

export function isPlainArray(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

export function isPlainObject(value: Plain): value is { readonly [key: string]: Plain } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether the value has this key itself; an inherited one does not count. */
export function hasKey(value: object, key: string): boolean {
  return Object.hasOwn(value, key);
}

/**
 * A deep copy, so that whoever receives it can't change the original.
 *
 * @example copyOf([[1, 2]]) // [[1, 2]], another array with other rows
 */
export function copyOf(value: Plain): Plain {
  if (isPlainArray(value)) return value.map(copyOf);
  if (!isPlainObject(value)) return value;
  const copy: { [key: string]: Plain } = Object.create(null);
  for (const key of Object.keys(value)) copy[key] = copyOf(value[key]);
  return copy;
}
