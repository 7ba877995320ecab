// Axes of the map, W^T (X - mean). One invocation a vec4 of all three.
// x [n, 4 quads]; mean [4 quads]; w [n, 3]; result [3, 4 quads].
fn main(index: i32) {
  if (index >= uniforms.quads) { return; }
  let centre = mean[index];
  //# for a in 3
  var axis$a = vec4f();
  //# end
  for (var i = 0; i < uniforms.n; i++) {
    let off = x[i * uniforms.quads + index] - centre;
    //# for a in 3
    axis$a += w[3 * i + $a] * off;
    //# end
  }
  //# for a in 3
  result[$a * uniforms.quads + index] = axis$a;
  //# end
}
