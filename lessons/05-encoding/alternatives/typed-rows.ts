/** With a map from level to place, and rows of bytes that are written into. */
interface Encoder {
  levels: string[];
}

export function fitOneHot(values: string[]): Encoder {
  const seen: Record<string, true> = {};
  for (const value of values) seen[value] = true;
  return { levels: Object.keys(seen).sort() };
}

export function oneHot(encoder: Encoder, values: string[]) {
  const places = new Map(encoder.levels.map((level, place) => [level, place]));
  return values.map((value) => {
    const row = new Uint8Array(encoder.levels.length);
    const place = places.get(value);
    if (place !== undefined) row[place] = 1;
    return row;
  });
}

export function ordinal(values: string[], order: string[]) {
  const places = new Map(order.map((word, place) => [word, place]));
  return Int32Array.from(values, (value) => {
    const place = places.get(value);
    if (place === undefined) throw new Error(`no place for ${value}`);
    return place;
  });
}
