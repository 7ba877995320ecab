// Softmax over the digits of every cell of one state. One invocation a cell.
// z [rows, 729, d]; weights as in layout.ts; result [81, 9]; a cell that holds a NaN gets zeros.
fn main(index: i32) {
  if (index >= 81) { return; }
  var top = -3.4e38;
  for (var n = 0; n < 9; n++) {
    var logit = vec4f();
    for (var k = 0; k < Q; k++) { logit += z[((uniforms.row * 81 + index) * 9 + n) * Q + k] * weights[HEADS + k]; }
    let value = dot(logit, vec4f(1.0));
    result[index * 9 + n] = value;
    if (value > top) { top = value; }
  }
  var total = 0.0;
  for (var n = 0; n < 9; n++) { total += exp(result[index * 9 + n] - top); }
  let healthy = isFinite(top + total);
  for (var n = 0; n < 9; n++) {
    result[index * 9 + n] = select(0.0, exp(result[index * 9 + n] - top) / total, healthy);
  }
}
