import { type CSSProperties, type KeyboardEvent, type SyntheticEvent, useEffect, useRef } from "react";
import { useSize } from "../draw/useSize";
import { Cell } from "./Cell";
import { cellKind, likelyValues, pencilLevels } from "./cell";
import type { RuledGrid } from "./geometry";
import { movedCell, typedDigit } from "./keys";
import { type OwnBoard, ownCell } from "./own";
import { Pencil } from "./Pencil";
import { cellOf, useBrush } from "./useBrush";
import { type Selecting, useSelect, withCell } from "./useSelect";
import "./board.css";

export interface BoardProps {
  readonly grid: RuledGrid;
  /** For screen readers: what board this is, and what each cell is called, e.g. "row 2 column 5". */
  readonly label: string;
  readonly cellName: (cell: number) => string;
  /** The cells that each cell shares a rule with; they are tinted while it has the focus. */
  readonly peers: readonly (readonly number[])[];
  /** [cells] 0 blank, 1 ... values. */
  readonly givens: Uint8Array;
  /** [cells] decoded values of the selected trajectory at the cursor, null before there is a run. */
  readonly decoded: Uint8Array | null;
  /** [cells] largest softmax, 255 = 1. */
  readonly confidence: Uint8Array | null;
  /** [cells * values] softmax, 255 = 1; null while it is not known: the confidence alone is drawn. */
  readonly softmax: Uint8Array | null;
  /** [cells] values that are hypotheses of the selected trajectory at the cursor, 0 for none; null without nudges. */
  readonly hypotheses?: Uint8Array | null;
  /** A person's own digits and marks; null where none are shown. */
  readonly own?: OwnBoard | null;
  /** Cells whose own digit is known to be wrong. */
  readonly wrong?: ReadonlySet<number> | null;
  /** The value whose cells are highlighted, 0 for none. */
  readonly highlight?: number;
  /** Filled and right: the board says so once, calmly. */
  readonly finished?: boolean;
  /** Cells of givens, and of own digits, that break a rule. */
  readonly conflicts: ReadonlySet<number>;
  /** Cell with the keyboard focus. */
  readonly cell: number;
  readonly onCell: (cell: number) => void;
  /** 0 erases. */
  readonly onDigit: (cell: number, digit: number) => void;
  /** Cells that a person has brushed; null while nothing is to be brushed. */
  readonly brushed?: readonly number[] | null;
  readonly onBrush?: (cell: number, on: boolean) => void;
  /** Lets several cells be selected, by dragging and with Shift. */
  readonly selecting?: Selecting | null;
  /** Asked before the board acts on a key; true where the key has been used. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
}

/**
 * The puzzle and what the selected trajectory makes of it. One tab stop: arrow keys move, digits set, 0, Backspace and
 * Delete erase. Givens are bold on a tint, decided values lighter in the accent, undecided cells show their softmax. A
 * hypothesis is ringed by dashes; where the state does not decode to it, its value is in the corner. A person's own digits
 * are in plain ink.
 */
export function Board(props: BoardProps) {
  const { grid, cellName, peers, givens, decoded, confidence, softmax, hypotheses, conflicts } = props;
  const { cell: current, onCell, onDigit, brushed = null, onBrush = () => {}, selecting = null, onKey } = props;
  const { own = null, wrong = null, highlight = 0, finished = false } = props;
  const brush = useBrush(brushed, onBrush);
  const select = useSelect(selecting);
  const stroke = brushed ? brush : select;
  const host = useRef<HTMLDivElement>(null);
  const { width } = useSize(host);

  // The focus follows the current cell, but is never taken from elsewhere on the page.
  useEffect(() => {
    const element = host.current;
    if (!element?.contains(document.activeElement)) return;
    element.querySelector<HTMLElement>(`[data-cell="${current}"]`)?.focus({ preventScroll: true });
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    if (onKey?.(event)) {
      event.preventDefault();
      return event.stopPropagation();
    }
    if (brushed && event.key === " ") {
      event.preventDefault();
      event.stopPropagation();
      return onBrush(current, !brushed.includes(current));
    }
    const target = movedCell(grid, current, event);
    const digit = event.ctrlKey ? null : typedDigit(event, grid.values);
    if (target === null && digit === null) return;
    event.preventDefault();
    // Keys of the board are the board's: arrows must not scrub the timeline as well.
    event.stopPropagation();
    if (target !== null && selecting)
      selecting.onSelect(event.shiftKey ? withCell(selecting.cells, target) : [target], target);
    else if (target !== null) onCell(target);
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
  const levels = Array.from(givens, (_, cell) =>
    softmax && shownOf(cell).kind === "undecided" ? pencilLevels(softmax, cell, grid.values) : null,
  );
  const factsOf = (cell: number) => {
    const { given, digit, confidence } = shownOf(cell);
    const marks = levels[cell] ?? null;
    const entered = ownCell(own, cell, given);
    return {
      cell,
      name: cellName(cell),
      given,
      digit,
      confidence,
      likely: marks === null ? null : likelyValues(marks),
      conflict: conflicts.has(cell) && (given > 0 || entered.own > 0),
      hypothesis: hypotheses?.[cell] ?? 0,
      wrong: wrong?.has(cell) ?? false,
      same: highlight > 0 && (given || entered.own) === highlight,
      ...entered,
    };
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table laid out as a CSS grid loses its roles in some browsers
    <div
      ref={host}
      className="board"
      role="grid"
      aria-label={props.label}
      style={styleOf(grid)}
      aria-multiselectable={selecting !== null || undefined}
      data-brushing={brushed !== null || undefined}
      data-selecting={selecting !== null || undefined}
      data-finished={finished || undefined}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      {...stroke}
    >
      {indices(grid.rows).map((row) => (
        // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above; the cells take the focus
        <div key={row} role="row" className="board-row" data-thick={grid.thickRows.includes(row + 1) || undefined}>
          {indices(grid.columns).map((column) => {
            const cell = row * grid.columns + column;
            return (
              <Cell
                key={column}
                {...factsOf(cell)}
                current={cell === current}
                selected={selecting ? selecting.cells.includes(cell) : cell === current}
                several={selecting !== null}
                peer={cell === current || (peers[current]?.includes(cell) ?? false)}
                thick={grid.thickColumns.includes(column + 1)}
                brushed={brushed?.includes(cell) ?? false}
              />
            );
          })}
        </div>
      ))}
      <Pencil grid={grid} levels={levels.join("|")} width={width} />
    </div>
  );
}

const indices = (count: number) => Array.from({ length: count }, (_, i) => i);

/** What the style sheet needs of the grid: its size, and the pixels that its lines take across, border included. */
function styleOf({ rows, columns, thickColumns }: RuledGrid): CSSProperties {
  const lines = 2 * BORDER + columns - 1 + thickColumns.length;
  return { "--rows": rows, "--columns": columns, "--lines": `${lines}px` } as CSSProperties;
}

const BORDER = 2;
