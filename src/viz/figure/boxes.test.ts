import { describe, expect, it } from "vitest";
import { polygonPoints } from "./boxes";

describe("polygonPoints", () => {
  const at = { left: 10, top: 20, width: 12, height: 8 };

  it("places shares and pixels in the box", () => {
    expect(polygonPoints("polygon(0px 0px, 100% 0px, 100% 50%)", at)).toBe("10,20 22,20 22,24");
  });

  it("leaves every other clip path alone", () => {
    expect(polygonPoints("none", at)).toBeNull();
    expect(polygonPoints("inset(4px)", at)).toBeNull();
  });
});
