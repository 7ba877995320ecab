// A state that no step made, laid out as candidate.wgsl leaves one. One invocation a candidate. z [rows, 729, d].
fn main(index: i32) {
  if (index >= uniforms.rows * CANDIDATES) { return; }
  for (var q = 0; q < Q; q++) { result[index * Q + q] = z[index * Q + q]; }
  writeParts(index, uniforms.rows * CANDIDATES * Q + index * AUX, 0.0, 0.0);
}
