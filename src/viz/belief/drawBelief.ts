import type { Brush } from "../draw/brush";
import { fontOf, LEAST_TYPE } from "../draw/font";

/** What one state believes of one cell. */
export interface BeliefColumn {
  /** The likeliest value from 1, 0 for none. */
  readonly digit: number;
  /** Its softmax, 255 = 1. */
  readonly confidence: number;
  /** [values] the whole softmax, 255 = 1; null where only the likeliest value is known. */
  readonly softmax: Uint8Array | null;
}

export interface BeliefStyle {
  readonly width: number;
  readonly height: number;
  readonly values: number;
  /** The marked column; null marks none. */
  readonly cursor: number | null;
  readonly colors: Readonly<Record<"ink" | "ground" | "unknown" | "label" | "cursor", string>>;
}

/** Left of the columns, for the values' names. */
const MARGIN = 14;

/**
 * A row per value, a column per state: as dark as the value is believed. Where only the likeliest value is known, the
 * column lies on another ground, for its empty rows mean nothing.
 */
export function drawBelief(brush: Brush, columns: readonly BeliefColumn[], style: BeliefStyle): void {
  const { width, height, values, cursor, colors } = style;
  const [row, column] = [height / values, (width - MARGIN) / Math.max(1, columns.length)];
  const gap = column > 6 ? 1 : 0;
  columns.forEach(({ digit, confidence, softmax }, i) => {
    const x = MARGIN + i * column;
    brush.globalAlpha = 1;
    brush.fillStyle = softmax ? colors.ground : colors.unknown;
    brush.fillRect(x, 0, column - gap, height);
    brush.fillStyle = colors.ink;
    for (let value = 1; value <= values; value++) {
      const share = softmax ? (softmax[value - 1] ?? 0) : value === digit ? confidence : 0;
      if (share === 0) continue;
      brush.globalAlpha = share / 255;
      brush.fillRect(x, (value - 1) * row, column - gap, row - 1);
    }
  });
  brush.globalAlpha = 1;
  brush.fillStyle = colors.label;
  brush.font = fontOf(450, LEAST_TYPE);
  brush.textAlign = "left";
  brush.textBaseline = "middle";
  for (let value = 1; value <= values; value++) brush.fillText(String(value), 1, (value - 0.5) * row);
  if (cursor === null) return;
  const x = MARGIN + (cursor + 0.5) * column;
  brush.strokeStyle = colors.cursor;
  brush.lineWidth = 1.5;
  brush.beginPath();
  brush.moveTo(x, 0);
  brush.lineTo(x, height);
  brush.stroke();
}
