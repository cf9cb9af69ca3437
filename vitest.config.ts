import { defineConfig } from "vitest/config";

// In CI the report is also written as JSON, for .ci/run to count from.
const reporters = process.env.CI
  ? ["default", ...(process.env.GITHUB_ACTIONS ? ["github-actions"] : []), "json"]
  : ["default"];

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 60_000,
    pool: "forks",
    // vitest leaves one processor for itself; of two that is half, and most tests wait for commands that they start.
    maxWorkers: "100%",
    reporters,
    outputFile: { json: ".groundwork/tests.json" },
  },
});
