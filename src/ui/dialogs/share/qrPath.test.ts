import { describe, expect, it } from "vitest";
import { qrPath } from "./qrPath";

describe("a QR code", () => {
  it("has its three finder patterns inside a white border, in whole modules", () => {
    const code = qrPath("https://settle.example/#v=1&k=44");
    if (!code) throw new Error("A short link has a code.");
    const dark = new Set(code.path.match(/M\d+ \d+/g));
    const last = code.size - 1 - 4;
    for (const [x, y] of [
      [4, 4],
      [last, 4],
      [4, last],
    ] as const)
      expect(dark.has(`M${x} ${y}`)).toBe(true);
    // The rim of a finder is 7 modules square; the fourth corner has none.
    const rim = (left: number, top: number) =>
      Array.from({ length: 7 }, (_, i) => [
        [i, 0],
        [i, 6],
        [0, i],
        [6, i],
      ])
        .flat()
        .every(([x = 0, y = 0]) => dark.has(`M${left + x} ${top + y}`));
    expect([rim(4, 4), rim(last - 6, 4), rim(4, last - 6), rim(last - 6, last - 6)]).toEqual([true, true, true, false]);
    for (const module of dark) {
      const [x, y] = module.slice(1).split(" ").map(Number);
      expect(Math.min(x ?? 0, y ?? 0)).toBeGreaterThanOrEqual(4);
      expect(Math.max(x ?? 0, y ?? 0)).toBeLessThanOrEqual(last);
    }
  });

  it("is none where the text is too long", () => {
    expect(qrPath("a".repeat(2900))).not.toBeNull();
    expect(qrPath("a".repeat(3000))).toBeNull();
  });
});
