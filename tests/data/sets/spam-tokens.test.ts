import { beforeAll, expect, test } from "vitest";

import { openDataset } from "../../../src/data/index.ts";
import {
  cells,
  expectCardToSay,
  expectEachColumnDescribed,
  grouped,
  type RawSet,
  readRawSet,
  root,
  rowsOf,
  sha256,
  tally,
} from "./raw-set.ts";
import { missingIn, sum } from "./statistics.ts";

interface Message {
  readonly id: string;
  readonly group: string;
  readonly batch: string;
  readonly isSpam: boolean;
  readonly counts: ReadonlyMap<string, number>;
}

let mail: RawSet;
let messages: readonly Message[];
beforeAll(async () => {
  mail = await readRawSet("spam-tokens", "data.parquet");
  messages = rowsOf(mail).map(({ message_id: id = "", group = "", batch = "", label, tokens = "" }) => ({
    id,
    group,
    batch,
    isSpam: label === "spam",
    counts: countsOf(tokens),
  }));
});

test("spam-tokens without its column label is the file of the source, value for value", () => {
  const asInSource = mail.text.replaceAll(/^([^,]*,[^,]*),[^,]*/gm, "$1");
  expect(sha256(asInSource)).toBe("0f134e4d2f937359bf6267a2ddae6327c6e4c0d96577c864d39c58e4a79c9a63");
});

test("the label of a message follows from its group", () => {
  expect(messages.filter(({ group, isSpam }) => isSpam !== (group === "spam"))).toEqual([]);
});

test("spam-tokens opens for classification, with a year missing in 87 rows and words in all", async () => {
  const { table, ...dataset } = await openDataset(root, "spam-tokens");
  expect(dataset).toMatchObject({ task: "classification", target: "label", split: "group" });
  expect(table.roles).toMatchObject({
    groups: ["tokens"],
    time: "year",
    leaks: ["group"],
    identifiers: ["message_id"],
  });
  expect(table.nRows).toBe(6046);
  expect(table.featureNames).toEqual([]);
  expect(missingIn(table)).toEqual({ year: 87 });
  expect(table.column("tokens").values.filter((tokens) => tokens === "")).toHaveLength(1);
  await expectEachColumnDescribed("spam-tokens", mail.header);
});

test("every number on the data card of spam-tokens is what the data give", () => {
  const statements = [...sizes(), ...words(), ...giveaways(), ...repeated(), ...shifts()];
  expectCardToSay(mail.card, statements, /Spam of 2002 sold/g);
});

function sizes(): string[] {
  const spam = messages.filter(({ isSpam }) => isSpam);
  const perGroup = ["easy-ham", "hard-ham", "spam"].map((name) => {
    const ofGroup = messages.filter(({ group }) => group === name);
    const inBatch = ["1", "2"].map((number) =>
      grouped(ofGroup.filter(({ batch }) => batch === number).length),
    );
    return `${name} ${name.slice(-4).replace("-", "")} ${inBatch.join(" ")} ${median(ofGroup.map(lengthOf))} `;
  });
  const years = tally(cells(mail, "year"));
  return [
    `${grouped(messages.length)} messages from around 2002: ${grouped(messages.length - spam.length)} that people wanted (ham) and ${grouped(spam.length)} that`,
    "batch 1 batch 2",
    ...perGroup,
    `${messages[0]?.id} to ${messages.at(-1)?.id},`,
    `missing in ${years.get("")} `,
    `\`${cells(mail, "tokens")[0]?.split(" ").slice(0, 6).join(" ")}\`…`,
  ];
}

function words(): string[] {
  const totals = new Map<string, number>();
  const inMessages = new Map<string, number>();
  for (const { counts } of messages) {
    for (const [word, count] of counts) {
      totals.set(word, (totals.get(word) ?? 0) + count);
      inMessages.set(word, (inMessages.get(word) ?? 0) + 1);
    }
  }
  const [[commonest, times] = []] = [...totals].sort(([, a], [, b]) => b - a);
  const greatest = messages.map(({ counts }) => [...counts.values()].reduce((a, b) => Math.max(a, b), 0));
  const withA = messages.filter(({ counts }) => counts.has("à"));
  expect(commonest).toBe("_num_");
  return [
    `There are ${grouped(totals.size)} different words`,
    `(${grouped(times ?? 0)} times)`,
    `fewer than ${Math.min(...inMessages.values())} messages is not here`,
    `The longest has ${grouped(Math.max(...messages.map(lengthOf)))} words; one word comes ${grouped(Math.max(...greatest))} times`,
    `à is in ${withA.length} messages, ${withA.filter(({ isSpam }) => isSpam).length} of them spam`,
  ];
}

