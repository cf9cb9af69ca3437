import type { Code } from "mdast";

import { loadEsbuild } from "../../compile.mjs";
import { type Block, nodesOf } from "../../course/lesson-text.ts";
import { lineOf } from "../../course/lesson-text-directives.ts";
import { walk } from "../../course/lesson-text-markdown.ts";
import type { ProofFault } from "./fault.ts";

/** What a lesson's code may be written in; each is named in one way. */
const languages: readonly string[] = ["ts", "json", "python", "sh", "sql", "csv", "yaml", "text"];

type Told = Omit<ProofFault, "where">;

/** Each piece of code in the text must be closed, say its language, and be readable in it where we can tell. */
export function proveCode(blocks: readonly Block[], source: string, file: string): ProofFault[] {
  const faults: ProofFault[] = [];
  walk(blocks.flatMap(nodesOf), (node) => {
    if (node.type !== "code") return;
    const written = source.slice(node.position?.start.offset, node.position?.end.offset);
    const fault = fenceFault(written) ?? languageFault(node) ?? syntaxFault(node);
    if (fault) faults.push({ where: `${file}:${lineOf(node)}`, ...fault });
  });
  return faults;
}

function fenceFault(written: string): Told | null {
  const fence = /^(?:`{3,}|~{3,})/.exec(written)?.[0];
  if (fence === undefined) {
    return {
      what: "Lines that are indented by four spaces or more are shown as code.",
      hint: "Put code between two lines of ``` and say its language; indent everything else less.",
    };
  }
  const [, ...below] = written.split("\n");
  const last = below.at(-1)?.trim() ?? "";
  const isClosed = last.startsWith(fence) && last.replaceAll(fence.charAt(0), "") === "";
  if (isClosed) return null;
  return {
    what: "The code that begins here is never closed: all that follows it is shown as code.",
    hint: `Add a line ${fence} below the code.`,
  };
}

function languageFault({ lang }: Code): Told | null {
  if (lang && languages.includes(lang)) return null;
  return {
    what: lang ? `It is in ${lang}, which no lesson knows.` : "It does not say its language.",
    hint: `Write one of ${languages.join(", ")} behind the opening \`\`\`.`,
  };
}

function syntaxFault({ lang, value }: Code): Told | null {
  try {
    if (lang === "ts") loadEsbuild().transformSync(value, { loader: "ts", logLevel: "silent" });
    if (lang === "json") JSON.parse(value);
    return null;
  } catch (error) {
    const hint =
      "Learners copy what they read: let it be code that runs. What is left out stands as a comment.";
    return { what: `It is no ${lang}: ${sentenceOf(error)}`, hint };
  }
}

function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, first = message] = /^<stdin>:(.*)$/m.exec(message) ?? [];
  return first.replace(/^(\d+):\d+: ERROR: /, "line $1, ");
}
