import { type KeyboardEvent, type PointerEvent, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Anatomy } from "../../model/eqr/model/anatomy";
import type { RuledGrid } from "../board/geometry";
import { movedCell, typedDigit } from "../board/keys";
import { paintCanvas } from "../draw/canvas";
import { pointIn } from "../draw/magnified";
import { usePalette } from "../draw/palette";
import { useSize } from "../draw/useSize";
import { drawBoards } from "./draw";
import { candidateSentence, cellFacts } from "./facts";
import { type Candidate, candidateAt, layoutBoards } from "./layout";
import { type Quantity, readingOf } from "./quantity";
import "./latent.css";
import { say } from "../../words/say";

export interface LatentBoardsProps {
  /** The state to draw; null while there is none. */
  readonly anatomy: Anatomy | null;
  readonly quantity: Quantity;
  readonly grid: RuledGrid;
  /** For screen readers, e.g. "row 2 column 5". */
  readonly cellName: (cell: number) => string;
  /** [cells] 0 blank. */
  readonly givens: Uint8Array;
  readonly current: Candidate;
  readonly hovered: Candidate | null;
  readonly onPick: (candidate: Candidate) => void;
  readonly onHover: (candidate: Candidate | null) => void;
  /** What to say while there is no state. */
  readonly empty: string;
}

/**
 * A latent state as small boards, one for each value: each square is a candidate, coloured by one quantity of its vector.
 * Arrow keys move to another cell, digits to another value; a click picks.
 */
export function LatentBoards(props: LatentBoardsProps) {
  const { anatomy, quantity, grid, givens, current, hovered } = props;
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [focused, setFocused] = useState(false);
  const size = useSize(host);
  const palette = usePalette();
  const sentence = useId();
  const layout = useMemo(() => layoutBoards(grid, size.width, size.height), [grid, size]);
  const reading = useMemo(() => anatomy && readingOf(anatomy, quantity), [anatomy, quantity]);

  useLayoutEffect(() => {
    if (!canvas.current || size.width === 0) return;
    const scene = { layout, reading, givens, current, hovered, palette };
    paintCanvas(canvas.current, layout.width, layout.height, (brush) => drawBoards(brush, scene));
  });

  const at = (event: PointerEvent<HTMLElement> | React.MouseEvent<HTMLElement>) => {
    if (!canvas.current) return null;
    const { x, y } = pointIn(canvas.current, event);
    return candidateAt(layout, x, y);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === "touch") return;
    const next = at(event);
    if (next?.cell !== hovered?.cell || next?.digit !== hovered?.digit) props.onHover(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const cell = movedCell(grid, current.cell, event);
    const digit = event.ctrlKey ? null : typedDigit(event, grid.values);
    if (cell !== null) props.onPick({ ...current, cell });
    else if (digit) props.onPick({ ...current, digit });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const value = reading
    ? reading.format(reading.values[current.cell * grid.values + current.digit - 1] ?? Number.NaN)
    : "";
  const words = anatomy
    ? candidateSentence({
        facts: cellFacts(anatomy, current.cell, grid.values),
        cellName: props.cellName(current.cell),
        digit: current.digit,
        given: givens[current.cell] ?? 0,
        reading: `${SPOKEN[quantity]} ${value}`,
      })
    : props.empty;

  return (
    <div ref={host} className="latent-boards">
      <div
        className="latent-surface"
        role="application"
        aria-roledescription={say`boards`}
        aria-label={say`Latent state, a board for each digit. Arrow keys: cell. 1 to ${grid.values}: digit.`}
        aria-describedby={sentence}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys, and so the focus
        tabIndex={0}
        style={{ width: layout.width, height: layout.height }}
        onPointerMove={onPointerMove}
        onPointerLeave={() => props.onHover(null)}
        onClick={(event) => {
          const picked = at(event);
          if (picked) props.onPick(picked);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        <canvas ref={canvas} style={{ width: layout.width, height: layout.height }} />
        {!anatomy && <p className="latent-empty">{props.empty}</p>}
      </div>
      <p id={sentence} className="visually-hidden" aria-live={focused ? "polite" : "off"}>
        {words}
      </p>
    </div>
  );
}

const SPOKEN: Readonly<Record<Quantity, string>> = {
  logit: say`digit logit`,
  length: say`length`,
  change: say`change`,
  pc1: say`component 1`,
  pc2: say`component 2`,
  pc3: say`component 3`,
};
