/** A candidate: a digit 1..9 of a cell 0..80. */
export interface Candidate {
  readonly cell: number;
  readonly digit: number;
}

/** Nine boards of 9 × 9, one a digit, three by three, in whole pixels. */
export interface BoardsLayout {
  /** Side of a cell. */
  readonly side: number;
  /** Side of a board, with a little room between its boxes. */
  readonly board: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 12;
const BOX_GAP = 2;
/** Room above each board for its digit. */
const CAPTION = 15;

/** As large as fits. */
export function layoutBoards(width: number, height: number): BoardsLayout {
  const room = Math.min((width - 2 * GAP) / 3, (height - 2 * GAP) / 3 - CAPTION);
  const side = Math.max(3, Math.floor((room - 2 * BOX_GAP) / 9));
  const board = 9 * side + 2 * BOX_GAP;
  return { side, board, width: 3 * board + 2 * GAP, height: 3 * (board + CAPTION) + 2 * GAP };
}

/** Upper left corner of a digit's board. */
export function boardOrigin({ board }: BoardsLayout, digit: number): { readonly x: number; readonly y: number } {
  const place = digit - 1;
  return { x: (place % 3) * (board + GAP), y: CAPTION + Math.floor(place / 3) * (board + CAPTION + GAP) };
}

/** Upper left corner of a candidate's square. */
export function candidateOrigin(layout: BoardsLayout, { cell, digit }: Candidate) {
  const { x, y } = boardOrigin(layout, digit);
  const at = (i: number) => i * layout.side + BOX_GAP * Math.floor(i / 3);
  return { x: x + at(cell % 9), y: y + at(Math.floor(cell / 9)) };
}

/** The candidate at a point, null between the boards. */
export function candidateAt(layout: BoardsLayout, x: number, y: number): Candidate | null {
  for (let digit = 1; digit <= 9; digit++) {
    const origin = boardOrigin(layout, digit);
    const [column, row] = [indexAt(layout, x - origin.x), indexAt(layout, y - origin.y)];
    if (column !== null && row !== null) return { cell: row * 9 + column, digit };
  }
  return null;
}

function indexAt({ side, board }: BoardsLayout, offset: number): number | null {
  if (offset < 0 || offset >= board) return null;
  const pitch = 3 * side + BOX_GAP;
  const box = Math.floor(offset / pitch);
  // The room after a box belongs to its last row or column.
  return 3 * box + Math.min(2, Math.floor((offset - box * pitch) / side));
}
