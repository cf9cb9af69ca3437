import { agreesWith, checks, given } from "groundwork/checks";
import type { Stage } from "groundwork/data";

export default checks<typeof import("./solution.ts"), Stage>((bench) => {
  const numbers = given.fc.array(given.fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 6 });
  const column = bench.stage.table.matrix().map(([first = 0]) => first);
  return [
    agreesWith(bench, "meanOf", {
      id: "mean",
      statement: "meanOf adds up and divides",
      points: 2,
      given: [numbers],
      onData: [[column]],
      within: 1e-9,
    }),
    agreesWith(bench, "rangeOf", {
      id: "range",
      statement: "rangeOf subtracts the smallest from the largest",
      points: 1,
      given: [numbers],
      onData: [[column]],
    }),
  ];
});
