import { expect, it } from "vitest";
import { englishFor } from "./oneLanguage";

it("puts English in the place of other languages' words, and leaves all else alone", () => {
  expect(englishFor("../intl/menu/ar-AE.mjs")).toBe("../intl/menu/en-US.mjs");
  expect(englishFor("../../intl/overlays/zh-TW.js")).toBe("../../intl/overlays/en-US.js");
  expect(englishFor("./intl/zh-TW.mjs")).toBe("./intl/en-US.mjs");
  for (const other of ["../intl/menu/en-US.mjs", "./useMenu.mjs", "react-aria/private/ar-AE.mjs", "./zh-TW-words.mjs"])
    expect(englishFor(other)).toBeNull();
});
