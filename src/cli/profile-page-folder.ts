import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";

import type { Figure } from "../figures/index.ts";
import { figureFiles } from "../page/figure-files.ts";
import { pageStyle, type ShownFigure } from "../page/lesson-page.ts";
import { type ProfilePage, type ProfileSection, profilePage } from "../page/profile-page.ts";
import type { Context } from "./context.ts";
import { openPage } from "./open-page.ts";
import { requirePageFolder, writePageFolder } from "./page-folder.ts";
import { filesOfResult } from "./page-results.ts";
import { profileSections } from "./profile-sections.ts";
import type { ProfiledDataset } from "./profiled-dataset.ts";
import { startProgress } from "./progress-line.ts";
import { loadDrawSvg } from "./svg-drawing.ts";
import { withTemporaryFolder } from "./temporary-folder.ts";
import { printable } from "./terminal/printable.ts";

/** What is asked for of a page. */
export interface PageWish {
  /** Where to; a folder of the course's own unless given. */
  readonly figures?: string;
  readonly open?: true;
  readonly columns?: readonly string[];
}

/**
 * Writes a profile as a page, with its figures as SVG beside it, and says where it is.
 *
 * @param name the data set, or a file's path
 * @param profiled profiles the table, with a folder for what does not fit into memory
 * @throws Problem "usage" when something else is in the folder
 */
export async function writeProfilePage(
  context: Context,
  name: string,
  profiled: (temporaryFolder: string) => Promise<ProfiledDataset>,
  { figures: wanted, open, columns }: PageWish,
): Promise<void> {
  const folder =
    wanted === undefined
      ? join(context.root, ".groundwork", "pages", `dataset-${basename(name)}`)
      : resolve(wanted);
  // Before the work, not after it.
  requirePageFolder(folder);
  const { table, about } = await withTemporaryFolder(profiled);
  const page = await drawPage(profileSections(table, columns ? { ...about, columns } : about), context);
  const figures = [...page.sections, ...page.columns].flatMap((section) => section.figures);
  writePageFolder(folder, [
    { path: "index.html", content: profilePage(page) },
    { path: pageStyle, content: readFileSync(join(context.root, "src/page/page.css")) },
    ...figures.flatMap(filesOfResult),
  ]);
  const file = join(folder, "index.html");
  context.print(printable(`The profile of ${about.name} is written as a page:\n  ${file}`));
  if (open) await openPage(file, context);
}

/** Draws all pictures, in files that sort as the page goes: 02-heatmap.svg. */
async function drawPage(page: ProfilePage<Figure>, context: Context): Promise<ProfilePage> {
  const total = [...page.sections, ...page.columns].flatMap(({ figures }) => figures).length;
  const progress = startProgress(context);
  let number = 0;
  try {
    progress.say("loading what draws the figures");
    const drawSvg = await loadDrawSvg(context.root);
    const drawSection = async (section: ProfileSection<Figure>): Promise<ProfileSection> => {
      const figures: ShownFigure[] = [];
      for (const figure of section.figures) {
        number += 1;
        progress.say(`figure ${number} of ${total}`);
        const name = `figures/${String(number).padStart(2, "0")}-${figure.kind}`;
        figures.push({ figure, files: await figureFiles(figure, name, drawSvg) });
      }
      return { ...section, figures };
    };
    const drawn: ProfileSection[] = [];
    for (const section of [...page.sections, ...page.columns]) drawn.push(await drawSection(section));
    const sections = drawn.slice(0, page.sections.length);
    return { ...page, sections, columns: drawn.slice(page.sections.length) };
  } finally {
    progress.end();
  }
}
