import type { Plain } from "../checks/plain.ts";
import { InstanceRef, type ModuleExports } from "./local-answer.ts";
import type { Session } from "./session.ts";

type Ask = (...args: unknown[]) => Promise<unknown>;

/**
 * The answer as checks see it: one asking function for each name that the reference exports, and `create` for each class.
 *
 * @example await remoteAnswer(session, reference)["mean"]?.([1, 2]) // asks the answer's process
 */
export function remoteAnswer(
  session: Session,
  reference: ModuleExports,
): Record<string, Ask | { create: Ask }> {
  const remote: Record<string, Ask | { create: Ask }> = Object.create(null);
  for (const [name, member] of Object.entries(reference)) {
    if (typeof member !== "function") continue;
    if (isClass(member)) {
      remote[name] = {
        create: async (...args) =>
          wrapped(session, await session.perform({ kind: "create", name, args: session.textOf(args) })),
      };
    } else {
      remote[name] = async (...args) =>
        wrapped(session, await session.perform({ kind: "call", name, args: session.textOf(args) }));
    }
  }
  return remote;
}

function isClass(member: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(member));
}

function wrapped(session: Session, value: Plain): unknown {
  return value instanceof InstanceRef ? remoteInstance(session, value.id) : value;
}

/** An object of asking methods; a method that returns its instance gives the same kind of object back. */
function remoteInstance(session: Session, id: number): object {
  const proxy = new Proxy(Object.create(null), {
    get: (_target, name) => {
      if (typeof name !== "string" || name === "then") return undefined;
      return async (...args: unknown[]) =>
        wrapped(session, await session.perform({ kind: "method", on: id, name, args: session.textOf(args) }));
    },
  });
  session.adopt(proxy, id);
  return proxy;
}
