import { cellKind } from "../board/cell";
import type { Brush } from "../draw/brush";
import { fontOf } from "../draw/font";
import type { Palette } from "../draw/palette";

export interface FilmBoard {
  /** [81] 0 blank. */
  readonly givens: Uint8Array;
  /** [81] decoded digits. */
  readonly digits: Uint8Array;
  /** [81] largest softmax, 255 = 1. */
  readonly confidence: Uint8Array;
  /** [81] digits that are presented as if given, 0 for none; null without nudges. */
  readonly hypotheses: Uint8Array | null;
}

/** The board as a picture of its own: givens bold, decided digits in the accent, undecided ones as large as they are likely. */
export function drawBoard(
  brush: Brush,
  { givens, digits, confidence, hypotheses }: FilmBoard,
  side: number,
  palette: Palette,
): void {
  const cell = side / 9;
  brush.textAlign = "center";
  brush.textBaseline = "middle";
  for (let i = 0; i < 81; i++) {
    const [x, y] = [(i % 9) * cell, Math.floor(i / 9) * cell];
    const [given, digit, sure] = [givens[i] ?? 0, digits[i] ?? 0, confidence[i] ?? 0];
    const kind = cellKind(given, digit, sure);
    brush.fillStyle = palette(kind === "given" ? "--sunk" : "--surface");
    brush.fillRect(x, y, cell, cell);
    if (kind === "empty") continue;
    const share = kind === "undecided" ? 0.35 + 0.4 * (sure / 255) : 1;
    brush.globalAlpha = kind === "undecided" ? 0.3 + 0.6 * (sure / 255) : 1;
    brush.fillStyle = palette(kind === "given" ? "--ink" : "--accent");
    brush.font = fontOf(kind === "given" ? 700 : 400, cell * 0.56 * share);
    brush.fillText(String(given || digit), x + cell / 2, y + cell * 0.53);
    brush.globalAlpha = 1;
  }
  for (let i = 0; i < 81; i++)
    if ((hypotheses?.[i] ?? 0) > 0)
      ringHypothesis(brush, ((i % 9) + 0.5) * cell, (Math.floor(i / 9) + 0.5) * cell, cell, palette);
  for (let line = 0; line <= 9; line++) {
    const thick = line % 3 === 0;
    brush.strokeStyle = palette(thick ? "--ink" : "--line-strong");
    brush.lineWidth = thick ? 2 : 1;
    brush.beginPath();
    brush.moveTo(line * cell, 0);
    brush.lineTo(line * cell, side);
    brush.moveTo(0, line * cell);
    brush.lineTo(side, line * cell);
    brush.stroke();
  }
}

/** As on the page's board: a dashed ring. */
function ringHypothesis(brush: Brush, x: number, y: number, cell: number, palette: Palette): void {
  brush.strokeStyle = palette("--nudge");
  brush.lineWidth = 2;
  brush.setLineDash([4, 3]);
  brush.beginPath();
  brush.arc(x, y, 0.42 * cell, 0, 2 * Math.PI);
  brush.stroke();
  brush.setLineDash([]);
}
