import { isDeepStrictEqual } from "node:util";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { Unsendable } from "../../src/judge/unsendable.ts";
import { decode, encode, limits, Malformed } from "../../src/judge/wire.ts";

const reading = { handle: (id: number) => ({ handle: id }), objectPrototype: null };

function sent(value: unknown): unknown {
  return decode(encode(value), reading);
}

const key = fc.oneof(
  fc.string(),
  fc.constantFrom("__proto__", "constructor", "toJSON", "$", "then", "length"),
);
const leaf = fc.oneof(
  fc.double(),
  fc.constantFrom(-0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.bigInt(),
  fc.string({ unit: "binary" }),
  fc.boolean(),
  fc.constantFrom(null, undefined),
);
/** Plain values of every kind; objects have no prototype, as they arrive. */
const { plain } = fc.letrec((tie) => ({
  plain: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc.array(tie("plain"), { maxLength: 5 }),
    fc
      .uniqueArray(fc.tuple(key, tie("plain")), { maxLength: 5, selector: ([name]) => name })
      .map((entries) => objectOf(entries as [string, unknown][])),
  ),
}));

function objectOf(entries: readonly [string, unknown][]): object {
  const object = Object.create(null);
  for (const [name, value] of entries) {
    Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
  }
  return object;
}

/** Whether nothing in a value could run code or reach a prototype. */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== "object" || value === null) return !["function", "symbol"].includes(typeof value);
  if (Object.getPrototypeOf(value) !== null) return "handle" in value;
  return Object.values(Object.getOwnPropertyDescriptors(value)).every(
    (own) => own.get === undefined && own.set === undefined && isPlain(own.value),
  );
}

describe("a value that crosses", () => {
  it("arrives as it was sent, whatever it holds", () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(isDeepStrictEqual(sent(value), value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps -0, NaN and the infinities", () => {
    const numbers = [-0, 0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    expect(sent(numbers)).toStrictEqual(numbers);
  });

  it("keeps a key called __proto__ as a key", () => {
    const arrived = sent(JSON.parse('{"__proto__": {"polluted": true}}'));
    expect(Object.keys(arrived as object)).toEqual(["__proto__"]);
    expect((arrived as { polluted?: unknown }).polluted).toBeUndefined();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it("has undefined where there was a hole", () => {
    const holed = [1, 2, 3];
    delete holed[1];
    expect(sent(holed)).toStrictEqual([1, undefined, 3]);
  });

  it("leaves functions behind and keeps an instance's own fields", () => {
    class Fitted {
      mean = [1];
      predict = () => 0;
    }
    expect(sent(new Fitted())).toEqual({ mean: [1] });
  });

  it("is known by its number when it is an instance, even one behind a Proxy", () => {
    const instance = new Proxy({}, {});
    const handles = { idOf: (value: object) => (value === instance ? 7 : undefined) };
    expect(decode(encode([instance], handles), reading)).toEqual([{ handle: 7 }]);
  });

  it.each([Float64Array, Float32Array, Uint8Array, Int32Array])(
    "becomes an array when it is a %o",
    (Typed) => {
      expect(sent({ rows: [Typed.of(1, 2)] })).toEqual({ rows: [[1, 2]] });
    },
  );
});

describe("a value that can't cross", () => {
  const cyclic: unknown[] = [];
  cyclic.push({ cyclic });
  let deep: unknown = 0;
  for (let depth = 0; depth < 10_000; depth++) deep = [deep];
  const cases: [name: string, value: unknown, message: RegExp][] = [
    [
      "a getter in an object",
      {
        get mean() {
          return 1;
        },
      },
      /^\.mean is a getter/,
    ],
    [
      "a getter in an array",
      Object.defineProperty([1], 1, { get: () => 1, enumerable: true }),
      /^\[1\] is a getter/,
    ],
    ["a Proxy", { a: new Proxy([], {}) }, /^\.a is a Proxy/],
    ["a symbol", [Symbol("s")], /^\[0\] is a symbol/],
    ["a function", () => 1, /^The value is a function/],
    ["a boxed number", [[new Number(1)]], /^\[0\]\[0\] is a boxed value/],
    ["a Map", new Map(), /^The value is a Map or Set/],
    ["a Date", { at: new Date(0) }, /^\.at is a Date/],
    ["a promise", [Promise.resolve(1)], /^\[0\] is a promise/],
    ["a value that holds itself", cyclic, /holds itself/],
    ["a value nested 10,000 deep", deep, /nested more than 64 deep/],
    ["ten million numbers", new Array(10_000_000), /holds more than 2000000 values/],
    ["a bigint of thousands of digits", 10n ** 4_000n, /bigint/],
    ["a very long string", "x".repeat(limits.text + 1), /too large/],
    ["a long key's value", { ["k".repeat(10_000)]: Symbol("s") }, /^.{0,220}$/],
  ];
  it.each(cases)("is refused with its place: %s", (_name, value, message) => {
    expect(() => encode(value)).toThrow(Unsendable);
    expect(() => encode(value)).toThrow(message);
  });
});

describe("text that an answer's process sends", () => {
  const json = fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.stringify(value));
  const mutated = fc
    .tuple(plain, fc.nat(), fc.string({ maxLength: 3 }), fc.nat({ max: 3 }))
    .map(([value, at, piece, cut]) => {
      const text = encode(value);
      const place = at % (text.length + 1);
      return text.slice(0, place) + piece + text.slice(place + cut);
    });
  const tagged = fc.constantFrom(
    '{"$":"object","k":["a"],"v":[]}',
    '{"$":"object","k":[1],"v":[2]}',
    '{"$":"object","k":{"length":0},"v":[]}',
    '{"$":"bigint","v":"1e3"}',
    '{"$":"handle","id":1.5}',
    '{"$":"handle","id":"0"}',
    '{"$":"toString"}',
    '{"$":"__proto__"}',
    '{"$":["NaN"]}',
    '{"__proto__":{"$":"NaN"}}',
    "{}",
  );

  it("gives a plain value or is refused as malformed", () => {
    fc.assert(
      fc.property(fc.oneof(json, mutated, tagged, fc.string()), (text) => {
        try {
          expect(isPlain(decode(text, reading))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(Malformed);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(["", "nonsense", "{}", '{"a":1}', '{"$":"function"}', '{"$":"object","k":["a"],"v":[]}'])(
    "is refused when it says %s",
    (text) => expect(() => decode(text, reading)).toThrow(Malformed),
  );

  it("is refused when it is nested too deep or holds too much", () => {
    expect(() => decode("[".repeat(5_000) + "]".repeat(5_000), reading)).toThrow(Malformed);
    expect(() => decode(`[${"0,".repeat(limits.nodes)}0]`, reading)).toThrow(Malformed);
    expect(() => decode(" ".repeat(limits.text + 1), reading)).toThrow(Malformed);
  });

  it("never makes objects whose prototype it chose", () => {
    const arrived = decode(
      '{"$":"object","k":["__proto__"],"v":[{"$":"object","k":["x"],"v":[1]}]}',
      reading,
    );
    expect(Object.getPrototypeOf(arrived)).toBeNull();
    expect((arrived as { x?: unknown }).x).toBeUndefined();
  });
});
