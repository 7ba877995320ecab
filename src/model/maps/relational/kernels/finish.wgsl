// The end of a step, candidate by candidate (candidate.wgsl): `result` holds v still to be scaled, and becomes z'.
//# for f in FIRST
fn before(i: i32) -> vec4f { return source[i]; }
//# end
//# for l in LATER
fn before(i: i32) -> vec4f { return beside[i]; }
//# end

fn finish(candidate: i32, aux: i32, scale: f32, trajectory: u32, k: u32, sigma: f32) {
  let at = candidate * Q;
  let inGrid = (candidate % CANDIDATES) * Q;
  var change = vec4f();
  var size = vec4f();
  for (var q = 0; q < Q; q++) {
    let old = before(at + q);
    let delta = result[at + q] * scale - old;
    change += delta * delta;
    size += old * old;
    var next = old + uniforms.lambda * delta;
    if (sigma != 0.0) {
      next += sigma * gaussian(inGrid + q, k, trajectory, 0u, uniforms.seed);
    }
    result[at + q] = next;
  }
  let ones = vec4f(1.0);
  writeParts(candidate, aux, dot(change, ones), dot(size, ones));
}
