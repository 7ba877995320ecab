import { CELLS, type Digits, PEERS, UNITS } from "./grid";

/**
 * The candidates of every cell at every depth of a search, and the placing of singles. All of it works in one scratch
 * area of the module: searches are synchronous, and nothing is allocated while one runs.
 *
 * masks[base + cell] holds the candidates of a cell as bits 0-8 (digits 1-9), and PLACED once its peers know its digit.
 * `base` is 81 times the depth. Functions return false on a contradiction, which leaves the depth's masks useless.
 */
export const masks = new Uint16Array(CELLS * (CELLS + 2));

export const ALL = 0b111111111;
export const PLACED = 0b1000000000;

/** How many bits a mask of candidates has. */
export const bitCount = Uint8Array.from({ length: ALL + 1 }, (_, mask) => mask.toString(2).replaceAll("0", "").length);

/** Cell indices of the 27 units, nine after nine. */
export const unitCells = Uint8Array.from(UNITS.flat());

const peerCells = Uint8Array.from(PEERS.flat());
const pending = new Uint8Array(CELLS * 4);
let pendingCount = 0;

/** Writes the givens, but for the one at `except`, to depth 0. */
export function loadGivens(digits: Digits, except: number): boolean {
  masks.fill(ALL, 0, CELLS);
  for (let cell = 0; cell < CELLS; cell++) {
    const digit = digits[cell] as number;
    if (digit === 0 || cell === except) continue;
    if (!place(0, cell, 1 << (digit - 1))) return false;
  }
  return true;
}

/** Gives a cell a digit and places what becomes a naked single by it. */
export function place(base: number, cell: number, bit: number): boolean {
  if (((masks[base + cell] as number) & bit) === 0) return false;
  if ((masks[base + cell] as number) >= PLACED) return true;
  masks[base + cell] = bit;
  pending[pendingCount++] = cell;
  return placePending(base);
}

/** Strikes a candidate and places what becomes a naked single by it. */
export function strike(base: number, cell: number, bit: number): boolean {
  const mask = masks[base + cell] as number;
  if ((mask & bit) === 0) return true;
  const rest = mask & ~bit;
  if ((rest & ALL) === 0) return false;
  masks[base + cell] = rest;
  return (rest & (rest - 1)) !== 0 || place(base, cell, rest);
}

/** Places naked and hidden singles until none is left. */
export function placeSingles(base: number): boolean {
  let unit = 0;
  // Stops after a full round of the 27 units without a change.
  for (let quiet = 0; quiet < 27; quiet++) {
    const start = unit * 9;
    let once = 0;
    let twice = 0;
    let placed = 0;
    for (let k = start; k < start + 9; k++) {
      const mask = masks[base + (unitCells[k] as number)] as number;
      twice |= once & mask;
      once |= mask;
      if (mask >= PLACED) placed |= mask;
    }
    if ((once & ALL) !== ALL) return false;
    const hidden = once & ~twice & ~placed & ALL;
    if (hidden !== 0) {
      if (!placeHidden(base, start, hidden)) return false;
      quiet = -1;
    }
    unit = unit === 26 ? 0 : unit + 1;
  }
  return true;
}

/** Places digits that have only one cell left in the unit that starts at `start`. */
function placeHidden(base: number, start: number, hidden: number): boolean {
  for (let k = start; k < start + 9; k++) {
    const cell = unitCells[k] as number;
    const bit = (masks[base + cell] as number) & hidden;
    if (bit === 0) continue;
    if ((bit & (bit - 1)) !== 0) {
      pendingCount = 0;
      return false;
    }
    masks[base + cell] = bit;
    pending[pendingCount++] = cell;
  }
  return placePending(base);
}

/** Strikes the digits of all pending cells from their peers, which may make further cells pending. */
function placePending(base: number): boolean {
  while (pendingCount > 0) {
    const cell = pending[--pendingCount] as number;
    const bit = masks[base + cell] as number;
    if (bit >= PLACED) continue;
    masks[base + cell] = bit | PLACED;
    for (let k = cell * 20, end = k + 20; k < end; k++) {
      const peer = peerCells[k] as number;
      const mask = masks[base + peer] as number;
      if ((mask & bit) === 0) continue;
      const rest = mask ^ bit;
      if ((rest & ALL) === 0) {
        pendingCount = 0;
        return false;
      }
      masks[base + peer] = rest;
      if ((rest & (rest - 1)) === 0) pending[pendingCount++] = peer;
    }
  }
  return true;
}
