import type { FormulaNode } from "./formula-tree.ts";
import { plain } from "./look.ts";

const LETTERLIKE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "double-struck": { C: "ℂ", H: "ℍ", N: "ℕ", P: "ℙ", Q: "ℚ", R: "ℝ", Z: "ℤ" },
  script: { B: "ℬ", E: "ℰ", F: "ℱ", H: "ℋ", I: "ℐ", L: "ℒ", M: "ℳ", R: "ℛ" },
};

/** What a leaf says: a letter, a number, a sign or words, in Unicode or in ASCII. */
export function leafText({ text, attributes }: FormulaNode, ascii: boolean): string {
  const letter = LETTERLIKE[attributes.mathvariant ?? ""]?.[text] ?? text;
  const shown = letter
    .replace(/[\u200b\u2061-\u2064]/g, "")
    .replace(/\s/g, " ")
    .replace("∣", "|");
  return plain(shown, { ascii });
}

const RAISED = pairs(
  "0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW′*∗",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ′**",
);
const LOWERED = pairs("0123456789+−-=()aehijklmnoprstuvxβγρϕφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ");

/** Text in Unicode's superscript characters, or undefined where one of them does not exist. */
export function raise(text: string): string | undefined {
  return translate(text, RAISED);
}

/** Text in Unicode's subscript characters, or undefined where one of them does not exist. */
export function lower(text: string): string | undefined {
  return translate(text, LOWERED);
}

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const targets = [...to];
  return new Map([...from].map((character, i) => [character, targets[i] ?? character]));
}

function translate(text: string, map: ReadonlyMap<string, string>): string | undefined {
  const characters = [...text].map((character) => map.get(character));
  return text !== "" && characters.every((character) => character !== undefined)
    ? characters.join("")
    : undefined;
}

const COMBINING: Readonly<Record<string, readonly [mark: string, name: string]>> = {
  ˉ: ["\u0304", "bar"],
  "‾": ["\u0304", "bar"],
  "^": ["\u0302", "hat"],
  "~": ["\u0303", "tilde"],
  "⃗": ["\u20d7", "vec"],
  "˙": ["\u0307", "dot"],
  "¨": ["\u0308", "ddot"],
};

/**
 * A text below an accent: combined with it where it is a single letter, in words otherwise.
 *
 * @example
 * accent("x", "ˉ", false) // "x̄"
 * accent("AB", "‾", false) // "bar(AB)"
 */
export function accent(text: string, over: string, ascii: boolean): string {
  const [mark, name] = COMBINING[over] ?? ["", over];
  return mark !== "" && !ascii && [...text].length === 1
    ? `${text}${mark}`.normalize("NFC")
    : `${name}(${text})`;
}
