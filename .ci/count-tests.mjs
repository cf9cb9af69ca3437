// Prints how the tests went, from vitest's JSON report; fails where there is no report, no test, or a failure.
import { existsSync, readFileSync } from "node:fs";

const [, , file = ""] = process.argv;
if (!existsSync(file)) {
  console.error("The tests did not run to their end: there is no report to count from.");
  process.exit(1);
}
const { success, numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
  readFileSync(file, "utf8"),
);
// A file that could not be loaded has no tests to count.
const broken = testResults.filter(
  ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
);
const failed = numFailedTests + broken.length;
console.log(`${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`);
process.exitCode = success && failed === 0 && numPassedTests > 0 ? 0 : 1;
