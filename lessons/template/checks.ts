import { agreesWith, checks, expectThat, given, property } from "groundwork/checks";

// TODO: what must hold for any right program; ten points in all, more to what takes more thought.
export default checks<typeof import("./solution.ts")>((bench) => {
  const { answer } = bench;
  const numbers = given.numbers();
  return [
    agreesWith(bench, "meanOf", {
      id: "meanOf",
      statement: "meanOf gives the mean",
      points: 6,
      given: [numbers],
      examples: [[[1, 2, 6]], [[5]]],
      within: 1e-9,
    }),
    property(
      "numbers that are larger by one have a mean that is larger by one",
      { id: "moves", points: 4, given: [numbers] },
      async (values) => {
        const [before, after] = [
          await answer.meanOf(values),
          await answer.meanOf(values.map((value) => value + 1)),
        ];
        expectThat(Math.abs(after - before - 1) < 1e-6, `the mean was ${before} and is now ${after}`);
      },
    ),
  ];
});
