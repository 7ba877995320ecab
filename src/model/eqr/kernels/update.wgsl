// z' = z + lambda (u - z) + sigma eps, with u = f(z, x). One invocation a vec4 of z.
// z, result [rows, 729, d]; u [rows, 729, 2 d] (first half); quantiles [4096]. Row i is trajectory first + i at iteration k
// or, where rows are mixed, trajectory own[2 i] at iteration own[2 i + 1].
fn main(index: i32) {
  let size = CANDIDATES * Q;
  if (index >= uniforms.rows * size) { return; }
  let old = z[index];
  let goal = u[(index / Q) * 2 * Q + index % Q];
  var next = old + uniforms.lambda * (goal - old);
  if (uniforms.sigma != 0.0) {
    let row = index / size;
    var k = uniforms.k;
    var trajectory = uniforms.first + u32(row);
    if (uniforms.mixed != 0) {
      trajectory = u32(own[2 * row]);
      k = u32(own[2 * row + 1]);
    }
    next += uniforms.sigma * gaussian(index % size, k, trajectory, uniforms.seed);
  }
  result[index] = next;
}
