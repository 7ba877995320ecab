import { type KeyboardEvent, type SyntheticEvent, useEffect, useRef } from "react";
import { useSize } from "../draw/useSize";
import { Cell } from "./Cell";
import { cellKind, likelyDigits, pencilLevels } from "./cell";
import { arePeers, movedCell, typedDigit } from "./keys";
import { Pencil } from "./Pencil";
import { cellOf, useBrush } from "./useBrush";
import "./board.css";

export interface BoardProps {
  /** [81] 0 blank, 1..9. */
  readonly givens: Uint8Array;
  /** [81] decoded digits of the selected trajectory at the cursor, null before there is a run. */
  readonly decoded: Uint8Array | null;
  /** [81] largest softmax, 255 = 1. */
  readonly confidence: Uint8Array | null;
  /** [81 * 9] softmax, 255 = 1; null while it is not known: the confidence alone is drawn. */
  readonly softmax: Uint8Array | null;
  /** [81] digits that stand as hypotheses in the selected trajectory at the cursor, 0 where none does; null without nudges. */
  readonly hypotheses?: Uint8Array | null;
  /** Cells of givens that break a rule. */
  readonly conflicts: ReadonlySet<number>;
  /** Cell with the keyboard focus. */
  readonly cell: number;
  readonly onCell: (cell: number) => void;
  /** 0 erases. */
  readonly onDigit: (cell: number, digit: number) => void;
  /** Cells that a person has brushed; null while nothing is to be brushed. */
  readonly brushed?: readonly number[] | null;
  readonly onBrush?: (cell: number, on: boolean) => void;
}

const CELLS = Array.from({ length: 81 }, (_, cell) => cell);
const NINE = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

/**
 * The puzzle and what the selected trajectory makes of it. One tab stop: arrow keys move, 1-9 set, 0, Backspace and
 * Delete erase. Givens are bold on a tint, decided digits lighter in the accent, undecided cells show their
 * softmax. A hypothesis is ringed by dashes; where the state
 * does not decode to it, its digit stands in the corner.
 */
export function Board(props: BoardProps) {
  const { givens, decoded, confidence, softmax, hypotheses, conflicts, cell: current, onCell, onDigit } = props;
  const { brushed = null, onBrush = () => {} } = props;
  const stroke = useBrush(brushed, onBrush);
  const grid = useRef<HTMLDivElement>(null);
  const { width: side } = useSize(grid);

  // The focus follows the current cell, but is never taken from elsewhere on the page.
  useEffect(() => {
    const element = grid.current;
    if (!element?.contains(document.activeElement)) return;
    element.querySelector<HTMLElement>(`[data-cell="${current}"]`)?.focus({ preventScroll: true });
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    if (brushed && event.key === " ") {
      event.preventDefault();
      event.stopPropagation();
      return onBrush(current, !brushed.includes(current));
    }
    const target = movedCell(current, event.key, event.ctrlKey);
    const digit = event.ctrlKey ? null : typedDigit(event.key);
    if (target === null && digit === null) return;
    event.preventDefault();
    // Keys of the board are the board's: arrows must not scrub the timeline as well.
    event.stopPropagation();
    if (target !== null) onCell(target);
    else if (digit !== null) onDigit(current, digit);
  };

  const onFocus = (event: SyntheticEvent) => {
    const cell = cellOf(event.target);
    if (cell !== null && cell !== current) onCell(cell);
  };

  const shownOf = (cell: number) => {
    const [given, digit, sure] = [givens[cell] ?? 0, decoded?.[cell] ?? 0, confidence?.[cell] ?? 255];
    return { given, digit, confidence: sure, kind: cellKind(given, digit, sure) };
  };
  const levels = CELLS.map((cell) =>
    softmax && shownOf(cell).kind === "undecided" ? pencilLevels(softmax, cell) : null,
  );
  const factsOf = (cell: number) => {
    const { given, digit, confidence } = shownOf(cell);
    const marks = levels[cell] ?? null;
    return {
      cell,
      given,
      digit,
      confidence,
      likely: marks === null ? null : likelyDigits(marks),
      conflict: given > 0 && conflicts.has(cell),
      hypothesis: hypotheses?.[cell] ?? 0,
    };
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table laid out as a CSS grid loses its roles in some browsers
    <div
      ref={grid}
      className="board"
      role="grid"
      aria-label="Sudoku board"
      data-brushing={brushed !== null || undefined}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      {...stroke}
    >
      {NINE.map((row) => (
        // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above; the cells take the focus
        <div key={row} role="row" className="board-row">
          {NINE.map((column) => {
            const cell = row * 9 + column;
            return (
              <Cell
                key={column}
                {...factsOf(cell)}
                current={cell === current}
                peer={arePeers(cell, current)}
                brushed={brushed?.includes(cell) ?? false}
              />
            );
          })}
        </div>
      ))}
      <Pencil levels={levels.join("|")} side={side} />
    </div>
  );
}
