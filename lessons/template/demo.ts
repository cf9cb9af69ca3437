import type { Stage } from "groundwork/data";
import * as figure from "groundwork/figures";

// TODO: a step for each ::step of the text; it returns what there is to see, a figure or a sentence.
/** How the numbers of the first column are spread. */
export function firstLook(stage: Stage) {
  const { name, values } = firstColumn(stage);
  return figure.histogram(values, {
    title: `How ${name} is spread`,
    xTitle: name,
  });
}

// TODO: a fact for each number that the text names, so that the text is right on other data too.
export function facts(stage: Stage) {
  const { name, values } = firstColumn(stage);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const mean =
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    column: name,
    least,
    most,
    nearerTo: mean - least < most - mean ? 1 : 2,
  };
}

function firstColumn({ table }: Stage) {
  const [name] = table.featureNames;
  return {
    name,
    values: table.withoutMissing([name]).matrix([name]).flat(),
  };
}
