import * as fc from "fast-check";
import { expect, it } from "vitest";

import { html, trusted } from "../../src/page/html.ts";
import { elementsOf, textOf } from "./elements.ts";

it("shows any text as it is, between tags and in an attribute, and lets it be neither a tag nor the end of one", () => {
  const sign = fc.constantFrom("<", ">", '"', "'", "&", "b", "=", "/", " ", "é", "&lt;", "-->", "]]>");
  fc.assert(
    fc.property(fc.array(sign), (signs) => {
      const text = signs.join("");
      const { markup } = html`<p title="${text}">${text}</p>`;
      const [element, ...others] = elementsOf(markup);
      expect(others).toEqual([]);
      expect(textOf(element?.attributes.title ?? "")).toBe(text);
      expect(textOf(markup)).toBe(text);
    }),
  );
});

it("leaves out control characters and marks that turn the reading order round, but no line break", () => {
  expect(html`${"a\u0000b\u001b[31m\u202ec\n\td"}`.markup).toBe("ab[31mc\n\td");
});

it("takes pieces, lists of pieces, numbers, and nothing", () => {
  expect(html`<b>${[html`<i>${1}</i>`, "<", undefined]}</b>${trusted("<br>")}`.markup).toBe(
    "<b><i>1</i>&lt;</b><br>",
  );
});
