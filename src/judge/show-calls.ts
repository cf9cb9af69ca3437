import type { Plain } from "../checks/plain.ts";
import { showPlain } from "../checks/show-plain.ts";
import { argumentsOf, type Outcome } from "./local-answer.ts";
import type { TracedCall } from "./session.ts";
import type { ShownCall } from "./verdict.ts";
import { encode } from "./wire.ts";

/** How many calls of a counterexample are shown: the last ones. */
const most = 4;

/**
 * Writes calls as a person would: an argument that is an earlier call's value appears under that value's name.
 *
 * @example // [{ call: "fit([[0], [2]])", gave: "{ mean: [1] }" }, { call: "standardize(fit's value, [[0], [2]])", gave: "[[-1], [1]]" }]
 */
export function showCalls(calls: readonly TracedCall[]): ShownCall[] {
  const names = new Map<string, string>();
  const shown = calls.map(({ call, answer }) => {
    const args = argumentsOf(call).map((value) => showArgument(value, names));
    const line = {
      call: `${call.kind === "create" ? "new " : ""}${call.name}(${args.join(", ")})`,
      gave: showOutcome(answer),
    };
    if ("value" in answer && typeof answer.value === "object")
      names.set(encode(answer.value), `what ${call.name} gave`);
    return line;
  });
  return shown.slice(-most);
}

function showArgument(value: Plain, names: ReadonlyMap<string, string>): string {
  return names.get(encode(value)) ?? showPlain(value);
}

function showOutcome(outcome: Outcome): string {
  return "value" in outcome ? showPlain(outcome.value) : "nothing";
}
