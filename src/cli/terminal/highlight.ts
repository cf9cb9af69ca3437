import type { Colours } from "./look.ts";

type Kind = "comment" | "string" | "keyword" | "number";

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

/**
 * Colours the comments, strings, keywords and numbers of code; code in a language that is not known stays as it is.
 * Each line opens and closes its own colours, so lines may be indented and cut apart.
 *
 * @example
 * highlight("const n = 3; // rows", "ts", createColors(true))
 */
export function highlight(code: string, language: string, colours: Colours): string {
  const grammar = GRAMMARS.get(ALIASES.get(language) ?? language);
  if (grammar === undefined || !colours.isColorSupported) return code;
  const paint: Record<Kind, (text: string) => string> = {
    comment: colours.dim,
    string: colours.green,
    keyword: colours.magenta,
    number: colours.yellow,
  };
  const paintLines = (text: string, kind: Kind) =>
    text
      .split("\n")
      .map((line) => line && paint[kind](line))
      .join("\n");
  return code.replace(grammar, (match, ...rest) => {
    const groups = rest.at(-1) as Record<Kind, string | undefined>;
    const kind = (Object.keys(paint) as Kind[]).find((name) => groups[name] !== undefined);
    return kind === undefined ? match : paintLines(match, kind);
  });
}
