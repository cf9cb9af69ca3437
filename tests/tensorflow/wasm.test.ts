import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import type { Tensor, Tensor4D } from "@tensorflow/tfjs-node";
import { expect, test } from "vitest";

import tf from "../../src/tensorflow/wasm.cjs";

const core = path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-core/package.json"));

test("the first operation runs on WebAssembly, with nothing awaited", () => {
  expect([...tf.tensor([1, 2]).add(1).dataSync()]).toEqual([2, 3]);
  expect(tf.getBackend()).toBe("wasm");
});

test("starting and stopping WebAssembly leaves the process's handling of errors as it was", async () => {
  const listeners = () => [
    process.rawListeners("uncaughtException"),
    process.rawListeners("unhandledRejection"),
  ];
  const before = listeners();
  expect(before.flat().length).toBeGreaterThan(0);
  tf.engine().reset();
  expect(await tf.setBackend("wasm")).toBe(true);
  expect(listeners()).toEqual(before);
});

test("a tensor has every method that TensorFlow.js documents", () => {
  const names = readdirSync(path.join(core, "dist/public/chained_ops"))
    .filter((file) => file.endsWith(".d.ts") && !file.startsWith("register_"))
    .map((file) => file.replace(".d.ts", "").replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase()));
  const methods = new Map(
    Object.entries(tf.Tensor.prototype).map(([name, method]) => [name.toLowerCase(), method]),
  );
  expect(names.length).toBeGreaterThan(130);
  for (const name of names) expect(methods.get(name.toLowerCase()), name).toBeTypeOf("function");
});

test("methods that are not an operation of the same name do as documented", () => {
  const x = tf.tensor2d([
    [1, 2],
    [3, 4],
  ]);
  expect(x.flatten().arraySync()).toEqual([1, 2, 3, 4]);
  expect(x.as1D().shape).toEqual([4]);
  expect(x.as2D(1, 4).arraySync()).toEqual([[1, 2, 3, 4]]);
  expect(x.as4D(1, 2, 2, 1).shape).toEqual([1, 2, 2, 1]);
  expect(x.reshapeAs(tf.zeros([4])).shape).toEqual([4]);
  expect(x.concat(x, 1).arraySync()).toEqual([
    [1, 2, 1, 2],
    [3, 4, 3, 4],
  ]);
  expect(x.stack([x, x]).shape).toEqual([3, 2, 2]);
  expect(x.where(x.greater(2), tf.zerosLike(x)).arraySync()).toEqual([
    [0, 0],
    [3, 4],
  ]);
  expect(tf.tensor1d([7]).asScalar().arraySync()).toBe(7);
  expect(() => x.asScalar()).toThrow("only 1 element");
  expect(tf.tensor1d([1.9]).toInt().dtype).toBe("int32");
  expect(tf.tensor1d([1, 0]).toBool().asType("float32").arraySync()).toEqual([1, 0]);
  expect(tf.tensor1d([1, 0], "int32").oneHot(2, 1, 0).arraySync()).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test("a method of a disposed tensor throws", () => {
  const x = tf.tensor1d([1]);
  x.dispose();
  expect(() => x.add(1)).toThrow("disposed");
});

test("what WebAssembly lacks is computed on the cpu: the gradient of a convolution's filter", () => {
  const image = tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]);
  const loss = (filter: Tensor) => image.conv2d(filter as Tensor4D, 1, "valid").sum();
  // Each pixel meets the one weight once, so the slope is the sum of the pixels.
  expect(
    tf
      .grad(loss)(tf.ones([1, 1, 1, 1]))
      .arraySync(),
  ).toEqual([[[[10]]]]);
});

test("complex numbers are multiplied, reshaped and measured", () => {
  const z = tf.complex([1, 3], [3, 4]);
  // (1 + 3i)² = −8 + 6i and (3 + 4i)² = −7 + 24i.
  expect([...tf.mul(z, z).dataSync()]).toEqual([-8, 6, -7, 24]);
  expect([...z.reshape([2, 1]).dataSync()]).toEqual([1, 3, 3, 4]);
  expect(tf.abs(z).dataSync()[1]).toBeCloseTo(5, 6);
});

test("a spectrum goes back to its signal", () => {
  const signal = tf.tensor1d([1, 2, 3, 4]);
  expect([...tf.spectral.rfft(signal).dataSync()]).toEqual([10, 0, -2, 2, -2, 0]);
  expect([...tf.spectral.irfft(tf.spectral.rfft(signal)).dataSync()]).toEqual([1, 2, 3, 4]);
});

test("tidy leaves no memory behind, whichever backend computed", () => {
  const before = tf.memory();
  tf.tidy(() => {
    tf.einsum("ij,jk->ik", tf.ones([2, 3]), tf.ones([3, 2])).add(1);
    tf.abs(tf.complex([1], [2])).sum();
  });
  expect(tf.memory()).toEqual(before);
});

test("a small network learns what no line can divide", async () => {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 4, inputShape: [2], activation: "tanh", kernelInitializer: seeded(1) }),
      tf.layers.dense({ units: 1, activation: "sigmoid", kernelInitializer: seeded(2) }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(0.1), loss: "binaryCrossentropy" });
  const X = tf.tensor2d([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
  const y = [0, 1, 1, 0];
  await model.fit(X, tf.tensor2d(y, [4, 1]), { epochs: 150, shuffle: false, verbose: 0 });
  const predicted = model.predict(X);
  if (Array.isArray(predicted)) throw new TypeError("one output was expected");
  expect([...predicted.round().dataSync()]).toEqual(y);
});

function seeded(seed: number) {
  return tf.initializers.glorotUniform({ seed });
}
