/** Characters and what stands for each, in pairs. */
const WORDS = pairs(`
  ‘ '  ’ '  “ "  ” "  – -  — --  − -  … ...  • *  · .  × x  ⋅ *  ∗ *  ÷ /  ± +/-  ∓ -/+  ≤ <=  ≥ >=
  ≠ !=  ≈ ~=  ∼ ~  → ->  ← <-  ↦ |->  ⇒ =>  ⇔ <=>  ≡ ==  ≪ <<  ≫ >>  ∝ propto  √ sqrt  ∑ sum  ∏ prod
  ∫ int  ∞ inf  ∂ d  ∇ grad  ∈ in  ∉ notin  ∪ union  ∩ cap  ⊂ subset  ⊆ subset  ∅ {}  ∀ forall
  ∃ exists  ∘ o  ⊙ (.)  ∣ |  ∥ ||  ′ '  ℓ l  ° deg  ✓ v  ✗ x  ↪ >  │ |  ─ -  ═ =  ‖ ||  ⌊ floor(  ⌋ )
  ⌈ ceil(  ⌉ )  ⟨ <  ⟩ >  £ GBP  € EUR  ß ss  ø o  Ø O  æ ae  Æ AE  œ oe  ł l  † +  ‹ <  › >  « <<
  » >>  ■ #  █ #  ▪ *  ◦ o  ☑ [x]  ⁄ /
  α alpha  β beta  γ gamma  δ delta  ϵ epsilon  ε epsilon  ζ zeta  η eta  θ theta  ϑ theta  ι iota
  κ kappa  λ lambda  μ mu  ν nu  ξ xi  π pi  ρ rho  σ sigma  ς sigma  τ tau  υ upsilon  ϕ phi  φ phi
  χ chi  ψ psi  ω omega  Γ Gamma  Δ Delta  Θ Theta  Λ Lambda  Ξ Xi  Π Pi  Σ Sigma  Φ Phi  Ψ Psi
  Ω Omega
`);

/**
 * Text in ASCII alone, for a terminal that shows nothing else: symbols become words, letters lose their accents, and
 * what has no equivalent becomes a question mark.
 *
 * @example
 * toAscii("α ≤ 3 – “café”") // 'alpha <= 3 - "cafe"'
 */
export function toAscii(text: string): string {
  return text
    .replace(/\P{ASCII}/gu, (character) => WORDS.get(character) ?? character.normalize("NFKD"))
    .replace(/\p{Mark}/gu, "")
    .replace(/\P{ASCII}/gu, (character) => WORDS.get(character) ?? "?");
}

function pairs(table: string): ReadonlyMap<string, string> {
  const items = table.trim().split(/\s+/);
  return new Map(items.flatMap((item, i) => (i % 2 === 0 ? [[item, items[i + 1] ?? "?"]] : [])));
}
