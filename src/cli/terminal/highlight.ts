import type { Colours } from "./look.ts";

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
  const paints = [
    ["comment", colours.dim],
    ["string", colours.green],
    ["keyword", colours.magenta],
    ["number", colours.yellow],
  ] as const;
  const pieces: string[] = [];
  let end = 0;
  for (const { 0: match, index, groups } of code.matchAll(grammar)) {
    const [, paint] = paints.find(([kind]) => groups?.[kind] !== undefined) ?? [];
    pieces.push(code.slice(end, index), paint ? paintLines(match, paint) : match);
    end = index + match.length;
  }
  return pieces.join("") + code.slice(end);
}

function paintLines(text: string, paint: (line: string) => string): string {
  const lines = text.split("\n");
  return lines.map((line) => (line === "" ? "" : paint(line))).join("\n");
}
