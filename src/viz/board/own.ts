import { say } from "../../words/say";

/** A person's own entries on a board: [cells] each. A mark of value v is bit v - 1 of its mask. */
export interface OwnBoard {
  /** 0 for none. */
  readonly digits: Uint8Array;
  readonly corner: Uint16Array;
  readonly centre: Uint16Array;
  /** 0 for none, else 1 ... COLOURS.length. */
  readonly colours: Uint8Array;
}

/** The colours of cells, as screen readers name them; board.css gives each its hue. */
export const COLOURS = ["red", "orange", "yellow", "green", "teal", "blue", "violet", "pink", "grey"] as const;

/** Their names. */
export const COLOUR_NAMES: readonly string[] = [
  say`red`,
  say`orange`,
  say`yellow`,
  say`green`,
  say`teal`,
  say`blue`,
  say`violet`,
  say`pink`,
  say`grey`,
];

/** The values of a mask, ascending: "135". */
export function valuesOf(mask: number): string {
  let values = "";
  for (let value = 1; mask >> (value - 1) > 0; value++) if (mask & (1 << (value - 1))) values += value;
  return values;
}

/** What a cell holds of a person's own, as plain values, so that a cell is drawn again only when it changed. */
export interface OwnCell {
  readonly own: number;
  readonly corner: string;
  readonly centre: string;
  readonly colour: number;
}

const NOTHING: OwnCell = { own: 0, corner: "", centre: "", colour: 0 };

/** Clues take no digits and marks; they may be coloured. */
export function ownCell(board: OwnBoard | null, cell: number, given: number): OwnCell {
  if (!board) return NOTHING;
  const colour = board.colours[cell] ?? 0;
  if (given > 0) return { ...NOTHING, colour };
  const own = board.digits[cell] ?? 0;
  if (own > 0) return { ...NOTHING, own, colour };
  return { own, corner: valuesOf(board.corner[cell] ?? 0), centre: valuesOf(board.centre[cell] ?? 0), colour };
}

/** For screen readers: "corner 1 3, centre 4 5, red"; empty where there is nothing. */
export function marksText({ corner, centre, colour }: OwnCell): string {
  const parts = [
    corner && say`corner ${[...corner].join(" ")}`,
    centre && say`centre ${[...centre].join(" ")}`,
    COLOUR_NAMES[colour - 1] ?? "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}
