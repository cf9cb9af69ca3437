import type { AnswerProcess } from "./answer-process.ts";
import { AnswerFault } from "./fault.ts";
import type { ProcessPool } from "./process-pool.ts";
import type { Thrown } from "./protocol.ts";
import type { ProcessSource } from "./session.ts";

/** An answer in a living process: loaded when first asked, loaded again in a fresh one after its process had to be killed. */
export class LoadedAnswer implements ProcessSource {
  private readonly pool: ProcessPool;
  private readonly code: string;
  private readonly signal: AbortSignal | undefined;
  private process: AnswerProcess | undefined;
  private life = 0;
  private loading: Promise<void> | undefined;
  private exports: readonly string[] = [];
  /** Set when the module itself can't be loaded: no check needs to try again. */
  refusal: AnswerFault | undefined;
  private printedBefore = "";
  private isCut = false;

  constructor(pool: ProcessPool, code: string, signal: AbortSignal | undefined) {
    this.pool = pool;
    this.code = code;
    this.signal = signal;
    signal?.addEventListener("abort", this.cancel, { once: true });
  }

  async current(): Promise<{ process: AnswerProcess; life: number; exports: readonly string[] }> {
    if (this.refusal) throw this.refusal;
    this.signal?.throwIfAborted();
    if (!this.process?.isAlive && !this.process?.diedUnheard) {
      this.keepPrinted();
      this.process = this.pool.take();
      this.life++;
      this.loading = this.load(this.process);
    }
    const { process, life } = this;
    await this.loading;
    return { process, life, exports: this.exports };
  }

  /** Everything that the answer printed, over all its processes. */
  get printed(): { text: string; isCut: boolean } {
    const now = this.process?.printed;
    return { text: this.printedBefore + (now?.text ?? ""), isCut: this.isCut || (now?.isCut ?? false) };
  }

  async end(): Promise<void> {
    this.signal?.removeEventListener("abort", this.cancel);
    await this.process?.end();
    this.pool.rest();
  }

  private readonly cancel = (): void => this.process?.kill();

  private keepPrinted(): void {
    ({ text: this.printedBefore, isCut: this.isCut } = this.printed);
    this.process = undefined;
  }

  private async load(process: AnswerProcess): Promise<void> {
    try {
      const reply = await process.ask(
        "Your file had not been loaded",
        { op: "load", code: this.code },
        process.limits.loadMs,
      );
      if ("exports" in reply) this.exports = reply.exports;
      else throw "threw" in reply ? loadFault(reply.threw) : new AnswerFault("protocol", otherReply);
    } catch (thrown) {
      if (thrown instanceof AnswerFault) this.refusal = thrown;
      throw thrown;
    }
  }
}

const otherReply = "Its process sent a reply to another question.";

function loadFault(thrown: Thrown): AnswerFault {
  const what = `${thrown.name || "it threw"}: ${thrown.message}`;
  return new AnswerFault("ended", `Your file stops while it is being loaded: ${what}`, thrown);
}
