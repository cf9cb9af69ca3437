import fc from "fast-check";
import stringWidth from "fast-string-width";
import { describe, expect, test } from "vitest";

import { setDisplayFormula, setInlineFormula } from "../../../src/cli/terminal/formula.ts";

const { raw } = String;

describe("a formula in running text", () => {
  test.each([
    [raw`z_{ij} = \frac{x_{ij} - \bar{x}_j}{s_j}`, "zᵢⱼ = (xᵢⱼ − x̄ⱼ)/sⱼ", "z_(ij) = (x_(ij) - bar(x)_j)/s_j"],
    [raw`\sqrt{\frac{1}{n}\sum_{i=1}^{n} x_i^2}`, "√(1/n ∑ᵢ₌₁ⁿ xᵢ²)", "sqrt(1/n sum_(i = 1)^n x_i^2)"],
    [raw`\prod_{i \in S} p_i`, "∏_(i∈S) pᵢ", "prod_(i in S) p_i"],
    [
      raw`\alpha \cdot \beta \times \gamma \le \Delta \ge 0 \ne 1 \approx 2`,
      "α ⋅ β × γ ≤ Δ ≥ 0 ≠ 1 ≈ 2",
      "alpha * beta x gamma <= Delta >= 0 != 1 ~= 2",
    ],
    [raw`f: X \to \mathbb{R}^p`, "f : X → ℝᵖ", "f : X -> R^p"],
    [raw`\hat{y} + \tilde{x} + \overline{ab}`, "\u0177 + x̃ + bar(ab)", "hat(y) + tilde(x) + bar(ab)"],
    [raw`\mathrm{softmax}(\mathbf{z}) \text{ and } \log p`, "softmax(z) and log p", "softmax(z) and log p"],
    [raw`\operatorname*{arg\,max}_k p_k`, "arg maxₖ pₖ", "arg max_k p_k"],
    [raw`\left( \frac{a}{b} \right)^{-1}`, "(a/b)⁻¹", "(a/b)^(-1)"],
    [
      raw`A^{-1} = \begin{pmatrix} a & b \\ c & d \end{pmatrix}`,
      "A⁻¹ = (a, b; c, d)",
      "A^(-1) = (a, b; c, d)",
    ],
    [raw`x^{q} w_b`, "x^q w_b", "x^q w_b"],
    [raw`|-x| = -1 \pm 10{,}000`, "|−x| = −1 ± 10,000", "|-x| = -1 +/- 10,000"],
    [raw`P(A \mid B)`, "P(A | B)", "P(A | B)"],
    [
      raw`\frac{a}{b} \cdot \frac{a+b}{2c} \cdot \frac{\frac{a}{b}}{c}`,
      "a/b ⋅ (a + b)/(2c) ⋅ (a/b)/c",
      "a/b * (a + b)/(2c) * (a/b)/c",
    ],
    [raw`\frac12(x+y)`, "1/2 (x + y)", "1/2 (x + y)"],
    [raw`\underbrace{a+b}_{n}`, "a + b (n)", "a + b (n)"],
    [raw`\sqrt[3]{x}`, "³√x", "root 3 of (x)"],
  ])("%s", (tex, unicode, ascii) => {
    expect(setInlineFormula(tex, false)).toBe(unicode);
    expect(setInlineFormula(tex, true)).toBe(ascii);
  });

  test("shows the name of a command that is not known", () => {
    expect(setInlineFormula(raw`x + \foo + y`, false)).toBe(raw`x + \foo + y`);
  });

  test("stays as it was written where it cannot be read", () => {
    expect(setInlineFormula(raw`\frac{1`, false)).toBe(raw`\frac{1`);
  });

  test("carries no escape sequence to the terminal", () => {
    expect(setInlineFormula("x\x1b[31m_1", false)).not.toContain("\x1b");
    expect(setInlineFormula("\\frac{\x1b[31m", false)).not.toContain("\x1b");
  });
});

describe("a formula that stands by itself", () => {
  test.each([
    [
      raw`z_{ij} = \frac{x_{ij} - \bar{x}_j}{s_j}`,
      `
      xᵢⱼ − x̄ⱼ
zᵢⱼ = ────────
         sⱼ   `,
    ],
    [
      raw`s_j = \sqrt{\frac{1}{n}\sum_{i=1}^{n}(x_{ij}-\bar{x}_j)^2}`,
      `
      ┌──────────────────
      │ 1  n             
sⱼ =  │ ─  ∑  (xᵢⱼ − x̄ⱼ)²
     ╲│ n i=1            `,
    ],
    [
      raw`\left( 1 + \frac{1}{n} \right)^2`,
      `
⎛    1⎞²
⎜1 + ─⎟ 
⎝    n⎠ `,
    ],
    [
      raw`f(x) = \begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}`,
      `
f(x) = ⎧1  x > 0    
       ⎩0  otherwise`,
    ],
    [
      raw`\begin{aligned} a &= b \\ ab &= c \end{aligned}`,
      `
 a = b
ab = c`,
    ],
    [
      raw`\frac{\frac{a}{b}}{c} - x_b^{-\frac{1}{2}}`,
      `
 a       1
 ─     − ─
 b       2
─── − x   
 c     b  `,
    ],
    [
      raw`\underbrace{abc}_{n}`,
      `
abc
╰─╯
 n `,
    ],
  ])("%s", (tex, lines) => {
    expect(setDisplayFormula(tex, false).join("\n")).toBe(lines.slice(1));
  });

  test("is set on one line where only ASCII can be shown", () => {
    expect(setDisplayFormula(raw`\frac{a}{b}`, true)).toEqual(["a/b"]);
  });

  test("has lines of one width, whatever it is made of", () => {
    const { tex } = fc.letrec<{ tex: string }>((tie) => ({
      tex: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.constantFrom(
          "x",
          "10",
          raw`\alpha`,
          raw`\bar{x}`,
          raw`\mathbb{R}`,
          raw`\text{word}`,
          "",
          "-",
          "=",
          ",",
        ),
        fc.tuple(tie("tex"), tie("tex")).map((parts) => parts.join(" ")),
        fc.tuple(tie("tex"), tie("tex")).map(([above, below]) => raw`\frac{${above}}{${below}}`),
        fc.tuple(tie("tex"), tie("tex")).map(([sub, sup]) => `{y}_{${sub}}^{${sup}}`),
        fc
          .tuple(tie("tex"), tie("tex"))
          .map(([from, inner]) => raw`\sum_{${from}} \left( ${inner} \right)^2`),
        fc
          .tuple(tie("tex"), tie("tex"))
          .map(([one, two]) => raw`\begin{bmatrix} ${one} & 0 \\ 1 & ${two} \end{bmatrix}`),
        tie("tex").map((inner) => raw`\sqrt{${inner}}`),
        tie("tex").map((inner) => raw`\overbrace{${inner}}^{k}`),
      ),
    }));
    fc.assert(
      fc.property(tex, (formula) => {
        const widths = setDisplayFormula(formula, false).map((line) => stringWidth(line));
        expect(new Set(widths).size).toBe(1);
        expect(setInlineFormula(formula, false)).not.toContain("\n");
        expect(setInlineFormula(formula, true)).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
  });
});
