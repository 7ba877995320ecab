// The condition of every row: the puzzle's, with the hypotheses that stand (standing.wgsl) shown as if they were given.
// One invocation a candidate. puzzle [729]; record [rows, SUMMARY]; result [rows, 729], see latent.wgsl.
fn main(index: i32) {
  if (index >= uniforms.rows * CANDIDATES) { return; }
  let within = index % CANDIDATES;
  let at = (index / CANDIDATES) * SUMMARY;
  var told = puzzle[within];
  for (var i = 0; i < i32(record[at + COUNT]); i++) {
    let word = i32(record[at + HYPOTHESES + i / 2]);
    let code = select(word >> 12u, word & 0xfff, i % 2 == 0);
    if (code >> 4u == within / 9) { told = select(2.0, 1.0, (code & 15) == within % 9 + 1); }
  }
  result[index] = told;
}
