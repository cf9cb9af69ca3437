import type { RequestBody } from "../answer-process.ts";
import { type Call, InstanceRef, LocalAnswer, type ModuleExports } from "../local-answer.ts";
import type { Reply } from "../protocol.ts";
import type { ProcessSource } from "../session.ts";
import { encode } from "../wire.ts";

/**
 * The lesson's own code in the place of a learner's: it answers in this process, through the same texts as an answer's process
 * does, but without one. Many times quicker, and only for code that is trusted: nothing stops it.
 */
export class TrustedAnswer implements ProcessSource {
  private readonly local: LocalAnswer;
  private readonly exports: readonly string[];
  private made = 0;

  constructor(module: ModuleExports) {
    this.local = new LocalAnswer(module);
    this.exports = Object.keys(module).filter((name) => typeof module[name] === "function");
  }

  async current() {
    return { process: this, life: 1, exports: this.exports };
  }

  async ask(_undone: string, body: RequestBody): Promise<Reply> {
    if (body.op === "load") throw new TypeError("A trusted answer is loaded already.");
    if (body.op !== "method" && !this.exports.includes(body.name)) return { id: 0, missing: body.name };
    const { op, ...asked } = body;
    const call = { kind: op, ...asked } as Call;
    const outcome = await this.local.perform(call, op === "create" ? this.made++ : -1);
    if ("threw" in outcome) return { id: 0, threw: { name: "Error", message: outcome.threw, stack: "" } };
    const { value, argsNow } = outcome;
    return {
      id: 0,
      value: encode(value, handles),
      ...(argsNow === undefined ? {} : { argsNow: encode(argsNow, handles) }),
    };
  }
}

const handles = { idOf: (value: object) => (value instanceof InstanceRef ? value.id : undefined) };
