import { describe, expect, test } from "vitest";
import { fillTemplate } from "./template";

describe("fillTemplate", () => {
  test("puts constants in front", () => {
    expect(fillTemplate("fn main() {}", { Q: 8 })).toBe("const Q: i32 = 8;\nfn main() {}");
  });

  test("repeats lines, by number or by constant, nested or not", () => {
    const source = ["//# for i in 2", "a$i", "  //# for j in R", "  b$i$j", "  //# end", "//# end", "c"].join("\n");
    expect(fillTemplate(source, { R: 1 }).split("\n").slice(1)).toEqual(["a0", "  b00", "a1", "  b10", "c"]);
  });

  test("refuses what it cannot unroll", () => {
    expect(() => fillTemplate("//# for i in 2\na", {})).toThrow("without an end");
    expect(() => fillTemplate("//# for i in N\na\n//# end", {})).toThrow('"N" times');
  });
});
