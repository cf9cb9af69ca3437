import { Command } from "commander";

import type { Context } from "./context.ts";
import { defineAdd } from "./dataset-add.ts";
import { defineCheck } from "./dataset-check.ts";
import { defineDraw } from "./dataset-draw.ts";
import { defineFit } from "./dataset-fit.ts";
import { defineList } from "./dataset-list.ts";
import { defineRemove } from "./dataset-remove.ts";
import { defineShow } from "./dataset-show.ts";

/** `npm run dataset …`: the data sets that lessons run on. */
export function define(context: Context): Command {
  return new Command("dataset")
    .description("list, look at, check, add, draw and remove data sets")
    .addHelpText(
      "after",
      "\nExamples:\n  npm run dataset list\n  npm run dataset show wine\n" +
        '  npm run dataset add oaks.csv -- --name oaks --target kind --licence CC0-1.0 --source "Our own walks"\n' +
        "  npm run lesson 6 -- --dataset oaks",
    )
    .addCommand(defineList(context))
    .addCommand(defineShow(context))
    .addCommand(defineFit(context))
    .addCommand(defineCheck(context))
    .addCommand(defineAdd(context))
    .addCommand(defineDraw(context))
    .addCommand(defineRemove(context));
}
