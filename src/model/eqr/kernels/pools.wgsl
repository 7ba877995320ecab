// Means of u over the units of Sudoku. One invocation a vec4 of a mean.
// u [rows, 729, 2 d] (first half); result [rows, POOLED, d], whose vectors are, in this order (layout.ts):
//   81 cells (row, column) | 243 row segments (row, band of columns, digit)
//   | 243 column segments (band of rows, column, digit) | 9 digits
// Lines, boxes and the mean of everything are means of these: mix.wgsl takes them from there.
fn main(index: i32) {
  if (index >= uniforms.rows * POOLED * Q) { return; }
  let q = index % Q;
  let vector = (index / Q) % POOLED;
  let row = index / (Q * POOLED);

  var first: i32;   // the unit's candidates are first, first + stride, ...
  var stride: i32;
  var count: i32;
  if (vector < ROW_SEGS) {
    first = vector * 9;
    stride = 1;
    count = 9;
  } else if (vector < COL_SEGS) {
    let seg = vector - ROW_SEGS;
    first = (seg / 9) * 27 + seg % 9;
    stride = 9;
    count = 3;
  } else if (vector < DIGITS) {
    let seg = vector - COL_SEGS;
    first = (seg / 81) * 243 + seg % 81;
    stride = 81;
    count = 3;
  } else {
    first = vector - DIGITS;
    stride = 9;
    count = 81;
  }

  var sum = vec4f();
  var at = (row * CANDIDATES + first) * 2 * Q + q;
  for (var i = 0; i < count; i++) {
    sum += u[at];
    at += stride * 2 * Q;
  }
  result[index] = sum / f32(count);
}
