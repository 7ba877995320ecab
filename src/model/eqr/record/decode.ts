/** Softmax over the values of every cell, as bytes (255 = 1): logits [cells, values] -> the same. NaN logits give zeros. */
export function softmaxBytes(logits: Float32Array, values: number): Uint8Array {
  const out = new Uint8Array(logits.length);
  for (let start = 0; start < logits.length; start += values) {
    const cell = logits.subarray(start, start + values);
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
 * Decodes logits [cells, values] into the likeliest value 1 ... values of each cell (the first of equals) and its softmax
 * (255 = 1), written into [cells] each. A cell with a NaN decodes to 1 with confidence 0.
 */
export function decodeInto(logits: Float32Array, digits: Uint8Array, confidence: Uint8Array): void {
  const values = logits.length / digits.length;
  for (let cell = 0; cell < digits.length; cell++) {
    const start = cell * values;
    const at = (i: number) => logits[start + i] as number;
    let best = 0;
    for (let i = 1; i < values; i++) if (at(i) > at(best)) best = i;
    const top = at(best);
    let sum = 0;
    for (let i = 0; i < values; i++) sum += Math.exp(at(i) - top);
    digits[cell] = Number.isNaN(sum) ? 1 : best + 1;
    confidence[cell] = Math.round(255 / sum);
  }
}
