/** A fault in a JSON text, with the line on which it is. */
export class JsonFault extends Error {
  readonly line: number;
  /** Counted from 1; none if it is the whole record that is at fault. */
  readonly character: number | undefined;
  readonly hint: string;

  constructor(line: number, cause: string, hint = "An editor shows the place.", character?: number) {
    super(cause);
    this.line = line;
    this.character = character;
    this.hint = hint;
  }
}

/** One record: its values as texts, empty where null, in the order of the keys, and the line on which it begins. */
export interface JsonRecord {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

const token = {
  space: /[ \t\r\n]*/y,
  number: /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,
  word: /true|false|null/y,
};

/** How deep lists and objects within a cell may go. */
const DEEPEST = 100;

/**
 * Reads records from a JSON text, numbers digit by digit as they are written: JSON.parse would round 64-bit integers
 * and take the last of two equal keys without a word.
 */
export class JsonScanner {
  /** The keys whose values are lists or objects, kept as JSON. */
  readonly nested = new Set<string>();
  /** How many values are texts without a character. */
  emptyTexts = 0;
  readonly #text: string;
  #at = 0;
  #line: number;
  #counted = 0;

  /** @param line on which the text begins */
  constructor(text: string, line = 1) {
    this.#text = text;
    this.#line = line;
  }

  /** The records of a list of records, which must be all that there is. */
  *list(): Generator<JsonRecord> {
    this.#expect("[");
    if (!this.#take("]")) {
      do yield this.#record();
      while (this.#take(","));
      this.#expect("]");
    }
    this.end();
  }

  /** The one record that the text is, or begins with. */
  record(): JsonRecord {
    return this.#record();
  }

  /** @throws JsonFault if something follows */
  end(): void {
    this.#space();
    if (this.#at < this.#text.length) throw this.#fault("something follows where the JSON text should end");
  }

  #record(): JsonRecord {
    this.#space();
    const line = this.#lineHere();
    if (this.#text[this.#at] !== "{") {
      throw this.#fault(
        "a record should begin here, with {",
        'Every row needs to be an object, as in {"height": 1.5}.',
      );
    }
    const cells = new Map<string, string>();
    this.#object((key) => {
      if (cells.has(key)) throw this.#fault(`the record has the key ${JSON.stringify(key)} twice`);
      const start = this.#at;
      const isNested = /[[{]/.test(this.#text[start] ?? "");
      if (isNested) this.nested.add(key);
      cells.set(key, isNested ? this.#nestedText() : this.#scalar());
    });
    return { line, cells };
  }

  #object(readValue: (key: string) => void): void {
    this.#expect("{");
    if (this.#take("}")) return;
    do {
      const key = this.#string();
      this.#expect(":");
      this.#space();
      readValue(key);
    } while (this.#take(","));
    this.#expect("}");
  }

  #nestedText(): string {
    const start = this.#at;
    this.#skip(0);
    return this.#text.slice(start, this.#at);
  }

  #skip(depth: number): void {
    if (depth > DEEPEST) throw this.#fault(`lists and objects are nested more than ${DEEPEST} deep`);
    this.#space();
    if (this.#text[this.#at] === "{") this.#object(() => this.#skip(depth + 1));
    else if (this.#take("[")) {
      if (this.#take("]")) return;
      do this.#skip(depth + 1);
      while (this.#take(","));
      this.#expect("]");
    } else this.#scalar();
  }

  #scalar(): string {
    if (this.#text[this.#at] === '"') {
      const text = this.#string();
      if (text === "") this.emptyTexts++;
      return text;
    }
    const number = this.#match(token.number);
    if (number) return number;
    const word = this.#match(token.word);
    if (word === null) {
      throw this.#fault(
        "a value should stand here",
        "A value that is missing, NaN or infinite is written null.",
      );
    }
    return word === "null" ? "" : word;
  }

  #string(): string {
    this.#space();
    const text = this.#quotedText();
    if (text === null) throw this.#fault("a text in double quotes should stand here, and end");
    if (text.includes("\0")) throw this.#fault("a text holds a zero character (\\u0000), as no text does");
    if (/\p{Surrogate}/u.test(text)) throw this.#fault("a text holds half of a UTF-16 pair");
    return text;
  }

  /** What the quotes that begin here hold; null if they begin or end nowhere, or hold what JSON does not allow. */
  #quotedText(): string | null {
    const start = this.#at;
    if (this.#text[start] !== '"') return null;
    let end = start;
    do end = this.#text.indexOf('"', end + 1);
    while (end > 0 && backslashesBefore(this.#text, end) % 2 === 1);
    if (end < 0) return null;
    try {
      const text: string = JSON.parse(this.#text.slice(start, end + 1));
      this.#at = end + 1;
      return text;
    } catch {
      return null;
    }
  }

  #expect(mark: string): void {
    if (!this.#take(mark)) throw this.#fault(`${mark} should stand here`);
  }

  #take(mark: string): boolean {
    this.#space();
    const isThere = this.#text.startsWith(mark, this.#at);
    if (isThere) this.#at += mark.length;
    return isThere;
  }

  #space(): void {
    this.#match(token.space);
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    this.#at += found?.length ?? 0;
    return found;
  }

  /** Counts on from where it last counted, so that many records cost no more than one walk. */
  #lineHere(): number {
    for (; this.#counted < this.#at; this.#counted++) {
      if (this.#text.charCodeAt(this.#counted) === 10) this.#line++;
    }
    return this.#line;
  }

  #fault(cause: string, hint?: string): JsonFault {
    const isOver = this.#at >= this.#text.length;
    const character = this.#at - this.#text.lastIndexOf("\n", this.#at - 1);
    return new JsonFault(this.#lineHere(), isOver ? `the text ends, but ${cause}` : cause, hint, character);
  }
}

function backslashesBefore(text: string, end: number): number {
  let n = 0;
  while (text[end - 1 - n] === "\\") n++;
  return n;
}
