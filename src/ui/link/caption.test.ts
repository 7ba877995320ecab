import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CAPTION_LIMITS, charactersLeft, readText, tidyText, writeText } from "./caption";

describe("a sender's text", () => {
  it("comes back from a link as it was tidied, whatever it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const tidy = tidyText(text, CAPTION_LIMITS.sentence);
        const written = writeText(tidy);
        expect(written).toMatch(/^[\w-]*$/);
        expect(readText(written, CAPTION_LIMITS.sentence)).toBe(tidy || null);
        expect(tidyText(tidy, CAPTION_LIMITS.sentence)).toBe(tidy);
      }),
    );
  });

  it("keeps letters of all scripts, and nothing that is not seen or turns the text around it", () => {
    expect(tidyText("  Zwei\tLösungen:\n数独 👩‍🔬 ", 80)).toBe("Zwei Lösungen: 数独 👩‍🔬");
    expect(tidyText("a\u202eb\u2066c\u0000d\ufeff", 80)).toBe("a b c d");
    expect(tidyText(`a${"\u0301".repeat(50)}`, 80)).toBe("a\u0301\u0301\u0301");
    expect(tidyText("<b>&amp;</b>", 80)).toBe("<b>&amp;</b>");
  });

  it("is cut at the limit by whole characters", () => {
    expect(tidyText("😀".repeat(90), 80)).toBe("😀".repeat(80));
    expect(charactersLeft("😀😀", 80)).toBe(78);
    expect(charactersLeft("a".repeat(90), 80)).toBe(-10);
  });

  it("is refused where it is longer than a page of ours makes it, or is no text", () => {
    expect(readText(writeText("a".repeat(81)), 80)).toBeNull();
    for (const written of ["_", "_w", "-_-_", "gA"]) expect(readText(written, 80)).toBeNull();
  });
});
