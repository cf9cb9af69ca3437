import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { Argument, Command } from "commander";

import { writeWhole } from "../course/write-whole.ts";
import { type CardPicture, picturesFolder, withPictures } from "../data/card-pictures.ts";
import { listDatasets } from "../data/index.ts";
import type { DrawSvg } from "../page/figure-files.ts";
import { drawCardPictures, pictureNames } from "./card-pictures.ts";
import type { Context } from "./context.ts";
import { profileDataset } from "./profiled-dataset.ts";
import { loadDrawSvg } from "./svg-drawing.ts";
import { withTemporaryFolder } from "./temporary-folder.ts";

/** `npm run dataset draw oaks`: the pictures on its card. */
export function defineDraw(context: Context): Command {
  return new Command("draw")
    .description("draw the pictures on a data set’s card, or on all cards, from the data as they are now")
    .addArgument(new Argument("[name]", "the data set; all of them without a name"))
    .addHelpText(
      "after",
      `\nWrites ${pictureNames.join(", ")} into datasets/NAME/${picturesFolder}, those that say something,\n` +
        "and shows them in README.md, in a section “In pictures”. What else stands there stays.\n" +
        "\nExamples:\n  npm run dataset draw oaks\n  npm run dataset draw",
    )
    .action((name: string | undefined) => draw(context, name));
}

async function draw(context: Context, name: string | undefined): Promise<void> {
  const names = name === undefined ? await listDatasets(context.root) : [name];
  const drawSvg = await loadDrawSvg(context.root);
  for (const each of names) {
    const files = await drawOne(context, each, drawSvg);
    const what = files.length === 0 ? "nothing that a picture would show" : files.join(", ");
    context.print(`datasets/${each}/${picturesFolder}: ${what}`);
  }
}

async function drawOne(context: Context, name: string, drawSvg: DrawSvg): Promise<string[]> {
  const { table, about } = await withTemporaryFolder((folder) => profileDataset(context, name, folder));
  const pictures = await drawCardPictures(table, drawSvg);
  const folder = join(context.root, "datasets", name);
  writePictures(join(folder, picturesFolder), pictures);
  const card = join(folder, "README.md");
  const before = existsSync(card) ? readFileSync(card, "utf8") : `# ${about.title}\n`;
  const after = withPictures(before, pictures, pictureNames);
  if (after !== before) writeWhole(card, after);
  return pictures.map(({ file }) => file);
}

/** Other files in the folder are somebody's own. */
function writePictures(folder: string, pictures: readonly CardPicture[]): void {
  if (pictures.length > 0) mkdirSync(folder, { recursive: true });
  for (const { file, svg } of pictures) writeWhole(join(folder, file), svg);
  const drawn = new Set(pictures.map(({ file }) => file));
  for (const name of pictureNames) if (!drawn.has(name)) rmSync(join(folder, name), { force: true });
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