function giveaways(): string[] {
  const firstSpam = messages.findIndex(({ isSpam }) => isSpam);
  const yearOf = cells(mail, "year");
  const labelsOf = (year: string) => [...new Set(cells(mail, "label").filter((_, i) => yearOf[i] === year))];
  const ofLists = messages.filter(({ counts }) => ["exmh", "razor", "rpm"].some((word) => counts.has(word)));
  expect(messages.slice(firstSpam).every(({ isSpam }) => isSpam)).toBe(true);
  expect([labelsOf(""), labelsOf("2028")]).toEqual([["spam"], ["ham"]]);
  for (const year of ["1980", "1993", "2020"]) expect(labelsOf(year)).toEqual(["spam"]);
  expect(yearOf.filter((year) => year === "2028")).toHaveLength(1);
  return [
    `Rows 1 to ${grouped(firstSpam)} are ham`,
    `All ${yearOf.filter((year) => year === "").length} messages without a year are spam`,
    "1980, 1993 and 2020 are in it. The one message from 2028 is ham",
    `of ${ofLists.length} messages with one of them, ${ofLists.filter(({ isSpam }) => isSpam).length} is spam`,
  ];
}

function repeated(): string[] {
  const texts = cells(mail, "tokens");
  const first = new Map<string, Message>();
  const again = messages.filter((message, i) => {
    const earlier = first.get(texts[i] ?? "");
    if (!earlier) first.set(texts[i] ?? "", message);
    else expect(earlier.group).toBe(message.group);
    return earlier !== undefined;
  });
  const of = (name: string) => again.filter(({ group }) => group === name).length;
  const wordless = messages.filter(({ counts }) => counts.size === 0);
  expect(wordless).toHaveLength(1);
  return [
    `${again.length} rows have the same tokens as an earlier one (${of("spam")} spam, ${of("easy-ham")} easy-ham, ${of("hard-ham")} hard-ham)`,
    `In ${wordless[0]?.id} nothing was left`,
  ];
}

/** How naive Bayes fares where it has not been. */
function shifts(): string[] {
  const isSpam = naiveBayes(messages.filter(({ group, batch }) => batch === "1" && group !== "hard-ham"));
  const right = (name: string, number: string) => {
    const there = messages.filter(({ group, batch }) => group === name && batch === number);
    const correct = there.filter((message) => isSpam(message) === message.isSpam);
    return { correct: grouped(correct.length), of: grouped(there.length) };
  };
  const [easy, spam, hard] = [right("easy-ham", "2"), right("spam", "2"), right("hard-ham", "1")];
  return [
    `right for ${easy.correct} of the ${easy.of} later easy-ham, for ${spam.correct} of the ${spam.of} later spam, and for ${hard.correct} of the ${hard.of} hard-ham`,
  ];
}

/** Multinomial, with one added to each count, as scikit-learn's MultinomialNB has it; it finds the same numbers. */
function naiveBayes(training: readonly Message[]): (message: Message) => boolean {
  const vocabulary = new Set(messages.flatMap(({ counts }) => [...counts.keys()]));
  const [spam, ham] = [true, false].map((label) => {
    const ofLabel = training.filter(({ isSpam }) => isSpam === label);
    const totals = new Map<string, number>();
    for (const { counts } of ofLabel) {
      for (const [word, count] of counts) totals.set(word, (totals.get(word) ?? 0) + count);
    }
    const all = sum([...totals.values()]) + vocabulary.size;
    return ({ counts }: Message) =>
      Math.log(ofLabel.length) +
      sum([...counts].map(([word, count]) => count * Math.log(((totals.get(word) ?? 0) + 1) / all)));
  });
  return (message) => (spam?.(message) ?? 0) > (ham?.(message) ?? 0);
}

function countsOf(tokens: string): Map<string, number> {
  const pairs = tokens === "" ? [] : tokens.split(" ");
  return new Map(pairs.map((pair) => [pair.replace(/:\d+$/, ""), Number(/\d+$/.exec(pair)?.[0])]));
}

function lengthOf({ counts }: Message): number {
  return sum([...counts.values()]);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [below = 0, above = 0] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return (below + above) / 2;
}
