/**
 * Answers to `@tensorflow/tfjs-node`: the native binding where it is there and loads, else TensorFlow.js on
 * WebAssembly. Either way every operation can be called at once, without `await tf.ready()`.
 *
 * The last assignment names the file from which Node reads the names that `import * as tf` can see.
 */
const native = require("./native.cjs").loadNative("tfjs-node-native");

if (native) module.exports = native;
else module.exports = require("./wasm.cjs");
