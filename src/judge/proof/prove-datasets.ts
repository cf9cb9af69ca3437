import type { Lesson } from "../../course/course.ts";
import { didYouMean } from "../../data/did-you-mean.ts";
import { listDatasets, openDataset, reasonNotToFit } from "../../data/index.ts";
import type { ProofFault } from "./fault.ts";

/** Each data set that the front matter names must be there, and fill the roles that the lesson asks for. */
export async function proveDatasets(
  root: string,
  { data }: Pick<Lesson, "data">,
  file: string,
): Promise<ProofFault[]> {
  const known = await listDatasets(root);
  const faults: ProofFault[] = [];
  for (const name of new Set([data.default, ...data.also])) {
    if (!known.includes(name)) {
      const near = didYouMean(name, known) || "`npm run dataset list` shows what is there.";
      faults.push({ where: file, what: `Its data set ${name} is not in datasets/.`, hint: near });
      continue;
    }
    const reason = reasonNotToFit(await openDataset(root, name), data.needs);
    if (reason === null) continue;
    const hint = `Ask less of it in \`needs\`, or name another one: \`npm run dataset fit ${name}\` tells where it can serve.`;
    faults.push({ where: file, what: `${reason}.`, hint });
  }
  return faults;
}
