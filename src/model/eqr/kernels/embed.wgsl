// u = z + Emb[x]. One invocation a vec4 of z.
// z [rows, 729, d]; x [729] or [rows, 729]; emb [3, d]; result u [rows, 729, 2 d], whose second half stays unset.
fn main(index: i32) {
  if (index >= uniforms.rows * CANDIDATES * Q) { return; }
  let candidate = index / Q;
  let q = index % Q;
  let row = candidate / CANDIDATES;
  let told = x[row * uniforms.xStride + candidate % CANDIDATES];
  result[candidate * 2 * Q + q] = z[index] + emb[told * Q + q];
}
