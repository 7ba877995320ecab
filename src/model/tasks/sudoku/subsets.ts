import { ALL, bitCount, masks, PLACED, placeSingles, strike, unitCells } from "./propagate";

/**
 * Strikes candidates by subsets: when n digits have only n cells left in a unit, those cells hold nothing else, and
 * when they have fewer, there is no solution. Goes on, with singles in between, until nothing changes.
 * Ten times the work of the singles alone, so it is kept for searches that go astray without it.
 * Returns false on a contradiction.
 */
export function strikeBySubsets(base: number): boolean {
  for (;;) {
    struck = false;
    for (let start = 0; start < unitCells.length; start += 9) {
      if (!strikeInUnit(base, start)) return false;
    }
    if (!struck) return true;
    if (!placeSingles(base)) return false;
  }
}

const LARGEST_SUBSET = 4;

let struck = false;

// places[set of digits]: which of the unit's nine cells can hold one of them, as bits.
const places = new Uint16Array(ALL + 1);

function strikeInUnit(base: number, start: number): boolean {
  for (let bit = 1; bit <= ALL; bit <<= 1) places[bit] = 0;
  for (let k = 0; k < 9; k++) {
    let rest = (masks[base + (unitCells[start + k] as number)] as number) & ALL;
    for (; rest !== 0; rest &= rest - 1) places[rest & -rest] = (places[rest & -rest] as number) | (1 << k);
  }
  for (let digits = 1; digits <= ALL; digits++) {
    const lowest = digits & -digits;
    if (digits !== lowest) places[digits] = (places[lowest] as number) | (places[digits ^ lowest] as number);
    const size = bitCount[digits] as number;
    const room = bitCount[places[digits] as number] as number;
    if (room < size) return false;
    if (room > size || size > LARGEST_SUBSET) continue;
    for (let rest = places[digits] as number; rest !== 0; rest &= rest - 1) {
      const cell = unitCells[start + 31 - Math.clz32(rest & -rest)] as number;
      if (!keepOnly(base, cell, digits)) return false;
    }
  }
  return true;
}

function keepOnly(base: number, cell: number, digits: number): boolean {
  const mask = masks[base + cell] as number;
  if (mask >= PLACED || (mask & ~digits) === 0) return true;
  struck = true;
  return strike(base, cell, mask & ~digits);
}
