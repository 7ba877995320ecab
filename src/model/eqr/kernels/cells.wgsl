// What each cell contributes to the summary of a state. One invocation a cell.
// z [rows, 729, d] the state; before [rows, 729, d] the state it was made from and u [rows, 729, 2 d] (first half),
// f(before, x), both read only where stepped = 1; heads: w, w_q, [b_q, 0, 0, 0]; directions [3, 729, d] and
// mean [729, d], read only where projected = 1. result [rows, 81, 8]:
//   sum (u - before)^2, sum before^2, sum w_q z, code | 3 coordinates (share of the cell), 0
// code = digit - 1 + 16 * round(255 * its softmax), a whole number below 2^12; a cell that holds a NaN is digit 1, 0.
const LOWEST = -3.4e38;

fn main(index: i32) {
  if (index >= uniforms.rows * 81) { return; }
  let inGrid = (index % 81) * 9 * Q;
  var change = vec4f();
  var size = vec4f();
  var halt = vec4f();
  var coords = vec3f();
  // The softmax in one pass: `total` is the sum of exp(logit - top) so far.
  var top = LOWEST;
  var total = 0.0;
  var digit = 0;
  for (var n = 0; n < 9; n++) {
    var logit = vec4f();
    for (var k = 0; k < Q; k++) {
      let at = (index * 9 + n) * Q + k;
      let v = z[at];
      logit += v * heads[k];
      halt += v * heads[Q + k];
      if (uniforms.stepped != 0) {
        let old = before[at];
        let delta = u[(index * 9 + n) * 2 * Q + k] - old;
        change += delta * delta;
        size += old * old;
      }
      if (uniforms.projected != 0) {
        let i = inGrid + n * Q + k;
        let off = v - mean[i];
        coords += vec3f(dot(off, directions[i]), dot(off, directions[i + CANDIDATES * Q]),
                        dot(off, directions[i + 2 * CANDIDATES * Q]));
      }
    }
    let value = dot(logit, vec4f(1.0));
    if (value > top) {
      total = total * exp(top - value) + 1.0;
      top = value;
      digit = n;
    } else {
      total += exp(value - top);
    }
  }

  let broken = !isFinite(top + total) || top == LOWEST;
  let code = select(digit + 16 * (i32(floor(255.0 / total + 0.5)) & 255), 0, broken);
  let ones = vec4f(1.0);
  result[2 * index] = vec4f(dot(change, ones), dot(size, ones), dot(halt, ones), f32(code));
  result[2 * index + 1] = vec4f(coords, 0.0);
}
