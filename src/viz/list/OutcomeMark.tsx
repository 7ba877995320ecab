import type { GridTag } from "../../model/analysis/gridTags";
import type { Outcome } from "../../model/eqr/record/outcome";
import { LEAST_TYPE } from "../draw/font";
import { type MarkShape, OUTCOMES, viewVariable } from "../outcome";
import { isStroked, shapePath } from "../shape";
import "./outcomeMark.css";

export interface OutcomeMarkProps {
  readonly outcome: Outcome;
  /** Which grid was reached: its hue, and its letter where there are several. */
  readonly grid?: GridTag | null;
  /** Width and height in pixels. */
  readonly size?: number;
}

export interface MarkProps {
  readonly shape: MarkShape;
  readonly variable: `--${string}`;
}

/** A mark alone, for a legend. */
export function Mark({ shape, variable }: MarkProps) {
  return (
    <svg className="outcome-mark" width={12} height={12} viewBox="-6 -6 12 12" aria-hidden="true">
      <path d={shapePath(shape, 4.4)} {...paintOf(shape, `var(${variable})`)} />
    </svg>
  );
}

function paintOf(shape: MarkShape, color: string) {
  return isStroked(shape)
    ? { fill: "none", stroke: color, strokeWidth: 1.8, strokeLinecap: "round" as const }
    : { fill: color };
}

/** The mark of an outcome: shape and colour. The word belongs beside it, so it is hidden from screen readers. */
export function OutcomeMark({ outcome, grid = null, size = 12 }: OutcomeMarkProps) {
  const { shape } = OUTCOMES[outcome];
  const color = `var(${viewVariable({ outcome, grid })})`;
  const letter = grid?.letter ?? null;
  // The letter is two thirds of the mark, or half of it where there are two: as large as the smallest type at least.
  const side = letter ? Math.max(size, letter.length > 1 ? 2 * LEAST_TYPE : 1.5 * LEAST_TYPE) : size;
  return (
    <svg className="outcome-mark" width={side} height={side} viewBox="-6 -6 12 12" aria-hidden="true">
      <path d={shapePath(shape, letter ? 6 : 4.4)} {...paintOf(shape, color)} />
      {letter && (
        <text
          y={shape === "triangle" ? 3.4 : shape === "wedge" ? 2.2 : 2.9}
          textAnchor="middle"
          fontSize={letter.length > 1 ? 6 : 8}
          fontWeight={700}
          style={{ fill: "var(--surface)" }}
        >
          {letter}
        </text>
      )}
    </svg>
  );
}
