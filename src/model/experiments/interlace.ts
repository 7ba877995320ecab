/**
 * The pixels of a square of `size` (a power of two) from coarse to fine: first the 16 × 16 pixels that a picture of that
 * size would show, then the three others of each square of four, and so on. Every pixel comes once.
 */
export function interlaced(size: number, coarsest = 16): Uint32Array {
  const order = new Uint32Array(size * size);
  let filled = 0;
  for (let step = Math.max(1, size / coarsest); step >= 1; step /= 2)
    for (let y = 0; y < size; y += step)
      for (let x = 0; x < size; x += step) {
        const coarser = 2 * step <= size / coarsest && x % (2 * step) === 0 && y % (2 * step) === 0;
        if (!coarser) order[filled++] = y * size + x;
      }
  return order;
}

/** Side of the squares that are all run after `done` pixels in this order: the picture is that coarse. */
export function grainAt(done: number, size: number, coarsest = 16): number {
  let grain = Math.max(1, size / coarsest);
  while (grain > 1 && done >= (size / (grain / 2)) ** 2) grain /= 2;
  return grain;
}
