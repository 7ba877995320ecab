import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pageTags } from "../build/pageTags";

const json = (path: string) => JSON.parse(readFileSync(new URL(`../../public/${path}`, import.meta.url), "utf8"));

describe("the picture beside a link", () => {
  it("is of the weights that the page opens with (else: npm run picture)", () => {
    const { model, sha256 } = json("picture.json");
    expect(model).toBe(json("weights/index.json").default.elsewhere);
    expect(sha256).toBe(json(`weights/${model}.json`).weights.sha256);
  });

  it("is a PNG of 1200 x 630", () => {
    const png = readFileSync(new URL("../../public/picture.png", import.meta.url));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(400_000);
  });

  it("is named by an absolute address where the page's own is known", () => {
    const contentOf = (address: string | undefined, name: string) =>
      pageTags(address).find(({ attrs }) => attrs?.property === name || attrs?.name === name)?.attrs?.content;
    expect(contentOf("https://settle.example/a", "og:image")).toBe("https://settle.example/a/picture.png");
    expect(contentOf("https://settle.example/a/", "twitter:image")).toBe("https://settle.example/a/picture.png");
    expect(contentOf("https://settle.example/a/", "og:url")).toBe("https://settle.example/a/");
    expect(contentOf(undefined, "og:image")).toBe("./picture.png");
    expect(contentOf(undefined, "og:url")).toBeUndefined();
    expect(contentOf(undefined, "twitter:card")).toBe("summary_large_image");
    expect(() => pageTags("settle.example")).toThrow(/SETTLE_URL.*https:/);
  });
});
