/** Softmax over the 9 digits of every cell, as bytes (255 = 1). logits: [81, 9] -> [81, 9]. NaN logits give zeros. */
export function softmaxBytes(logits: Float32Array): Uint8Array {
  const out = new Uint8Array(logits.length);
  for (let start = 0; start < logits.length; start += 9) {
    const cell = logits.subarray(start, start + 9);
    const top = Math.max(...cell);
    let sum = 0;
    for (const v of cell) sum += Math.exp(v - top);
    cell.forEach((v, i) => {
      out[start + i] = Math.round((255 * Math.exp(v - top)) / sum);
    });
  }
  return out;
}

/**
 * Decodes logits [81, 9] into the likeliest digit 1..9 of each cell (the first of equals) and its softmax (255 = 1),
 * written into [81] each. A cell with a NaN decodes to 1 with confidence 0.
 */
export function decodeInto(logits: Float32Array, digits: Uint8Array, confidence: Uint8Array): void {
  for (let cell = 0; cell < 81; cell++) {
    let best = 0;
    for (let i = 1; i < 9; i++) if (at(logits, cell, i) > at(logits, cell, best)) best = i;
    const top = at(logits, cell, best);
    let sum = 0;
    for (let i = 0; i < 9; i++) sum += Math.exp(at(logits, cell, i) - top);
    digits[cell] = Number.isNaN(sum) ? 1 : best + 1;
    confidence[cell] = Math.round(255 / sum);
  }
}

function at(logits: Float32Array, cell: number, i: number): number {
  return logits[cell * 9 + i] as number;
}
