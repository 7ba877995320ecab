// Adds the stretches of gram.wgsl. One invocation four products.
// partials [SPLITS, 4 G, 4 G]; result [4 G, 4 G]. What lies in tiles below the diagonal means nothing.
fn main(index: i32) {
  let size = 4 * uniforms.groups * uniforms.groups;
  if (index >= size) { return; }
  var sum = vec4f();
  for (var split = 0; split < SPLITS; split++) { sum += partials[split * size + index]; }
  result[index] = sum;
}
