const core = require("@tensorflow/tfjs-core");
require("@tensorflow/tfjs-backend-cpu");

require("./chained-ops.cjs").registerChainedOps(core);
require("./wasm-backend.cjs").registerWasmBackend(core);
require("./cpu-fallback.cjs").registerCpuFallback(core);

// Written as one literal with spreads, the form in which Node finds the names of a CommonJS module's exports.
module.exports = {
  ...require("@tensorflow/tfjs-core"),
  ...require("@tensorflow/tfjs-layers"),
  data: require("@tensorflow/tfjs-data"),
};
