// What a block reads. Its source is z [rows, 729, d] in the first block, which adds Emb[x], else the u of the block before.
// beside: in the first block x [729] or [rows, 729] as floats: 0 unknown, 1 this digit is given, 2 another digit is given;
// in a later one z. weights as in layout.ts.
//# for f in FIRST
fn told(row: i32, within: i32) -> i32 { return i32(beside[row * uniforms.xStride + within]); }
fn latent(candidate: i32, condition: i32, k: i32) -> vec4f {
  return source[candidate * Q + k] + weights[EMB + condition * Q + k];
}
//# end
//# for l in LATER
fn told(row: i32, within: i32) -> i32 { return 0; }
fn latent(candidate: i32, condition: i32, k: i32) -> vec4f { return source[candidate * Q + k]; }
//# end
