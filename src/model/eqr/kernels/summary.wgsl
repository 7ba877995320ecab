// The summary of a state, small enough to be read back at every iteration. One invocation a number.
// cells [rows, 81, 8] of cells.wgsl; result [rows, 46] (summary.ts):
//   residual = lambda ||u - z|| / ||z||, q, 3 coordinates,
//   then 41 words of two cells' codes: code_0 + 2^12 code_1, exact in f32
fn sumOfCells(row: i32, column: i32) -> f32 {
  var sum = 0.0;
  for (var cell = 0; cell < 81; cell++) { sum += cells[(row * 81 + cell) * 8 + column]; }
  return sum;
}

fn main(index: i32) {
  if (index >= uniforms.rows * SUMMARY) { return; }
  let row = index / SUMMARY;
  let field = index % SUMMARY;
  var value = uniforms.NAN;
  if (field == 0) {
    if (uniforms.stepped != 0) {
      let change = sumOfCells(row, 0);
      let size = sumOfCells(row, 1);
      // A state too large to be squared would otherwise look settled: something / inf = 0.
      if (isFinite(change) && isFinite(size)) { value = uniforms.lambda * sqrt(change) / sqrt(size); }
    }
  } else if (field == 1) {
    value = sumOfCells(row, 2) / f32(CANDIDATES) + uniforms.qBias;
  } else if (field < 5) {
    if (uniforms.projected != 0) { value = sumOfCells(row, field + 2); }
  } else {
    let cell = 2 * (field - 5);
    let at = (row * 81 + cell) * 8 + 3;
    value = cells[at];
    if (cell < 80) { value += 4096.0 * cells[at + 8]; }
  }
  result[index] = value;
}
