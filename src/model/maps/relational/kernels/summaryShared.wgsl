// What summary.wgsl and summaryTiled.wgsl share.
const LOWEST = -3.4e38;

fn partOf(row: i32, candidate: i32, half: i32) -> vec4f {
  return state[uniforms.rows * CANDIDATES * Q + (row * CANDIDATES + candidate) * AUX + half];
}

// Value and softmax of a cell; one that holds a NaN is value 1 with softmax 0.
fn codeOf(row: i32, cell: i32) -> i32 {
  // The softmax in one pass: `total` is the sum of exp(logit - top) so far.
  var top = LOWEST;
  var total = 0.0;
  var digit = 0;
  for (var n = 0; n < VALUES; n++) {
    let value = logitOf(row, cell, n);
    if (value > top) {
      total = total * exp(top - value) + 1.0;
      top = value;
      digit = n;
    } else {
      total += exp(value - top);
    }
  }
  let broken = !isFinite(top + total) || top == LOWEST;
  return select(digit + ((i32(floor(255.0 / total + 0.5)) & 255) << u32(VALUE_BITS)), 0, broken);
}

// Residual, q and, where tracked, the standing, from the sum of the candidates' parts.
fn writeEnds(row: i32, sum: vec4f) {
  var residual = uniforms.NAN;
  // A state too large to be squared would otherwise look settled: something / inf = 0.
  if (uniforms.stepped != 0 && isFinite(sum.z) && isFinite(sum.w)) {
    residual = uniforms.lambda * sqrt(sum.z) / sqrt(sum.w);
  }
  let q = sum.y / f32(CANDIDATES) + uniforms.qBias;
  result[row * SUMMARY] = residual;
  result[row * SUMMARY + 1] = q;
  if (uniforms.tracked != 0) { stand(row, residual, q); }
}

fn writeCoords(row: i32, sum: vec4f) {
  var coords = vec4f(uniforms.NAN);
  if (uniforms.projected != 0) { coords = sum; }
  result[row * SUMMARY + 2] = coords.x;
  result[row * SUMMARY + 3] = coords.y;
  result[row * SUMMARY + 4] = coords.z;
}
