export { agreesWith } from "./agrees-with.ts";
export { differenceOf } from "./difference.ts";
export { expectEach, expectEqual, expectThat } from "./expect.ts";
export { CheckFailure } from "./failure.ts";
export { given } from "./given.ts";
export { type Bench, check, checks } from "./lesson-checks.ts";
export { property } from "./property.ts";
export { showPlain } from "./show-plain.ts";
