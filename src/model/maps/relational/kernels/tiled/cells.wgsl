// The first kernel of a block: what units that many workgroups of the next kernel need add to y. One workgroup for three
// units of a row of the batch: cells; and with KINDS = 3 (for box.wgsl) rows, then columns, of one digit.
// source, beside, record: as in ../mix.wgsl.
// result [rows, MIXED]: for each kind 81 vectors [2 d], mean of the unit by W_cell or W_line; 27 vectors [d], the sums over
// the three units of each workgroup of kind SUMMED; and a vec4 for the next kernel: 0 unless the row has halted, its
// trajectory, iteration and noise.
const MEANS = 27 * Q;
const PARTS = 30 * Q;
var<workgroup> tile: array<vec4f, TILE>;  // 27 latents, 3 means, SPLIT parts of 3 products
var<workgroup> asleep: u32;

// Candidate n of nine of unit m of three; `three` is 9 band + digit for rows, 9 stack + digit for columns.
fn candidateOf(kind: i32, three: i32, m: i32, n: i32) -> i32 {
  if (kind == 1) { return (three / 9) * 243 + m * 81 + n * 9 + three % 9; }
  if (kind == 2) { return n * 81 + (three / 9) * 27 + m * 9 + three % 9; }
  return three * 27 + m * 9 + n;
}

fn main(index: i32) {
  let l = i32(localIndex);
  let group = index / THREADS;
  let three = group % 27;
  let kind = (group / 27) % KINDS;
  let row = group / (27 * KINDS);
  if (l == 0) {
    asleep = 1u;
    if (row < uniforms.rows) {
      var halted = 0.0;
      var trajectory = f32(uniforms.first + row);
      var k = f32(uniforms.k);
      var sigma = uniforms.sigma;
      if (uniforms.tracked == 1) {
        halted = record[row * SUMMARY + HALTED];
        trajectory = record[row * SUMMARY + TRAJECTORY];
        k -= record[row * SUMMARY + BORN];
        // Released or accepted (standing.wgsl): no noise any more.
        if (record[row * SUMMARY + PHASE] >= 2.0) { sigma = 0.0; }
      } else if (uniforms.tracked == 2) {
        trajectory = record[3 * row];
        k = record[3 * row + 1];
        sigma = record[3 * row + 2];
      }
      if (group % (27 * KINDS) == 0) { result[row * MIXED + HEADER] = vec4f(halted, trajectory, k, sigma); }
      asleep = select(0u, 1u, halted != 0.0);
    }
  }
  if (workgroupUniformLoad(&asleep) != 0u) { return; }

  for (var at = l; at < 27 * Q; at += THREADS) {
    let n = at / Q;
    let within = candidateOf(kind, three, n / 9, n % 9);
    tile[at] = latent(row * CANDIDATES + within, told(row, within), at % Q);
  }
  workgroupBarrier();
  for (var at = l; at < 3 * Q; at += THREADS) {
    var sum = vec4f();
    for (var n = 0; n < 9; n++) { sum += tile[((at / Q) * 9 + n) * Q + at % Q]; }
    tile[MEANS + at] = sum / 9.0;
  }
  workgroupBarrier();

  let column = l % (2 * Q);
  let unit = (l / (2 * Q)) % 3;
  let part = l / (6 * Q);
  let matrix = select(W_LINE, W_CELL, kind == 0);
  var y = vec4f();
  for (var k = part * (Q / SPLIT); k < (part + 1) * (Q / SPLIT); k++) {
    let x = tile[MEANS + unit * Q + k];
    let base = matrix + k * 8 * Q + column;  // four rows of 2 Q vec4s
    y += x.x * weights[base] + x.y * weights[base + 2 * Q] + x.z * weights[base + 4 * Q] + x.w * weights[base + 6 * Q];
  }
  tile[PARTS + l] = y;
  workgroupBarrier();
  if (part == 0) {
    var sum = y;
    for (var p = 1; p < SPLIT; p++) { sum += tile[PARTS + p * 6 * Q + l]; }
    result[row * MIXED + (kind * 81 + three * 3 + unit) * 2 * Q + column] = sum;
  }
  if (kind == SUMMED && l < Q) {
    result[row * MIXED + SUMS + three * Q + l] = 9.0 * (tile[MEANS + l] + tile[MEANS + Q + l] + tile[MEANS + 2 * Q + l]);
  }
}
