// Softmax over the digits of every cell of one state. One invocation a cell.
// z [rows, size]; weights as in layout.ts; result [cells, values]; a cell that holds a NaN gets zeros.
fn main(index: i32) {
  if (index >= CELLS) { return; }
  var top = -3.4e38;
  for (var n = 0; n < VALUES; n++) {
    var logit = vec4f();
    for (var k = 0; k < Q; k++) { logit += z[((uniforms.row * CELLS + index) * VALUES + n) * Q + k] * weights[HEADS + k]; }
    let value = dot(logit, vec4f(1.0));
    result[index * VALUES + n] = value;
    if (value > top) { top = value; }
  }
  var total = 0.0;
  for (var n = 0; n < VALUES; n++) { total += exp(result[index * VALUES + n] - top); }
  let healthy = isFinite(top + total);
  for (var n = 0; n < VALUES; n++) {
    result[index * VALUES + n] = select(0.0, exp(result[index * VALUES + n] - top) / total, healthy);
  }
}
