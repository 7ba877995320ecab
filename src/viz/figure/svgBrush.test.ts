import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { drawMark } from "../draw/marks";
import { createSvgBrush } from "./svgBrush";

beforeEach(() => vi.stubGlobal("Path2D", class {}));
afterEach(() => vi.unstubAllGlobals());

function drawn(draw: (brush: ReturnType<typeof createSvgBrush>["brush"]) => void): string {
  let count = 0;
  const { brush, markup } = createSvgBrush(() => `c${++count}`);
  draw(brush);
  return markup();
}

it("writes lines with their style, and begins a path where its first line ends", () => {
  const markup = drawn((brush) => {
    brush.strokeStyle = "rgb(1, 2, 3)";
    brush.lineWidth = 1.5;
    brush.globalAlpha = 0.5;
    brush.setLineDash([2, 2]);
    brush.beginPath();
    brush.lineTo(1, 2);
    brush.lineTo(3.456, 4);
    brush.stroke();
  });
  expect(markup).toBe(
    '<path d="M1,2L3.46,4" fill="none" stroke="rgb(1, 2, 3)" stroke-width="1.5" stroke-dasharray="2 2" opacity="0.5"/>',
  );
});

it("brings back with restore what save kept", () => {
  const markup = drawn((brush) => {
    brush.fillStyle = "red";
    brush.save();
    brush.fillStyle = "blue";
    brush.translate(10, 20);
    brush.restore();
    brush.fillRect(0, 0, 2, 3);
  });
  expect(markup).toBe('<path d="M0,0h2v3h-2z" fill="red"/>');
});

it("draws the marks of the pictures at their place, turned, and leaves out what is transparent", () => {
  const markup = drawn((brush) =>
    drawMark(brush, 5, 6, { shape: "ring", radius: 4, color: "green", halo: "transparent", angle: Math.PI / 2 }),
  );
  expect(markup.match(/<path/g)).toHaveLength(1);
  expect(markup).toContain('transform="matrix(0 1 -1 0 5 6)"');
  expect(markup).toContain('stroke="green"');
});

it("clips around an element, so that its transform does not move the clip; an inner clip lies within the outer", () => {
  const markup = drawn((brush) => {
    for (const size of [10, 5]) {
      brush.beginPath();
      brush.rect(0, 0, size, size);
      brush.clip();
    }
    brush.translate(1, 1);
    brush.fillRect(0, 0, 1, 1);
  });
  expect(markup).toBe(
    '<clipPath id="c1"><path d="M0,0h10v10h-10z"/></clipPath>' +
      '<clipPath id="c2" clip-path="url(#c1)"><path d="M0,0h5v5h-5z"/></clipPath>' +
      '<g clip-path="url(#c2)"><path d="M0,0h1v1h-1z" fill="#000000" transform="matrix(1 0 0 1 1 1)"/></g>',
  );
});

it("sets text by its anchor and baseline, and a full circle as two arcs", () => {
  const text = drawn((brush) => {
    brush.font = '700 10px "Inter", sans-serif';
    brush.textAlign = "center";
    brush.textBaseline = "middle";
    brush.fillText("A<B", 5, 5);
  });
  expect(text).toContain('x="5" y="8.6" text-anchor="middle" font-family="&quot;Inter&quot;, sans-serif"');
  expect(text).toContain(">A&lt;B</text>");
  const circle = drawn((brush) => {
    brush.beginPath();
    brush.arc(0, 0, 2, 0, 2 * Math.PI);
    brush.fill();
  });
  expect(circle).toContain('d="M2,0A2,2 0 1 1 -2,0A2,2 0 1 1 2,0"');
});
