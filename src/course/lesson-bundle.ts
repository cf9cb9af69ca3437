import type { Plugin } from "esbuild";

/**
 * An esbuild plugin for a lesson's own code: our library and the packages named come in, all others stay where they
 * are installed.
 *
 * @example build({ plugins: [ownPackagesOnly(["fast-check"])] })
 */
export function ownPackagesOnly(bundled: readonly string[] = []): Plugin {
  return {
    name: "own-packages-only",
    setup({ onResolve }) {
      onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === "entry-point" || path.startsWith("groundwork/") || bundled.includes(path))
          return undefined;
        return /^[A-Za-z]:[\\/]/.test(path) ? undefined : { path, external: true };
      });
    },
  };
}
