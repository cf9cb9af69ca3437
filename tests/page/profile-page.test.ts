import { expect, it } from "vitest";

import { bars } from "../../src/figures/index.ts";
import { type ProfilePage, profilePage } from "../../src/page/profile-page.ts";
import { elementsOf, textOf } from "./elements.ts";

const evil = `"><script>alert(1)</script><img src=x onerror='alert(1)'>`;

function pageWith(more: Partial<ProfilePage> = {}): string {
  return profilePage({
    ...{ title: "Oaks", about: ["60 rows of 4 columns"], sections: [], columns: [] },
    aboutColumns: ["Bars count rows."],
    ...more,
  });
}

it("has a heading for each part of it, columns below the whole", () => {
  const section = (title: string) => ({ title, words: [], figures: [] });
  const page = pageWith({ sections: [section("Gaps")], columns: [section("height"), section("girth")] });
  const headings = elementsOf(page).filter(({ tag }) => /^h\d$/.test(tag));
  expect(headings.map(({ tag }) => tag)).toEqual(["h1", "h2", "h2", "h3", "h3"]);
  expect(page).toContain('<p class="about">60 rows of 4 columns</p>');
});

it("sets a sentence, and what belongs to it as a list", () => {
  const page = pageWith({ sections: [{ title: "Time", words: ["Later:", "more", "larger"], figures: [] }] });
  expect(page).toContain("<p>Later:</p>\n<ul>\n<li>more</li>\n<li>larger</li>\n</ul>");
  expect(elementsOf(pageWith()).filter(({ tag }) => tag === "ul")).toEqual([]);
});

it("shows a figure by its files, and says it to those who don't see it", () => {
  const figure = bars({ red: 3 }, { title: "Three red oaks", xTitle: "rows" });
  const file = (path: string) => ({ path, content: "<svg/>" });
  const files = {
    light: file("a.svg"),
    dark: file("b.svg"),
    lightNarrow: file("c.svg"),
    darkNarrow: file("d.svg"),
  };
  const page = pageWith({ columns: [{ title: "kind", words: [], figures: [{ figure, files }] }] });
  expect(
    elementsOf(page)
      .filter(({ tag }) => tag === "img")
      .map(({ attributes }) => attributes),
  ).toEqual([
    { src: "a.svg", alt: "Three red oaks · Only one value: 3." },
    { src: "b.svg", alt: "Three red oaks · Only one value: 3." },
  ]);
});

it("takes what comes from the data for text", () => {
  const section = { title: evil, words: [evil, evil], figures: [] };
  const page = pageWith({
    title: evil,
    about: [evil],
    sections: [section],
    columns: [section],
    aboutColumns: [evil],
  });
  expect(elementsOf(page).filter(({ tag }) => tag === "script" || tag === "img")).toEqual([]);
  expect(textOf(page)).toContain("alert(1)");
});
