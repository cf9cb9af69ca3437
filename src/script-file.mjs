// Compiled files as scripts, and V8's own form of them beside. Plain JavaScript, as compile.mjs is.
import { readFileSync, statSync } from "node:fs";
import { Script } from "node:vm";

import { readCode, writeCode } from "./cache-files.mjs";

/**
 * A compiled file as a script, with V8's own form of its code where an earlier command has kept it, and kept again for later ones.
 *
 * @param {string} file
 */
export function readScript(file) {
  const source = readFileSync(file, "utf8");
  const codeFile = `${file}.${thisNode()}.v8`;
  const kept = source.length > worthKeeping ? readCode(codeFile) : undefined;
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname, __ownUrl) {${source}\n})`,
    {
      filename: file,
      ...(kept ? { cachedData: kept.code } : {}),
    },
  );
  const writes = script.cachedDataRejected ? 0 : (kept?.writes ?? 0);
  if (source.length > worthKeeping && writes < enoughWrites) {
    keepAtExit(() => writeCode(codeFile, script.createCachedData(), writes + 1));
  }
  return script;
}

/** @type {(() => void)[]} */
const atExit = [];

/**
 * One listener for however many scripts there are: a lesson has dozens of mistakes.
 *
 * @param {() => void} keep
 */
function keepAtExit(keep) {
  if (atExit.push(keep) > 1) return;
  process.once("exit", () => {
    for (const each of atExit) each();
  });
}

/** Names this very Node: another one with the same V8 would take code for its own that isn't, and crash. */
function thisNode() {
  const { size, mtimeMs } = statSync(process.execPath);
  return `${process.version}-${size}-${Math.floor(mtimeMs)}`;
}

/** V8 keeps what has run, and each command runs other parts: the first few add what they used. */
const enoughWrites = 5;

/** Characters from which on reading V8's form is quicker than compiling. */
const worthKeeping = 20_000;
