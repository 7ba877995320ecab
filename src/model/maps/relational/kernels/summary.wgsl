// The summary of a state, small enough to be read back at every iteration. PARTS invocations per row; summaryShared.wgsl comes before.
// state: what the candidates left (parts.wgsl); record [rows, SUMMARY] the summaries before, read only where tracked = 1;
// x: what the step was told (latent.wgsl). result [rows, SUMMARY] (summary.ts):
//   residual = lambda ||u - z|| / ||z||, q, 3 coordinates,
//   CELL_WORDS words of cells' codes (packing.ts), exact in f32; code = value - 1 + 2^VALUE_BITS round(255 its softmax)
//   and, where tracked, the standing of the trajectory (standing.wgsl)
const PARTS = 2 + CELL_WORDS;

// Over all candidates, summed by cells first: one running sum would lose digits.
fn sumOfParts(row: i32, half: i32) -> vec4f {
  var sum = vec4f();
  for (var cell = 0; cell < CELLS; cell++) {
    var ofCell = vec4f();
    for (var n = 0; n < VALUES; n++) { ofCell += partOf(row, cell * VALUES + n, half); }
    sum += ofCell;
  }
  return sum;
}

fn logitOf(row: i32, cell: i32, n: i32) -> f32 { return partOf(row, cell * VALUES + n, 0).x; }

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
    var codes = 0;
    for (var i = 0; i < CODES_PER_WORD; i++) {
      let cell = CODES_PER_WORD * (part - 2) + i;
      if (cell < CELLS) { codes += codeOf(row, cell) << u32(CODE_SHIFT * i); }
    }
    result[to + CODES + part - 2] = f32(codes);
  }
}
