// What a candidate adds to the summary of its state, from its latent in `result`: two vec4s at `aux` (candidate.wgsl).
// directions [3, 729, d] and mean [729, d] are read only where projected = 1.
fn writeParts(candidate: i32, aux: i32, change: f32, size: f32) {
  let at = candidate * Q;
  let inGrid = (candidate % CANDIDATES) * Q;
  var logit = vec4f();
  var halt = vec4f();
  var coords = vec3f();
  for (var q = 0; q < Q; q++) {
    let v = result[at + q];
    logit += v * weights[HEADS + q];
    halt += v * weights[HEADS + Q + q];
    if (uniforms.projected != 0) {
      let i = inGrid + q;
      let off = v - mean[i];
      coords += vec3f(dot(off, directions[i]), dot(off, directions[i + CANDIDATES * Q]),
                      dot(off, directions[i + 2 * CANDIDATES * Q]));
    }
  }
  let ones = vec4f(1.0);
  result[aux] = vec4f(dot(logit, ones), dot(halt, ones), change, size);
  result[aux + 1] = vec4f(coords, 0.0);
}
