/**
 * The first program of an answer's process: takes requests from the judge, runs the answer, sends back values.
 *
 * The answer shares this process and can break everything in it. So nothing here decides anything: no expected value, no
 * check and no point is ever in this process, and the judge believes no message beyond its being a value.
 */
import { Socket } from "node:net";
import { types } from "node:util";

import { FrameReader, frame, type Reply, type Request, type Thrown } from "../protocol.ts";
import { Unsendable } from "../unsendable.ts";
import { decode, encode } from "../wire.ts";
import { withdrawPowers } from "./withdraw-powers.ts";

const channel = 3;
const { stringify, parse } = JSON;
const { isPromise } = types;
const { apply, construct, ownKeys } = Reflect;
const instances: object[] = [];
const handles = {
  idOf: (value: object) => (instances.includes(value) ? instances.indexOf(value) : undefined),
};
const reading = { handle: (id: number) => instances[id], objectPrototype: Object.prototype };

const socket = new Socket({ fd: channel, readable: true, writable: true });
const reader = new FrameReader();
let answer: Record<string, unknown> = {};
let queue: Promise<void> = Promise.resolve();

withdrawPowers();
warmUp();
socket.on("data", (piece: Buffer) => {
  for (const text of reader.push(piece)) queue = queue.then(() => handle(parse(text)));
});
socket.on("end", () => process.exit());
socket.on("error", () => process.exit());
process.on("uncaughtException", (thrown) => {
  send({ id: 0, threw: describe(thrown) });
});

function send(reply: Reply): void {
  socket.write(frame(stringify(reply)));
}

async function handle(request: Request): Promise<void> {
  try {
    if (request.op === "load") await load(request.id, request.code);
    else await perform(request);
  } catch (thrown) {
    if (thrown instanceof Unsendable) send({ id: request.id, unsendable: thrown.message });
    else send({ id: request.id, threw: describe(thrown) });
  }
}

async function load(id: number, code: string): Promise<void> {
  answer = await importText(code);
  const names = ownKeys(answer).filter((name): name is string => typeof name === "string");
  send({ id, exports: names.filter((name) => typeof answer[name] === "function") });
}

/** Does, while nobody waits, what is slow the first time: an import, and a few hundred values read and written. */
function warmUp(): void {
  void importText("");
  const rows = Array.from({ length: 8 }, (_, i) => [i, i / 3, -i, 1e9 * i]);
  let text = encode([{ mean: rows[1], scale: rows[2] }, rows]);
  for (let i = 0; i < warmUps; i++) text = encode(decode(text, reading));
  parse(stringify({ id: 0, text }));
}

const warmUps = 150;

function importText(code: string): Promise<Record<string, unknown>> {
  return import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
}

async function perform(request: Exclude<Request, { op: "load" }>): Promise<void> {
  const { id, name } = request;
  const args = decode(request.args, reading) as unknown[];
  const owner = request.op === "method" ? instances[request.on] : answer;
  const member: unknown = (owner as Record<string, unknown> | undefined)?.[name];
  if (request.op === "method" && typeof member !== "function")
    return send({ id, value: encode(member, handles) });
  if (typeof member !== "function") return send({ id, missing: name });
  if (request.op === "create") {
    instances.push(construct(member, args));
    return send({ id, value: encode(instances.at(-1), handles) });
  }
  let result: unknown = apply(member, request.op === "method" ? owner : undefined, args);
  if (isPromise(result)) send({ id, pending: true });
  result = await result;
  const value = encode(result, handles);
  const argsNow = encode(args, handles);
  send({ id, value, ...(argsNow === request.args ? {} : { argsNow }) });
}

/** Describes whatever was thrown, in text that is bounded; reading a hostile error may throw again. */
function describe(thrown: unknown): Thrown {
  try {
    if (types.isNativeError(thrown) || thrown instanceof DOMException) {
      const { name, message, stack } = thrown;
      return { name: cut(name, 200), message: cut(message, 4_000), stack: cut(stack, 20_000) };
    }
    return { name: "", message: cut(encode(thrown), 20_000), stack: "" };
  } catch {
    return { name: "", message: "something that can't be shown", stack: "" };
  }
}

function cut(text: unknown, length: number): string {
  return typeof text === "string" ? text.slice(0, length) : "";
}
