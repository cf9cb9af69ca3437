const { existsSync, readdirSync } = require("node:fs");
const path = require("node:path");
const util = require("node:util");

/**
 * The native package, or null where it is not installed, has no binary or does not load.
 *
 * @param {string} name the package, as `require` finds it
 * @returns {object | null}
 */
function loadNative(name) {
  // tfjs-node 4.22 calls this function in every operation; Node 23 removed it.
  if (!("isNullOrUndefined" in util)) return null;
  try {
    // Loading the package takes half a second even when it then fails: look for its binary first.
    return hasBinary(path.dirname(require.resolve(`${name}/package.json`))) ? require(name) : null;
  } catch {
    return null;
  }
}

/** @param {string} folder the package's own */
function hasBinary(folder) {
  // One folder for each version of Node's binary interface: lib/napi-v8.
  const lib = path.join(folder, "lib");
  return readdirSync(lib).some((version) => existsSync(path.join(lib, version, "tfjs_binding.node")));
}

module.exports = { loadNative };
