import { expect, it } from "vitest";
import { breakText, makeSheet } from "./sheet";

const perLetter = (text: string) => text.length * 10;

it("breaks text at spaces, and a word only where it does not fit a line", () => {
  expect(breakText("one two three", 80, perLetter)).toEqual(["one two", "three"]);
  expect(breakText("a 123456789012", 50, perLetter)).toEqual(["a", "12345", "67890", "12"]);
  expect(breakText("", 50, perLetter)).toEqual([]);
});

it("puts title, picture, caption and recipe on one sheet, with the recipe for machines as well", () => {
  const copy = { markup: '<rect id="picture"/>', bounds: { left: 5, top: 7, width: 400, height: 100 } };
  const data = { recipe: { puzzle: '"<&>' } };
  const legend = { title: "Map & more", caption: "All settled.", recipe: ["seed 1"], data };
  const style = { ground: "#fff", ink: "#000", muted: "#666", line: "#ccc", font: "Inter", faces: "" };
  const { svg, width, height } = makeSheet(copy, legend, style, perLetter);
  expect(width).toBe(448);
  expect(svg).toContain(`width="448" height="${height}"`);
  expect(svg).toContain("<title>Map &amp; more</title>");
  expect(svg).toContain('<g transform="translate(19 ');
  expect(svg.indexOf("All settled.</text>")).toBeGreaterThan(svg.indexOf('id="picture"'));
  const metadata = /<metadata>(.*)<\/metadata>/.exec(svg)?.[1] ?? "";
  const text = metadata
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
  expect(JSON.parse(text)).toEqual(data);
});
