import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import util, { promisify } from "node:util";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { loadNative } from "../../src/tensorflow/native.cjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const nodeCarriesNative = "isNullOrUndefined" in util;

describe("the native package", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "groundwork-native-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("is passed over where it is not installed", () => {
    expect(loadNative(path.join(folder, "absent"))).toBeNull();
  });

  test("is passed over, and not even loaded, where it has no binary", async () => {
    await pretendNative(folder, "process.env.NATIVE_WAS_LOADED = 'yes';", { binary: false });
    expect(loadNative(folder)).toBeNull();
    expect(process.env.NATIVE_WAS_LOADED).toBeUndefined();
  });

  test("is passed over where its binary does not load", async () => {
    await pretendNative(folder, "throw new Error('libtensorflow.so.2: cannot open shared object file');");
    expect(loadNative(folder)).toBeNull();
  });

  test.runIf(nodeCarriesNative)("is used where its binary loads", async () => {
    await pretendNative(folder, "module.exports = { version: 'native' };");
    expect(loadNative(folder)).toEqual({ version: "native" });
  });

  test.skipIf(nodeCarriesNative)("is passed over on a Node without the functions it calls", async () => {
    await pretendNative(folder, "module.exports = { version: 'native' };");
    expect(loadNative(folder)).toBeNull();
  });
});

test("loads and computes under Node's permission model, with its own folders to read and nothing else", async () => {
  const flag = process.allowedNodeEnvironmentFlags.has("--permission")
    ? "--permission"
    : "--experimental-permission";
  const program = `
    import { getBackend, sequential, tensor } from "@tensorflow/tfjs-node";
    import { DataFrame, StandardScaler } from "danfojs-node";
    const scaled = new StandardScaler().fitTransform(new DataFrame([[1], [3]]));
    console.log(getBackend(), typeof sequential, tensor([1, 2]).sum().arraySync(), scaled.values.flat());
  `;
  // The package.json is where Node 20.19 looks what kind of module the program itself is.
  const readable = ["node_modules", "package.json"].map((name) => `--allow-fs-read=${path.join(root, name)}`);
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [flag, "--no-warnings", ...readable, "--input-type=module", "--eval", program],
    { cwd: root },
  );
  expect(stdout.trim()).toBe("wasm function 3 [ -1, 1 ]");
  expect(stderr).toBe("");
});

/** Writes a package that looks like tfjs-node, whose main file holds the given code. */
async function pretendNative(folder: string, code: string, { binary = true } = {}): Promise<void> {
  const lib = path.join(folder, "lib", "napi-v8");
  await mkdir(lib, { recursive: true });
  if (binary) await writeFile(path.join(lib, "tfjs_binding.node"), "");
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ main: "index.js" }));
  await writeFile(path.join(folder, "index.js"), code);
}
