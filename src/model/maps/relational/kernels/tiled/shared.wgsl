// What band.wgsl and box.wgsl share.
fn silu(x: vec4f) -> vec4f {
  // The bound keeps exp from overflowing, where WGSL leaves the result open.
  return x / (1.0 + exp(min(-x, vec4f(80.0))));
}

// Rows past the end of the batch repeat the last one, and are not written.
fn inBatch(row: i32) -> i32 { return min(row, uniforms.rows - 1); }

fn runs(row: i32) -> bool { return row < uniforms.rows && mixed[inBatch(row) * MIXED + HEADER].x == 0.0; }

fn load(row: i32, within: i32, k: i32) -> vec4f { return latent(row * CANDIDATES + within, told(row, within), k); }

//# for x in LAST
//# for f in FIRST
fn before(i: i32) -> vec4f { return source[i]; }
//# end
//# for f in LATER
fn before(i: i32) -> vec4f { return beside[i]; }
//# end
//# end
