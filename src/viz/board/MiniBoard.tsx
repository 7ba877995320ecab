import { memo } from "react";
import { hasArrived, isValidOutcome, viewVariable } from "../outcome";
import type { TrajectoryView } from "../types";
import { BoardCanvas } from "./BoardCanvas";
import { fitBoard, type RuledGrid } from "./geometry";

export interface MiniBoardProps {
  readonly grid: RuledGrid;
  /** [cells] 0 blank. */
  readonly givens: Uint8Array;
  /** [B, cells] of the frame at the cursor, 255 = 1; null before a run. A new frame is a new array: that is what redraws. */
  readonly confidence: Uint8Array | null;
  readonly view: TrajectoryView;
  /** Side in pixels. */
  readonly size?: number;
}

/**
 * A state as a small picture: givens grey, the rest in the colour of its grid or outcome, as dark as the cell is decided; with
 * a hole in each where the grid is not valid.
 */
export const MiniBoard = memo(function MiniBoard(props: MiniBoardProps) {
  const { grid, givens, confidence, view, size = 46 } = props;
  const first = view.index * grid.rows * grid.columns;
  const color = viewVariable(view);
  const hollow = hasArrived(view.outcome) && !isValidOutcome(view.outcome);
  return (
    <BoardCanvas
      className="mini-board"
      geometry={fitBoard(grid, size)}
      size={size}
      cell={(cell, palette) => {
        if ((givens[cell] ?? 0) > 0) return { ground: palette("--line-strong") };
        const alpha = inkShare((confidence?.[first + cell] ?? 0) / 255, grid.values);
        return {
          ground: palette("--sunk"),
          wash: { color: palette(color), alpha },
          ...(hollow && { dot: palette("--sunk") }),
        };
      }}
    />
  );
}, sameProps);

/** Views are new objects at every iteration: only what the picture shows of them counts. */
function sameProps(a: MiniBoardProps, b: MiniBoardProps): boolean {
  return (
    a.grid === b.grid &&
    a.givens === b.givens &&
    a.confidence === b.confidence &&
    a.size === b.size &&
    a.view.index === b.view.index &&
    a.view.outcome === b.view.outcome &&
    a.view.grid === b.view.grid
  );
}

/** Opacity for a confidence: an even guess among n values (1 / n) leaves nothing, certainty is full colour. */
export function inkShare(confidence: number, values: number): number {
  return Math.max(0, Math.min(1, (confidence - 1 / values) / (1 - 1 / values)));
}
