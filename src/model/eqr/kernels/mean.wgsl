// Mean over the rows of X. One invocation a vec4 of the mean. x [n, 4 quads]; result [4 quads].
fn main(index: i32) {
  if (index >= uniforms.quads) { return; }
  var sum = vec4f();
  for (var i = 0; i < uniforms.n; i++) { sum += x[i * uniforms.quads + index]; }
  result[index] = sum / f32(uniforms.n);
}
