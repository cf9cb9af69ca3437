/**
 * @typedef {typeof import("@tensorflow/tfjs-core")} Core
 * @typedef {import("@tensorflow/tfjs-core").KernelFunc} KernelFunc
 * @typedef {import("@tensorflow/tfjs-core").TensorInfo} TensorInfo
 */

/**
 * Lets the cpu backend compute what the WebAssembly backend cannot: the kernels it lacks (the gradient of a
 * convolution's filter is one), and all on complex numbers, whose memory it misreads.
 *
 * @param {Core} core
 */
function registerCpuFallback(core) {
  for (const cpu of core.getKernelsForBackend("cpu")) {
    const wasm = core.getKernel(cpu.kernelName, "wasm");
    if (wasm) core.unregisterKernel(cpu.kernelName, "wasm");
    core.registerKernel({
      ...(wasm ?? { kernelName: cpu.kernelName }),
      backendName: "wasm",
      kernelFunc: (call) =>
        wasm && !hasComplex(call.inputs) ? wasm.kernelFunc(call) : runOnCpu(core, cpu.kernelFunc, call),
    });
  }
}

/** @param {import("@tensorflow/tfjs-core").NamedTensorInfoMap} inputs */
function hasComplex(inputs) {
  return Object.values(inputs).some((input) => input?.dtype === "complex64");
}

/**
 * The engine moves the inputs' data to the backend that asks for it; only the outputs must be told where they are.
 *
 * @param {Core} core @param {KernelFunc} kernel @param {Parameters<KernelFunc>[0]} call
 */
function runOnCpu(core, kernel, call) {
  const backend = cpuBackend(core);
  const outputs = kernel({ ...call, backend });
  /** @param {TensorInfo} info */
  const asTensor = (info) =>
    info instanceof core.Tensor ? info : core.engine().makeTensorFromTensorInfo(info, backend);
  return Array.isArray(outputs) ? outputs.map(asTensor) : asTensor(outputs);
}

/** @param {Core} core */
function cpuBackend(core) {
  /** @type {any} */
  const backend = core.findBackend("cpu");
  // Else its first use prints an advertisement for the package that this one stands in for.
  backend.firstUse = false;
  return backend;
}

module.exports = { registerCpuFallback };
