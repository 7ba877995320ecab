// A NaN or an infinity must be looked for in the bits: WGSL lets a compiler assume that there is none.
fn isFinite(x: f32) -> bool {
  return (bitcast<u32>(x) & 0x7f800000u) != 0x7f800000u;
}
