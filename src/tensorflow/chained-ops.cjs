/** The operations that are also methods of a tensor, with the tensor as their first argument. */
const METHODS = `
  abs acos acosh add all any argMax argMin asin asinh atan atan2 atanh avgPool batchToSpaceND batchNorm
  broadcastTo cast ceil clipByValue conv1d conv2d conv2dTranspose cos cosh cumprod cumsum depthToSpace
  depthwiseConv2d dilation2d div divNoNan dot elu equal erf euclideanNorm exp expandDims expm1 fft floor floorDiv
  gather greater greaterEqual ifft irfft isFinite isInf isNaN leakyRelu less lessEqual localResponseNormalization
  log log1p logSigmoid logSoftmax logSumExp logicalAnd logicalNot logicalOr logicalXor matMul max maxPool maximum
  mean min minimum mirrorPad mod mul neg norm notEqual oneHot onesLike pad pool pow prelu prod reciprocal relu
  relu6 reshape resizeBilinear resizeNearestNeighbor reverse rfft round rsqrt selu separableConv2d sigmoid sign
  sin sinh slice softmax softplus spaceToBatchND split sqrt square squaredDifference squeeze step stridedSlice sub
  sum tan tanh tile topk transpose unique unsortedSegmentSum unstack zerosLike`;

/**
 * Gives tensors their methods (`x.add(y)` for `add(x, y)`), which danfojs calls. TensorFlow.js has a file for it
 * (`dist/public/chained_ops/register_all_chained_ops.js`), but one that only a bundler can load.
 *
 * @param {typeof import("@tensorflow/tfjs-core")} core
 */
function registerChainedOps(core) {
  /** @type {any} */
  const ops = { ...core, ...core.spectral };
  /** @type {any} */
  const prototype = core.Tensor.prototype;
  const methods = otherMethods(ops);
  for (const name of METHODS.trim().split(/\s+/)) {
    methods[name] = (tensor, ...rest) => ops[name](tensor, ...rest);
  }
  for (const [name, run] of Object.entries(methods)) {
    prototype[name] = function (/** @type {any[]} */ ...rest) {
      this.throwIfDisposed();
      return run(this, ...rest);
    };
  }
}

/**
 * @param {any} ops
 * @returns {Record<string, (tensor: any, ...rest: any[]) => unknown>}
 */
function otherMethods({ Tensor, cast, concat, reshape, stack, util, where }) {
  /** @param {any} tensor */
  const flatten = (tensor) => reshape(tensor, [tensor.size]);
  /** @param {any} tensor @param {number[]} shape */
  const toShape = (tensor, ...shape) => reshape(tensor, shape);
  /** @param {any} tensors */
  const asList = (tensors) => (tensors instanceof Tensor ? [tensors] : tensors);
  return {
    as1D: flatten,
    as2D: toShape,
    as3D: toShape,
    as4D: toShape,
    as5D: toShape,
    asScalar(tensor) {
      util.assert(tensor.size === 1, () => "The array must have only 1 element.");
      return reshape(tensor, []);
    },
    asType: cast,
    concat: (tensor, others, axis) => concat([tensor, ...asList(others)], axis),
    flatten,
    reshapeAs: (tensor, other) => reshape(tensor, other.shape),
    stack: (tensor, others, axis) => stack([tensor, ...asList(others)], axis),
    toBool: (tensor) => cast(tensor, "bool"),
    toFloat: (tensor) => cast(tensor, "float32"),
    toInt: (tensor) => cast(tensor, "int32"),
    where: (tensor, condition, other) => where(condition, tensor, other),
  };
}

module.exports = { registerChainedOps };
