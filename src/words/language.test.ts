import { expect, it } from "vitest";
import { directionOf, known, LANGUAGES, language, nameOf, SOURCE, TRANSLATED } from "./language";

it("knows a language with or without its region", () => {
  expect(known("de-AT", ["en", "de"])).toBe("de");
  expect(known("DE", ["en", "de"])).toBe("de");
  expect(known("pt-BR", ["en", "pt-BR", "pt"])).toBe("pt-BR");
  expect(known("fr", ["en", "de"])).toBeUndefined();
  expect(known("", ["en", "de"])).toBeUndefined();
});

it("offers English first, and is English where there is no page", () => {
  expect(LANGUAGES[0]).toBe(SOURCE);
  expect(language).toBe(SOURCE);
});

it("names every language in itself, and knows which are written from right to left", () => {
  expect(TRANSLATED.map(nameOf)).toContain("Deutsch");
  expect(["ar-EG", "he", "de"].map(directionOf)).toEqual(["rtl", "rtl", "ltr"]);
});
