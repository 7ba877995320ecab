import { expect, it } from "vitest";
import { translation } from "./catalogue";

const german = translation("de", {
  "Step {0}": "Schritt {0}",
  "{0} starts": "{0, plural, one {# Start} other {# Starts}}",
  "See {0} for {1}.": "Für {1} siehe {0}.",
  "The {0} at {1} could not be fetched. Try again.": "{0} unter {1} konnte nicht geholt werden.",
  "model card": "Modellkarte",
});

it("says a text with its values, numbers as the language writes them", () => {
  expect(german("Step {0}", [3])?.join("")).toBe("Schritt 3");
  expect(german("Step {0}", [0.5])?.join("")).toBe("Schritt 0,5");
  expect(german("Step {0}", ["C"])?.join("")).toBe("Schritt C");
});

it("has plural forms", () => {
  expect(german("{0} starts", [1])?.join("")).toBe("1 Start");
  expect(german("{0} starts", [12])?.join("")).toBe("12 Starts");
});

it("puts elements where the language wants them", () => {
  const link = { type: "a" };
  expect(german("See {0} for {1}.", [link, "mehr"])).toEqual(["Für mehr siehe ", link, "."]);
});

it("knows the model's sentences by what stands between their values", () => {
  const said = german("The model card at /weights/a.json could not be fetched. Try again.", null);
  expect(said?.join("")).toBe("Modellkarte unter /weights/a.json konnte nicht geholt werden.");
});

it("has nothing for what it does not know", () => {
  expect(german("toString", [])).toBeNull();
  expect(german("Never said.", null)).toBeNull();
});
