// The summary of a state, small enough to be read back at every iteration. PARTS invocations a row; summaryShared.wgsl comes before.
// state: what the candidates left (parts.wgsl); record [rows, SUMMARY] the summaries before, read only where tracked = 1;
// x: what the step was told (latent.wgsl). result [rows, SUMMARY] (summary.ts):
//   residual = lambda ||u - z|| / ||z||, q, 3 coordinates,
//   41 words of two cells' codes: code_0 + 2^12 code_1, exact in f32; code = digit - 1 + 16 * round(255 * its softmax)
//   and, where tracked, the standing of the trajectory (standing.wgsl)
const PARTS = 2 + CELL_WORDS;

// Over all candidates, summed by cells first: one running sum would lose digits.
fn sumOfParts(row: i32, half: i32) -> vec4f {
  var sum = vec4f();
  for (var cell = 0; cell < 81; cell++) {
    var ofCell = vec4f();
    for (var n = 0; n < 9; n++) { ofCell += partOf(row, cell * 9 + n, half); }
    sum += ofCell;
  }
  return sum;
}

fn logitOf(row: i32, cell: i32, n: i32) -> f32 { return partOf(row, cell * 9 + n, 0).x; }

fn heldCode(row: i32, cell: i32) -> i32 { return codeOf(row, cell); }

fn main(index: i32) {
  if (index >= uniforms.rows * PARTS) { return; }
  let row = index / PARTS;
  let part = index % PARTS;
  let to = row * SUMMARY;
  // The words that this invocation writes.
  var word = part - 2 + CODES;
  var stop = word + 1;
  if (part == 0) { word = 0; stop = 2; }
  if (part == 1) { word = 2; stop = CODES; }
  if (uniforms.tracked != 0) {
    if (record[to + HALTED] != 0.0) {
      for (var i = word; i < stop; i++) { result[to + i] = record[to + i]; }
      if (part == 0) { for (var i = STANDING; i < SUMMARY; i++) { result[to + i] = record[to + i]; } }
      return;
    }
  }
  if (part == 0) {
    writeEnds(row, sumOfParts(row, 0));
  } else if (part == 1) {
    var coords = vec4f();
    if (uniforms.projected != 0) { coords = sumOfParts(row, 1); }
    writeCoords(row, coords);
  } else {
    let cell = 2 * (part - 2);
    var codes = codeOf(row, cell);
    if (cell < 80) { codes += 4096 * codeOf(row, cell + 1); }
    result[to + CODES + part - 2] = f32(codes);
  }
}
