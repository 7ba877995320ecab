// z' = z + lambda (u - z) + sigma eps, with u = f(z, x). One invocation a vec4 of z.
// z, result [rows, 729, d]; u [rows, 729, 2 d] (first half); quantiles [4096]; row i is trajectory first + i.
fn main(index: i32) {
  let size = CANDIDATES * Q;
  if (index >= uniforms.rows * size) { return; }
  let old = z[index];
  let goal = u[(index / Q) * 2 * Q + index % Q];
  var next = old + uniforms.lambda * (goal - old);
  if (uniforms.sigma != 0.0) {
    next += uniforms.sigma * gaussian(index % size, uniforms.k, uniforms.first + u32(index / size), uniforms.seed);
  }
  result[index] = next;
}
