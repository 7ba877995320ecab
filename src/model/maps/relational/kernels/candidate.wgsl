// A block, once its units are mixed; after the last one also the step itself. One invocation R candidates of one cell:
//   y = u W_self + what the cell, the two segments and the digit add;  y = [gate, value]
//   v = u + (silu(gate) * value) W_out;  v <- v / sqrt(mean(v^2) + 1e-5)
//   LAST: z' = z + lambda (v - z) + sigma eps, and what each candidate adds to the summary of z'
// source, beside: latent.wgsl; mixed: mix.wgsl; the end of a step: finish.wgsl.
// result [2, rows, 729, ...]: first v, or z', [d]; then of each candidate AUX vec4s, where the invocation keeps its hidden
// features, and the last block leaves digit logit, share of q, sum (v - z)^2, sum z^2 | 3 coordinates on the axes.
fn silu(x: vec4f) -> vec4f {
  // The bound keeps exp from overflowing, where WGSL leaves the result open.
  return x / (1.0 + exp(min(-x, vec4f(80.0))));
}

fn main(index: i32) {
  if (index >= uniforms.rows * (CANDIDATES / R)) { return; }
  let first = index * R;
  let row = first / CANDIDATES;
  let within = first % CANDIDATES;
  let digit = within % 9;
  let cell = within / 9;
  let r = cell / 9;
  let c = cell % 9;
  let unit = row * MIXED;
  let header = mixed[unit + POOLED * 2 * Q];
  let at = first * Q;
  let aux = uniforms.rows * CANDIDATES * Q + first * AUX;
  if (header.x != 0.0) {
    //# for l in LAST
    for (var i = at; i < at + R * Q; i++) { result[i] = before(i); }
    //# end
    return;
  }
  let inCell = unit + cell * 2 * Q;
  let inRow = unit + (ROW_SEGS + (r * 3 + c / 3) * 9 + digit) * 2 * Q;
  let inCol = unit + (COL_SEGS + ((r / 3) * 9 + c) * 9 + digit) * 2 * Q;
  let inDigit = unit + (DIGITS + digit) * 2 * Q;
  //# for n in R
  let told$n = told(row, within + $n);
  //# end

  for (var q = 0; q < Q; q++) {
    let cellGate = mixed[inCell + q];
    let cellValue = mixed[inCell + Q + q];
    //# for n in R
    var gate$n = cellGate;
    var value$n = cellValue;
    {
      let n = $n * 2 * Q + q;
      gate$n += mixed[inRow + n] + mixed[inCol + n] + mixed[inDigit + n];
      value$n += mixed[inRow + Q + n] + mixed[inCol + Q + n] + mixed[inDigit + Q + n];
    }
    //# end
    for (var k = 0; k < Q; k++) {
      let base = W_SELF + k * 8 * Q + q;  // four rows of 2 Q vec4s
      //# for r in 4
      let g$r = weights[base + $r * 2 * Q];
      let v$r = weights[base + $r * 2 * Q + Q];
      //# end
      //# for n in R
      let x$n = latent(first + $n, told$n, k);
      gate$n += x$n.x * g0 + x$n.y * g1 + x$n.z * g2 + x$n.w * g3;
      value$n += x$n.x * v0 + x$n.y * v1 + x$n.z * v2 + x$n.w * v3;
      //# end
    }
    //# for n in R
    result[aux + $n * AUX + q] = silu(gate$n) * value$n;
    //# end
  }

  //# for n in R
  var squares$n = 0.0;
  //# end
  for (var q = 0; q < Q; q++) {
    //# for n in R
    var v$n = latent(first + $n, told$n, q);
    //# end
    for (var k = 0; k < Q; k++) {
      let base = W_OUT + k * 4 * Q + q;  // four rows of Q vec4s
      //# for r in 4
      let w$r = weights[base + $r * Q];
      //# end
      //# for n in R
      let h$n = result[aux + $n * AUX + k];
      v$n += h$n.x * w0 + h$n.y * w1 + h$n.z * w2 + h$n.w * w3;
      //# end
    }
    //# for n in R
    result[at + $n * Q + q] = v$n;
    squares$n += dot(v$n, v$n);
    //# end
  }

  //# for n in R
  {
    let scale = inverseSqrt(squares$n / f32(4 * Q) + 1e-5);
    //# for l in LAST
    finish(first + $n, aux + $n * AUX, scale, u32(header.y), u32(header.z), header.w);
    //# end
    //# for l in INNER
    for (var q = 0; q < Q; q++) { result[at + $n * Q + q] *= scale; }
    //# end
  }
  //# end
}
