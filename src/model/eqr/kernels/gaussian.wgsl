// The four normals of a block of the shared noise, which are those of a vec4 of a latent state. quantiles [4096].
fn gaussian(block: i32, k: u32, trajectory: u32, cycle: u32, seed: u32) -> vec4f {
  let at = philox(vec4u(u32(block), k, trajectory, cycle), vec2u(seed, 0x45715221u)) >> vec4u(20u);
  return vec4f(quantiles[at.x], quantiles[at.y], quantiles[at.z], quantiles[at.w]);
}
