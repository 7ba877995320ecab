import type { Brush } from "../draw/brush";
import { fontOf } from "../draw/font";
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
export function drawBoards(brush: Brush, scene: BoardsScene): void {
  const { layout, reading, givens, palette } = scene;
  const [ground, above, below] = [palette("--sunk"), palette("--accent"), palette("--outcome-wandering")];
  const { side } = layout;
  for (let digit = 1; digit <= 9; digit++) {
    for (let cell = 0; cell < 81; cell++) {
      const { x, y } = candidateOrigin(layout, { cell, digit });
      const place = reading?.place(reading.values[cell * 9 + digit - 1] ?? Number.NaN) ?? 0;
      brush.globalAlpha = 1;
      brush.fillStyle = ground;
      brush.fillRect(x, y, side - 1, side - 1);
      brush.globalAlpha = Math.abs(place) || 0;
      brush.fillStyle = place < 0 ? below : above;
      brush.fillRect(x, y, side - 1, side - 1);
    }
  }
  brush.globalAlpha = 1;
  for (let cell = 0; cell < 81; cell++) if ((givens[cell] ?? 0) > 0) markGiven(brush, scene, cell);
  for (let digit = 1; digit <= 9; digit++) captionOf(brush, scene, digit);
  for (let digit = 1; digit <= 9; digit++) ring(brush, scene, { cell: scene.current.cell, digit }, "--line-strong", 1);
  if (scene.hovered) ring(brush, scene, scene.hovered, "--muted", 1.5);
  ring(brush, scene, scene.current, "--ink", 2);
}

/** A given is told apart by a dot: here the network was told, not asked. */
function markGiven(brush: Brush, { layout, givens, palette }: BoardsScene, cell: number): void {
  const { x, y } = candidateOrigin(layout, { cell, digit: givens[cell] ?? 0 });
  const middle = (layout.side - 1) / 2;
  brush.beginPath();
  brush.arc(x + middle, y + middle, Math.max(1, layout.side / 7), 0, 2 * Math.PI);
  brush.fillStyle = palette("--surface");
  brush.fill();
}

function captionOf(brush: Brush, { layout, current, palette }: BoardsScene, digit: number): void {
  const { x, y } = boardOrigin(layout, digit);
  const isCurrent = digit === current.digit;
  brush.font = fontOf(isCurrent ? 700 : 500, 11);
  brush.fillStyle = palette(isCurrent ? "--ink" : "--muted");
  brush.textBaseline = "alphabetic";
  brush.fillText(String(digit), x, y - 4);
}

function ring(
  brush: Brush,
  { layout, palette }: BoardsScene,
  candidate: Candidate,
  color: `--${string}`,
  width: number,
): void {
  const { x, y } = candidateOrigin(layout, candidate);
  brush.strokeStyle = palette(color);
  brush.lineWidth = width;
  const out = width / 2;
  brush.beginPath();
  brush.rect(x - out, y - out, layout.side - 1 + width, layout.side - 1 + width);
  brush.stroke();
}
