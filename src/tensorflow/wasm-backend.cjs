const { readFileSync } = require("node:fs");
const { BackendWasm } = require("@tensorflow/tfjs-backend-wasm");
/** @type {any} */
const startModule = require("@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js");

/** @type {any} Known to every Node, but not to its types */
const { WebAssembly } = globalThis;

/** Above TensorFlow.js's own backends (cpu 1, webgl 2). */
const PRIORITY = 3;

/** A program that holds one SIMD instruction. */
const SIMD_PROBE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11,
]);

/**
 * Registers the WebAssembly backend so that it starts within the first operation. TensorFlow.js starts it
 * asynchronously, and until then synchronous callers (danfojs is one) would compute on the slow cpu backend.
 *
 * @param {typeof import("@tensorflow/tfjs-core")} core
 */
function registerWasmBackend(core) {
  core.removeBackend("wasm");
  core.registerBackend("wasm", () => new BackendWasm(startWasm()), PRIORITY);
}

function startWasm() {
  const binary = WebAssembly.validate(SIMD_PROBE) ? "tfjs-backend-wasm-simd.wasm" : "tfjs-backend-wasm.wasm";
  const program = new WebAssembly.Module(
    readFileSync(require.resolve(`@tensorflow/tfjs-backend-wasm/dist/${binary}`)),
  );
  /** @type {any} Emscripten's module, which starting it fills in */
  const wasm = {
    /** @param {object} imports @param {(instance: object) => void} done */
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(program, imports);
      done(instance);
      return instance.exports;
    },
  };
  keepListeners(() => startModule(wasm));
  const dispose = wasm.cwrap("dispose", null, []);
  wasm.tfjs = {
    init: wasm.cwrap("init", null, []),
    initWithThreadsCount: wasm.cwrap("init_with_threads_count", null, ["number"]),
    getThreadsCount: wasm.cwrap("get_threads_count", "number", []),
    registerTensor: wasm.cwrap("register_tensor", null, ["number", "number", "number"]),
    disposeData: wasm.cwrap("dispose_data", null, ["number"]),
    dispose: () => keepListeners(dispose),
  };
  return wasm;
}

/**
 * Emscripten adds listeners for uncaught errors when it starts, and removes everybody's when it is disposed of;
 * either would change how the whole process meets its errors.
 *
 * @param {() => void} run
 */
function keepListeners(run) {
  const before = ["uncaughtException", "unhandledRejection"].map((event) => ({
    event,
    listeners: process.rawListeners(event),
  }));
  run();
  for (const { event, listeners } of before) {
    process.removeAllListeners(event);
    for (const listener of listeners) process.on(event, /** @type {() => void} */ (listener));
  }
}

module.exports = { registerWasmBackend };
