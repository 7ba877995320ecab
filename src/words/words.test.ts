import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it, test } from "vitest";
import type { Catalogue } from "./language";
import { MODEL_TEXTS } from "./model.testing";
import { scan } from "./scan.testing";

const root = fileURLToPath(new URL("../", import.meta.url));
const APART = /\.test\.tsx?$|\.testing\.tsx?$|\.testing\/|\/fixtures\/|(^|\/)testing\.ts$/;

/** Files that write markup, styles and selectors, and nothing that a person reads. */
const MARKUP =
  /^(ui\/dialogs\/paper\/(citation|measured)|ui\/embed\/snippet|ui\/experiments\/requestText|ui\/lessons\/(handout\/htmlFile|until)|ui\/tasks\/sudoku\/play\/companionPlacement|viz\/figure\/(boxes|copyPanel|fonts|sheet))\.ts$/;

const files = ["ui", "viz"].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.tsx?$/.test(file) && !APART.test(file)),
);
const said = new Map(files.map((file) => [file, scan(file, readFileSync(root + file, "utf8"))]));
const keys = new Set([...[...said.values()].flatMap((file) => file.keys), ...MODEL_TEXTS]);

const catalogues = readdirSync(`${root}words/catalogues`).map(
  (name) => [name.replace(".json", ""), JSON.parse(readFileSync(`${root}words/catalogues/${name}`, "utf8"))] as const,
) satisfies (readonly [string, Catalogue])[];

test("what a person reads passes through the catalogue", () => {
  const bare = [...said].filter(([file]) => !MARKUP.test(file));
  expect(bare.flatMap(([file, { bare }]) => bare.map(({ text }) => `${file}: ${text}`))).toEqual([]);
});

describe.each(catalogues)("%s", (language, catalogue: Catalogue) => {
  it("has every text", () => {
    expect([...keys].filter((key) => !Object.hasOwn(catalogue, key))).toEqual([]);
  });

  it("has no text that the page does not say", () => {
    expect(Object.keys(catalogue).filter((key) => !keys.has(key))).toEqual([]);
  });

  it("says each with the same values, and with the spaces around it", () => {
    const wrong = Object.entries(catalogue).filter(([key, message]) => {
      const same = places(key).every((place) => places(message).includes(place));
      const edges = (text: string) => [/^\s/.test(text), /\s$/.test(text)].join();
      return (
        message.trim() === "" || !same || places(message).length < places(key).length || edges(key) !== edges(message)
      );
    });
    expect(wrong).toEqual([]);
  });

  it("is made of ICU messages that can be formatted", () => {
    for (const [key, message] of Object.entries(catalogue)) {
      const values = Object.fromEntries(places(key).map((place) => [place, 3]));
      const format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
      expect(String(format.format(values)), key).not.toMatch(/[{}]/);
    }
  });
});

/** The numbers of a text's values. */
function places(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\d+)[},]/g)].map(([, place = ""]) => place))];
}
