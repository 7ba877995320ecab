// The condition of every row: its puzzle's (one for all where stride = 0), with the hypotheses that stand (standing.wgsl) shown as if they were given.
// One invocation a candidate. puzzle [729] or [rows, 729]; record [rows, SUMMARY]; result [rows, 729], see latent.wgsl.
fn main(index: i32) {
  if (index >= uniforms.rows * CANDIDATES) { return; }
  let within = index % CANDIDATES;
  let at = (index / CANDIDATES) * SUMMARY;
  var told = puzzle[(index / CANDIDATES) * uniforms.stride + within];
  for (var i = 0; i < i32(record[at + COUNT]); i++) {
    let word = i32(record[at + HYPOTHESES + i / HYPOTHESES_PER_WORD]);
    let code = (word >> u32(HYPOTHESIS_SHIFT * (i % HYPOTHESES_PER_WORD))) & ((1 << u32(HYPOTHESIS_SHIFT)) - 1);
    let value = code & ((1 << u32(SUPPOSED_BITS)) - 1);
    if (code >> u32(SUPPOSED_BITS) == within / VALUES) { told = select(2.0, 1.0, value == within % VALUES + 1); }
  }
  result[index] = told;
}
