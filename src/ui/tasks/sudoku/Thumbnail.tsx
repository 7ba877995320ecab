import { clueCount, columnOf, type Puzzle, rowOf } from "../../../model/tasks/sudoku/grid";

const SIDE = 54;

/** Where a puzzle's clues stand. */
export function Thumbnail({ puzzle }: { readonly puzzle: Puzzle }) {
  const at = (index: number): number => index * 6;
  return (
    <svg
      className="thumbnail"
      viewBox={`-1 -1 ${SIDE + 2} ${SIDE + 2}`}
      width={56}
      height={56}
      aria-label={`${clueCount(puzzle)} clues`}
      role="img"
    >
      <path className="thumbnail-lines" d="M0 0h54v54H0zM18 0v54M36 0v54M0 18h54M0 36h54" />
      {[...puzzle].map((digit, cell) =>
        digit === "." ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its index
          <rect key={cell} x={at(columnOf(cell)) + 1} y={at(rowOf(cell)) + 1} width={4} height={4} rx={0.8} />
        ),
      )}
    </svg>
  );
}
