// The words of the shared noise (noise.ts): Philox 4x32-10 (Salmon et al. 2011).
fn mulHigh(a: u32, b: u32) -> u32 {
  let a0 = a & 0xffffu;
  let a1 = a >> 16u;
  let b0 = b & 0xffffu;
  let b1 = b >> 16u;
  let mid1 = a1 * b0 + ((a0 * b0) >> 16u);
  let mid2 = a0 * b1 + (mid1 & 0xffffu);
  return a1 * b1 + (mid1 >> 16u) + (mid2 >> 16u);
}

fn philox(counter: vec4u, start: vec2u) -> vec4u {
  var c = counter;
  var key = start;
  for (var round = 0; round < 10; round++) {
    let high0 = mulHigh(0xD2511F53u, c.x);
    let high1 = mulHigh(0xCD9E8D57u, c.z);
    c = vec4u(high1 ^ c.y ^ key.x, 0xCD9E8D57u * c.z, high0 ^ c.w ^ key.y, 0xD2511F53u * c.x);
    key += vec2u(0x9E3779B9u, 0xBB67AE85u);
  }
  return c;
}
