import { CELLS, type Digits, PEERS } from "./grid";

/** Up to `limit` solutions by plain trial and error: slow, and too simple to be wrong. For tests only. */
export function bruteForce(digits: Digits, limit: number, found: Digits[] = []): Digits[] {
  const blank = digits.indexOf(0);
  if (blank < 0) found.push(digits.slice());
  for (let digit = 1; digit <= 9 && blank >= 0 && blank < CELLS && found.length < limit; digit++) {
    if (PEERS[blank]?.some((peer) => digits[peer] === digit)) continue;
    bruteForce(digits.with(blank, digit), limit, found);
  }
  return found;
}
