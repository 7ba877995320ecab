import { expect, it } from "vitest";
import { describeAdapter, isSoftware } from "./adapter";

it.each([
  [{ vendor: "google", architecture: "swiftshader", description: "" }, "Google SwiftShader"],
  [{ vendor: "nvidia", architecture: "ampere", description: "" }, "NVIDIA Ampere"],
  [{ vendor: "intel", architecture: "gen-12lp", description: "" }, "Intel Gen 12lp"],
  [{ vendor: "apple", architecture: "metal-3", description: "" }, "Apple Metal 3"],
  [{ vendor: "", architecture: "", description: "Some GPU" }, "Some GPU"],
  [{ vendor: "", architecture: "", description: "" }, "a graphics adapter that does not give its name"],
  [{}, "a graphics adapter that does not give its name"],
  [undefined, "a graphics adapter that does not give its name"],
])("says %o in words", (info, words) => {
  expect(describeAdapter(info)).toBe(words);
});

it("knows an adapter that is the CPU in disguise", () => {
  const adapter = { vendor: "", architecture: "", description: "" };
  expect(isSoftware({ ...adapter, vendor: "google", architecture: "swiftshader" })).toBe(true);
  expect(isSoftware({ ...adapter, description: "Microsoft Basic Render Driver" })).toBe(true);
  expect(isSoftware({ ...adapter, vendor: "nvidia", architecture: "ampere" })).toBe(false);
  expect(isSoftware(undefined)).toBe(false);
});
