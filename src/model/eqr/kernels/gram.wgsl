// Partial products of X X^T. One invocation a tile of 4 x 4 products over one stretch of the columns.
// x [n, 4 quads]; G = ceil(n / 4) groups of rows; result [SPLITS, 4 G, 4 G]. Tiles below the diagonal stay unset.
// (groups and quads are uniforms, SPLITS is baked in.)
fn main(index: i32) {
  let groups = uniforms.groups;
  if (index >= SPLITS * groups * groups) { return; }
  let split = index / (groups * groups);
  let i = (index / groups) % groups;
  let j = index % groups;
  if (j < i) { return; }
  let last = uniforms.n - 1;  // rows past the end repeat the last one; their products are dropped when read
  //# for t in 4
  let a$t = min(4 * i + $t, last) * uniforms.quads;
  let b$t = min(4 * j + $t, last) * uniforms.quads;
  var sum$t = vec4f();
  //# end
  let stretch = (uniforms.quads + SPLITS - 1) / SPLITS;
  let end = min((split + 1) * stretch, uniforms.quads);
  for (var k = split * stretch; k < end; k++) {
    //# for t in 4
    let y$t = x[b$t + k];
    //# end
    //# for t in 4
    {
      let v = x[a$t + k];
      sum$t += vec4f(dot(v, y0), dot(v, y1), dot(v, y2), dot(v, y3));
    }
    //# end
  }
  //# for t in 4
  result[(split * 4 * groups + 4 * i + $t) * groups + j] = sum$t;
  //# end
}
