import { memo } from "react";
import { say } from "../../words/say";
import { type CellFacts, cellKind, cellLabel } from "./cell";

export interface CellProps extends CellFacts {
  /** Shows the highlighted value. */
  readonly same: boolean;
  readonly selected: boolean;
  /** Whether several cells may be selected: then a selected one is tinted. */
  readonly several: boolean;
  /** The cell that keys act on; it is the grid's one tab stop. */
  readonly current: boolean;
  /** The current cell itself, or one that shares a rule with it. */
  readonly peer: boolean;
  /** Has a thick line after it. */
  readonly thick: boolean;
  readonly brushed: boolean;
}

/** One cell of the board, but for its pencil marks, which are drawn over it. Its props are plain values, so an iteration redraws only the cells it changed. */
export const Cell = memo(function Cell(props: CellProps) {
  const { cell, given, digit, confidence, likely, conflict, current, peer, thick, brushed, hypothesis } = props;
  const { own, corner, centre, colour, wrong, same, selected, several } = props;
  const kind = own > 0 ? "own" : cellKind(given, digit, confidence);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table laid out as a CSS grid loses its roles in some browsers
    <div
      role="gridcell"
      className="board-cell"
      data-cell={cell}
      data-kind={kind}
      data-thick={thick || undefined}
      data-peer={peer || undefined}
      data-current={current || undefined}
      data-conflict={conflict || undefined}
      data-brushed={brushed || undefined}
      data-hypothesis={hypothesis > 0 || undefined}
      data-colour={colour || undefined}
      data-wrong={wrong || undefined}
      data-same={same || undefined}
      data-selected={(several && selected) || undefined}
      aria-label={brushed ? say`${cellLabel(props)}, brushed` : cellLabel(props)}
      aria-selected={selected}
      aria-invalid={conflict || wrong || undefined}
      tabIndex={current ? 0 : -1}
    >
      {kind === "given" && <span className="board-digit">{given}</span>}
      {kind === "own" && <span className="board-digit">{own}</span>}
      {corner !== "" && <CornerMarks values={corner} />}
      {centre !== "" && (
        <span className="board-centre" data-many={centre.length > 5 || undefined} aria-hidden="true">
          {centre}
        </span>
      )}
      {kind === "decided" && <span className="board-digit">{digit}</span>}
      {kind === "undecided" && likely === null && <Leaning digit={digit} confidence={confidence} />}
      {hypothesis > 0 && !(kind === "decided" && digit === hypothesis) && (
        <span className="board-hypothesis" aria-hidden="true">
          {hypothesis}?
        </span>
      )}
    </div>
  );
});

/** Corner marks, in the order corners, edges, middle. */
function CornerMarks({ values }: { readonly values: string }) {
  return [...values].map((value, place) => (
    <span key={value} className="board-corner" data-place={place} aria-hidden="true">
      {value}
    </span>
  ));
}

/** Where only the likeliest digit is known: its size and the bar under it show how likely. */
function Leaning({ digit, confidence }: { readonly digit: number; readonly confidence: number }) {
  const share = confidence / 255;
  return (
    <span className="board-leaning" aria-hidden="true">
      <span style={{ fontSize: `${Math.round(45 + 50 * share)}%` }}>{digit}</span>
      <i style={{ width: `${Math.round(100 * share)}%` }} />
    </span>
  );
}
