/** A source of uniform numbers in [0, 1). Everything random here takes one, so a seed reproduces it. */
export type Rng = () => number;

/** A seeded generator (sfc32). The same seed, number or text, always gives the same sequence. */
export function seededRng(seed: number | string): Rng {
  const [a0, b0, c0] = seedWords(String(seed));
  let a = a0;
  let b = b0;
  let c = c0;
  let counter = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  // The first outputs still show the seed; sfc32 is mixed after a dozen rounds.
  for (let round = 0; round < 15; round++) next();
  return next;
}

/** A whole number in 0..bound-1. */
export function randomInt(rng: Rng, bound: number): number {
  return Math.floor(rng() * bound);
}

/** Shuffles in place (Fisher-Yates) and returns the same array. */
export function shuffle<T>(items: T[], rng: Rng): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = randomInt(rng, last + 1);
    const kept = items[last] as T;
    items[last] = items[other] as T;
    items[other] = kept;
  }
  return items;
}

/** Three 32-bit words from a text (FNV-1a with three starting points). */
function seedWords(text: string): [number, number, number] {
  const hash = (start: number): number => {
    let h = start;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
    return h ^ (h >>> 15);
  };
  return [hash(0x811c9dc5), hash(0x2545f491), hash(0x9e3779b9)];
}
