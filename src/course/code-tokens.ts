const TYPESCRIPT_WORDS =
  "abstract|as|async|await|break|case|catch|class|const|continue|declare|default|delete|do|else|enum|export|extends|" +
  "false|finally|for|from|function|get|if|implements|import|in|infer|instanceof|interface|is|keyof|let|namespace|new|" +
  "null|of|override|private|protected|public|readonly|return|satisfies|set|static|super|switch|this|throw|true|try|" +
  "type|typeof|undefined|unique|var|void|while|with|yield";
const SHELL_WORDS = "case|cd|do|done|elif|else|esac|export|fi|for|function|if|in|then|while";

const STRING = String.raw`"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'`;
const NUMBER = String.raw`(?<![\w$])(?:0[xob][\da-fA-F_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?\d+)?)n?\b`;

const GRAMMARS = new Map<string, RegExp>(
  Object.entries({
    ts: new RegExp(
      String.raw`(?<comment>//.*|/\*[\s\S]*?(?:\*/|$))|(?<string>${STRING}|${"`"}(?:\\[\s\S]|[^\\${"`"}])*${"`"})|` +
        String.raw`(?<keyword>(?<![\w$.])(?:${TYPESCRIPT_WORDS})(?![\w$]|\s*:))|(?<number>${NUMBER})`,
      "g",
    ),
    json: new RegExp(
      `(?<string>${STRING})|(?<keyword>\\b(?:true|false|null)\\b)|(?<number>-?${NUMBER})`,
      "g",
    ),
    sh: new RegExp(
      `(?<comment>(?<=^|\\s)#.*)|(?<string>${STRING})|(?<keyword>(?<![\\w-])(?:${SHELL_WORDS})(?![\\w-]))`,
      "gm",
    ),
  }),
);

const ALIASES = new Map(
  Object.entries({
    typescript: "ts",
    js: "ts",
    mjs: "ts",
    javascript: "ts",
    jsonc: "json",
    bash: "sh",
    shell: "sh",
  }),
);

const KINDS = ["comment", "string", "keyword", "number"] as const;

/** A piece of code; what has no kind is names, signs and spaces. */
export interface CodeToken {
  readonly kind?: (typeof KINDS)[number];
  readonly text: string;
}

/**
 * Takes code apart into comments, strings, keywords, numbers and what lies between them, so that each can have its colour.
 * Joined, the texts are the code; code in a language that is not known is one piece.
 *
 * @example tokensOf("n = 3", "ts") // [{ text: "n = " }, { kind: "number", text: "3" }]
 */
export function tokensOf(code: string, language: string): CodeToken[] {
  const grammar = GRAMMARS.get(ALIASES.get(language) ?? language);
  if (grammar === undefined) return [{ text: code }];
  const tokens: CodeToken[] = [];
  let end = 0;
  for (const { 0: text, index, groups } of code.matchAll(grammar)) {
    const kind = KINDS.find((each) => groups?.[each] !== undefined);
    tokens.push({ text: code.slice(end, index) }, kind ? { kind, text } : { text });
    end = index + text.length;
  }
  return [...tokens, { text: code.slice(end) }].filter(({ text }) => text !== "");
}
