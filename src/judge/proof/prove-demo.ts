import type { Demo } from "../../course/demo.ts";
import { type Block, factsNamed } from "../../course/lesson-text.ts";
import type { Stage } from "../../data/index.ts";
import type { ProofFault } from "./fault.ts";

/** The text and demo.ts must name the same steps, each once. */
export function proveSteps(
  blocks: readonly Block[],
  demo: Demo,
  { file, portfolio }: { readonly file: string; readonly portfolio: readonly string[] },
): ProofFault[] {
  const named = blocks.flatMap((block) => (block.kind === "step" ? [block.name] : []));
  const hint = "Each step stands in the text once, and is an exported function of demo.ts.";
  const missing = named
    .filter((name) => !demo.steps.includes(name))
    .map((name) => `demo.ts has no step ${name}.`);
  const unused = demo.steps
    .filter((name) => !named.includes(name))
    .map((name) => `The text shows no step ${name}.`);
  const twice = named
    .filter((name, i) => named.indexOf(name) < i)
    .map((name) => `The step ${name} comes twice.`);
  const unknown = portfolio
    .filter((name) => !demo.steps.includes(name))
    .map((name) => `The front matter's portfolio names ${name}, which is no step.`);
  return [...missing, ...unused, ...twice, ...unknown].map((what) => ({ where: file, what, hint }));
}

/** On a data set that fits, every step must show something, every fact be known, and every prediction have one right option. */
export async function proveStage(blocks: readonly Block[], demo: Demo, stage: Stage): Promise<ProofFault[]> {
  const where = `demo.ts on ${stage.dataset.name}`;
  const faults: ProofFault[] = [];
  const add = (what: string, hint: string) => faults.push({ where, what, hint });
  try {
    const facts = await demo.facts(stage);
    for (const [name, value] of Object.entries(facts)) {
      if (unspeakable.test(String(value)))
        add(`The fact ${name} is ${value}.`, "Say in words what is not there.");
    }
    for (const { name } of factsNamed(blocks)) {
      if (!(name in facts))
        add(`The text names a fact ${name} that facts() does not give.`, "Add it, or correct its name.");
    }
    for (const block of blocks) {
      if (block.kind !== "predict" || block.right === undefined) continue;
      const right = Number(facts[block.right]);
      if (block.options[right - 1] === undefined)
        add(
          `${block.right}, the right option of ${block.id}, is ${facts[block.right]}.`,
          `It has ${block.options.length} options.`,
        );
    }
    for (const step of demo.steps) {
      const fault = emptiness([await demo.run(step, stage)].flat());
      if (fault)
        add(
          `The step ${step} ${fault}.`,
          "Where a data set lacks what a step needs, let it say so in a sentence.",
        );
    }
  } catch (error) {
    add(
      error instanceof Error ? error.message : String(error),
      "It must run on every data set that the lesson accepts.",
    );
  }
  return faults;
}

/** What no learner should read in a sentence, and no figure should hold. */
const unspeakable = /\b(NaN|Infinity|undefined|null)\b/;

function emptiness(shown: readonly unknown[]): string | null {
  if (shown.length === 0) return "shows nothing";
  for (const part of shown) {
    if (part === undefined || part === "") return "shows nothing";
    const values = valuesOf(part);
    if (values.length === 0) return "shows an empty figure";
    // A number that is none becomes null in JSON.
    const text = JSON.stringify(values);
    const found = unspeakable.exec(
      typeof part === "string" ? part : text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""'),
    );
    if (found) return `shows ${found[0]}`;
  }
  return null;
}

/** A figure's rows, or the thing itself. */
function valuesOf(part: unknown): readonly unknown[] {
  if (typeof part !== "object" || part === null || !("spec" in part)) return [part];
  const { spec } = part as { spec: { data?: { values?: readonly unknown[] } } };
  return spec.data?.values ?? [];
}
