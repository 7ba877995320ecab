// The multiply-add rate of a device: CHAINS independent chains of vec4 multiply-adds, 8 CHAINS of them a turn.
// Nothing is read, and one vec4 an invocation is written so that nothing can be left out.
@group(0) @binding(0) var<storage, read_write> result: array<vec4f>;
@group(0) @binding(1) var<uniform> turns: u32;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let a = vec4f(0.999, 0.998, 0.997, 0.996) + f32(id.x) * 1e-9;
  let b = vec4f(0.001, 0.002, 0.003, 0.004);
  //# for n in CHAINS
  var x$n = b * f32($n + 1);
  //# end
  for (var i = 0u; i < turns; i++) {
    //# for t in 8
    //# for n in CHAINS
    x$n = x$n * a + b;
    //# end
    //# end
  }
  var sum = vec4f();
  //# for n in CHAINS
  sum += x$n;
  //# end
  result[id.x] = sum;
}
