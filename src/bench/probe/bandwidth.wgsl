// The bandwidth of a device: every vec4 of `origin` read once, every vec4 of `copy` written once.
@group(0) @binding(0) var<storage, read> origin: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> copy: array<vec4f>;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  copy[id.x] = origin[id.x] * 0.5;
}
