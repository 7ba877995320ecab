// z_0 ~ N(0, START_DEVIATION² I) (noise.ts). One invocation a vec4 of z.
// quantiles [4096]; result z [rows, 729, d]: row i is trajectory first + i.
fn main(index: i32) {
  let size = CANDIDATES * Q;
  if (index >= uniforms.rows * size) { return; }
  result[index] = f32(START_DEVIATION)
    * gaussian(index % size, 0u, uniforms.first + u32(index / size), 0u, uniforms.seed);
}
