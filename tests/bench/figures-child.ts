import { drawFigure } from "../../src/figures/index.ts";
import { drawSvg } from "../../src/figures/svg/draw-svg.ts";
import { builders } from "../figures/builder-cases.ts";
import { median } from "./quantiles.ts";

// Times each builder's figure of as many numbers as its argument says, a line of JSON for each.

const runs = 15;
/** Vega takes so long that few runs must do. */
const svgRuns = 3;

const values = Array.from({ length: Number(process.argv[2]) }, (_, i) => Math.sin(i * 1.7) * (i % 97));

for (const [name, make] of Object.entries(builders)) {
  const figure = make(values, "value");
  const build = await timeOf(() => make(values, "value"), runs);
  const text = await timeOf(() => drawFigure(figure, { width: 100, colour: true }), runs);
  const svg = await timeOf(() => drawSvg(figure), svgRuns);
  console.log(JSON.stringify({ name, build, text, svg }));
}

/** With runs beforehand, enough for V8 to compile what is worth it. */
async function timeOf(draw: () => unknown, times: number): Promise<number> {
  for (let run = 0; run < Math.ceil(times / 3); run++) await draw();
  const taken: number[] = [];
  for (let run = 0; run < times; run++) {
    const start = performance.now();
    await draw();
    taken.push(performance.now() - start);
  }
  return median(taken);
}
