// The states that the next step starts from: a copy, with z_0 of its new cycle where a trajectory has just been given up
// (standing.wgsl). One invocation a vec4 of z. z, result [rows, 729, d]; record [rows, SUMMARY] of the look at z = z_k.
fn main(index: i32) {
  let size = CANDIDATES * Q;
  if (index >= uniforms.rows * size) { return; }
  let at = (index / size) * SUMMARY;
  let begins = record[at + HALTED] == 0.0 && record[at + CYCLE] > 0.0 && record[at + PHASE] == 0.0
    && record[at + SINCE] == f32(uniforms.k) - record[at + BORN];
  if (begins) {
    result[index] = f32(START_DEVIATION)
      * gaussian(index % size, 0u, u32(record[at + TRAJECTORY]), u32(record[at + CYCLE]), uniforms.seed);
  } else {
    result[index] = z[index];
  }
}
