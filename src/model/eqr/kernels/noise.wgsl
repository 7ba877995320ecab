// The shared noise (noise.ts), bit for bit: Philox 4x32-10 words turned into normals by a table of 4096 quantiles.
fn mulHigh(a: u32, b: u32) -> u32 {
  let a0 = a & 0xffffu;
  let a1 = a >> 16u;
  let b0 = b & 0xffffu;
  let b1 = b >> 16u;
  let mid1 = a1 * b0 + ((a0 * b0) >> 16u);
  let mid2 = a0 * b1 + (mid1 & 0xffffu);
  return a1 * b1 + (mid1 >> 16u) + (mid2 >> 16u);
}

fn philox(block: u32, k: u32, trajectory: u32, seed: u32) -> vec4u {
  var c = vec4u(block, k, trajectory, 0u);
  var key = vec2u(seed, 0x45715221u);
  for (var round = 0; round < 10; round++) {
    let high0 = mulHigh(0xD2511F53u, c.x);
    let high1 = mulHigh(0xCD9E8D57u, c.z);
    c = vec4u(high1 ^ c.y ^ key.x, 0xCD9E8D57u * c.z, high0 ^ c.w ^ key.y, 0xD2511F53u * c.x);
    key += vec2u(0x9E3779B9u, 0xBB67AE85u);
  }
  return c;
}

// The four normals of a block, which are those of a vec4 of a latent state.
fn gaussian(block: i32, k: u32, trajectory: u32, seed: u32) -> vec4f {
  let at = philox(u32(block), k, trajectory, seed) >> vec4u(20u);
  return vec4f(quantiles[at.x], quantiles[at.y], quantiles[at.z], quantiles[at.w]);
}
