import { expect, it } from "vitest";
import { createSvgBrush } from "../figure/svgBrush";
import { OBLONG } from "../testing";
import { drawBoard } from "./drawBoard";
import { layBoard } from "./geometry";

const board = layBoard(OBLONG, { side: 10 });

function drawn(...[cells, lines]: [Parameters<typeof drawBoard>[1], Parameters<typeof drawBoard>[3]?]): string {
  const { brush, markup } = createSvgBrush(() => "id");
  drawBoard(brush, cells, board, lines);
  return markup();
}

it("draws cells in reading order, each from the ground up", () => {
  const text = { text: "4", color: "black", alpha: 0.5, weight: 700, size: 0.5 };
  const markup = drawn([{ ground: "white" }, {}, {}, {}, {}, {}, { ground: "grey", text, ring: "red", dot: "blue" }]);
  const colors = [...markup.matchAll(/(?:fill|stroke)="(white|grey|black|red|blue)"/g)].map(([, color]) => color);
  expect(colors).toEqual(["white", "grey", "black", "blue", "red"]);
  expect(markup).toContain("M0,10h10v10h-10z");
  expect(markup).toMatch(/<text x="5" [^>]*opacity="0.5"[^>]*>4</);
});

it("draws no wash of nothing", () => {
  expect(drawn([{ wash: { color: "teal", alpha: 0 } }])).toBe("");
});

it("draws its outer lines and those between boxes thick", () => {
  const thick = { color: "black", width: 2 };
  expect(drawn([], { thick }).match(/stroke="black"/g)).toHaveLength(3 + 3);
  const both = drawn([], { thick, thin: { color: "grey", width: 1 } });
  expect(both.match(/stroke="grey"/g)).toHaveLength(7 + 5 - 6);
  expect(both).toContain('d="M30,0L30,40"');
});

it("rounds the corners of a ground that asks for it", () => {
  const markup = drawn([{ ground: "white", corner: 2 }]);
  expect(markup.match(/A2,2 0 0 1/g)).toHaveLength(4);
  expect(markup).toContain("M8,0A2,2 0 0 1 10,2L10,8");
});
