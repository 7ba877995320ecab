import { prepareCanvas } from "../draw/canvas";
import type { Palette } from "../draw/palette";
import { type BoardsLayout, boardOrigin, type Candidate, candidateOrigin } from "./layout";
import type { Reading } from "./quantity";

export interface BoardsScene {
  readonly layout: BoardsLayout;
  readonly reading: Reading | null;
  /** [81] 0 blank. */
  readonly givens: Uint8Array;
  /** Drawn with a ring; its cell is marked on every board. */
  readonly current: Candidate;
  readonly hovered: Candidate | null;
  readonly palette: Palette;
}

/** Draws the nine boards: above the middle of the scale in the accent, below it in orange, the stronger the farther. */
export function drawBoards(canvas: HTMLCanvasElement, scene: BoardsScene): void {
  const { layout, reading, givens, palette } = scene;
  const context = prepareCanvas(canvas, layout.width, layout.height);
  if (!context) return;
  const [ground, above, below] = [palette("--sunk"), palette("--accent"), palette("--outcome-wandering")];
  const { side } = layout;
  for (let digit = 1; digit <= 9; digit++) {
    for (let cell = 0; cell < 81; cell++) {
      const { x, y } = candidateOrigin(layout, { cell, digit });
      const place = reading?.place(reading.values[cell * 9 + digit - 1] ?? Number.NaN) ?? 0;
      context.globalAlpha = 1;
      context.fillStyle = ground;
      context.fillRect(x, y, side - 1, side - 1);
      context.globalAlpha = Math.abs(place) || 0;
      context.fillStyle = place < 0 ? below : above;
      context.fillRect(x, y, side - 1, side - 1);
    }
  }
  context.globalAlpha = 1;
  for (let cell = 0; cell < 81; cell++) if ((givens[cell] ?? 0) > 0) markGiven(context, scene, cell);
  for (let digit = 1; digit <= 9; digit++) captionOf(context, scene, digit);
  for (let digit = 1; digit <= 9; digit++)
    ring(context, scene, { cell: scene.current.cell, digit }, "--line-strong", 1);
  if (scene.hovered) ring(context, scene, scene.hovered, "--muted", 1.5);
  ring(context, scene, scene.current, "--ink", 2);
}

/** A given is told apart by a dot: here the network was told, not asked. */
function markGiven(context: CanvasRenderingContext2D, { layout, givens, palette }: BoardsScene, cell: number): void {
  const { x, y } = candidateOrigin(layout, { cell, digit: givens[cell] ?? 0 });
  const middle = (layout.side - 1) / 2;
  context.beginPath();
  context.arc(x + middle, y + middle, Math.max(1, layout.side / 7), 0, 2 * Math.PI);
  context.fillStyle = palette("--surface");
  context.fill();
}

function captionOf(context: CanvasRenderingContext2D, { layout, current, palette }: BoardsScene, digit: number): void {
  const { x, y } = boardOrigin(layout, digit);
  const isCurrent = digit === current.digit;
  context.font = `${isCurrent ? 700 : 500} 11px "Inter Variable", system-ui, sans-serif`;
  context.fillStyle = palette(isCurrent ? "--ink" : "--muted");
  context.textBaseline = "alphabetic";
  context.fillText(String(digit), x, y - 4);
}

function ring(
  context: CanvasRenderingContext2D,
  { layout, palette }: BoardsScene,
  candidate: Candidate,
  color: `--${string}`,
  width: number,
): void {
  const { x, y } = candidateOrigin(layout, candidate);
  context.strokeStyle = palette(color);
  context.lineWidth = width;
  const out = width / 2;
  context.strokeRect(x - out, y - out, layout.side - 1 + width, layout.side - 1 + width);
}
