// The second kernel of a block where a workgroup takes less than in band.wgsl: one for the nine candidates of one digit in
// one box, of B rows of the batch. Row and column segments and the box are in it, cells, rows and columns come from
// cells.wgsl with KINDS = 3, and the digit and everything from its sums.
// Thread (column, s, slice) of 2 Q x B x S computes what every S-th vec4 of features adds to one column of y of the nine
// candidates of row s of the batch; the workgroup's memory then adds up the slices.
// shared.wgsl comes before. source, beside: ../latent.wgsl; result: as band.wgsl leaves it.
//
// The workgroup's memory holds, one after the other,
//   nine latents, the mean of the digit and that of everything, for each row of the batch
//   three candidates' y of every thread, once for each row of the box
//   hidden features [B, 9, d]; squares; parts of the summary
const VECTORS = 11;
const PLACES = THREADS / Q;
var<workgroup> tile: array<vec4f, TILE>;
var<workgroup> asleep: u32;

fn main(index: i32) {
  let l = i32(localIndex);
  let group = index / THREADS;
  let digit = group % 9;
  let box = (group / 9) % 9;
  let firstRow = (group / 81) * B;
  let band = box / 3;
  let stack = box % 3;
  // Candidate m is that of the digit in row m / 3 and column m % 3 of the box.
  let corner = (band * 27 + stack * 3) * 9 + digit;

  if (l == 0) {
    asleep = 1u;
    for (var s = 0; s < B; s++) { if (runs(firstRow + s)) { asleep = 0u; } }
  }
  if (workgroupUniformLoad(&asleep) != 0u) {
    //# for x in LAST
    for (var at = l; at < B * 9 * Q; at += THREADS) {
      let row = firstRow + at / (9 * Q);
      let to = (row * CANDIDATES + inBox(corner, (at / Q) % 9)) * Q + at % Q;
      if (row < uniforms.rows) { result[to] = before(to); }
    }
    //# end
    return;
  }

  for (var at = l; at < B * 9 * Q; at += THREADS) {
    let s = at / (9 * Q);
    tile[s * 2 * Q + at] = load(inBatch(firstRow + s), inBox(corner, (at / Q) % 9), at % Q);
  }
  for (var at = THREADS - 1 - l; at < B * 2 * Q; at += THREADS) {
    let s = at / (2 * Q);
    let all = (at / Q) % 2;
    let k = at % Q;
    let sums = inBatch(firstRow + s) * MIXED + SUMS + k;
    var sum = vec4f();
    if (all == 1) {
      for (var n = 0; n < 27; n++) { sum += mixed[sums + n * Q]; }
    } else {
      for (var n = 0; n < 3; n++) { sum += mixed[sums + (9 * n + digit) * Q]; }
    }
    tile[(s * VECTORS + 9 + all) * Q + k] = sum / select(81.0, f32(CANDIDATES), all == 1);
  }
  workgroupBarrier();

  let column = l % (2 * Q);
  let part = l / (2 * Q);
  let own = (part % B) * VECTORS * Q;
  //# for m in 9
  var y$m = vec4f();
  //# end
  //# for i in 3
  var across$i = vec4f();
  var down$i = vec4f();
  //# end
  var whole = vec4f();
  for (var k = part / B; k < Q; k += S) {
    //# for m in 9
    let x$m = tile[own + $m * Q + k];
    //# end
    let base = k * 8 * Q + column;  // four rows of 2 Q vec4s
    {
      //# for r in 4
      let w$r = weights[W_SELF + base + $r * 2 * Q];
      //# end
      //# for m in 9
      y$m += x$m.x * w0 + x$m.y * w1 + x$m.z * w2 + x$m.w * w3;
      //# end
    }
    let a0 = (x0 + x1 + x2) / 3.0;
    let a1 = (x3 + x4 + x5) / 3.0;
    let a2 = (x6 + x7 + x8) / 3.0;
    {
      //# for r in 4
      let w$r = weights[W_SEG + base + $r * 2 * Q];
      //# end
      let b0 = (x0 + x3 + x6) / 3.0;
      let b1 = (x1 + x4 + x7) / 3.0;
      let b2 = (x2 + x5 + x8) / 3.0;
      //# for i in 3
      across$i += a$i.x * w0 + a$i.y * w1 + a$i.z * w2 + a$i.w * w3;
      down$i += b$i.x * w0 + b$i.y * w1 + b$i.z * w2 + b$i.w * w3;
      //# end
    }
    {
      //# for r in 4
      let w$r = weights[W_BOX + base + $r * 2 * Q];
      //# end
      let x = (a0 + a1 + a2) / 3.0;
      whole += x.x * w0 + x.y * w1 + x.z * w2 + x.w * w3;
    }
    {
      //# for r in 4
      let w$r = weights[W_DIG + base + $r * 2 * Q];
      //# end
      let x = tile[own + 9 * Q + k];
      whole += x.x * w0 + x.y * w1 + x.z * w2 + x.w * w3;
    }
    {
      //# for r in 4
      let w$r = weights[W_ALL + base + $r * 2 * Q];
      //# end
      let x = tile[own + 10 * Q + k];
      whole += x.x * w0 + x.y * w1 + x.z * w2 + x.w * w3;
    }
  }
  //# for m in 9
  y$m += whole;
  //# end
  //# for j in 3
  y$j += across0 + down$j;
  //# end
  y3 += across1 + down0;
  y4 += across1 + down1;
  y5 += across1 + down2;
  y6 += across2 + down0;
  y7 += across2 + down1;
  y8 += across2 + down2;

  // Hidden features of the candidates of one row of the box at a time.
  let n = l / (B * Q);
  let ofRow = (l / Q) % B;
  let h = l % Q;
  //# for i in 3
  var hidden$i = vec4f();
  //# end
  workgroupBarrier();
  tile[l] = y0;
  tile[THREADS + l] = y1;
  tile[2 * THREADS + l] = y2;
  workgroupBarrier();
  if (n < 3) { hidden0 = hiddenOf(inBatch(firstRow + ofRow), ofRow, 0, n, band, stack, digit, h); }
  workgroupBarrier();
  tile[l] = y3;
  tile[THREADS + l] = y4;
  tile[2 * THREADS + l] = y5;
  workgroupBarrier();
  if (n < 3) { hidden1 = hiddenOf(inBatch(firstRow + ofRow), ofRow, 1, n, band, stack, digit, h); }
  workgroupBarrier();
  tile[l] = y6;
  tile[THREADS + l] = y7;
  tile[2 * THREADS + l] = y8;
  workgroupBarrier();
  if (n < 3) { hidden2 = hiddenOf(inBatch(firstRow + ofRow), ofRow, 2, n, band, stack, digit, h); }
  workgroupBarrier();
  if (n < 3) {
    //# for i in 3
    tile[(ofRow * 9 + 3 * $i + n) * Q + h] = hidden$i;
    //# end
  }
  workgroupBarrier();

  // Now column h of v for ROUNDS candidates, those of `place` = 9 s + m.
  //# for n in ROUNDS
  let place$n = l / Q + $n * PLACES;
  let busy$n = place$n < 9 * B;
  let s$n = min(place$n / 9, B - 1);
  let row$n = inBatch(firstRow + s$n);
  let within$n = inBox(corner, place$n % 9);
  let writes$n = busy$n && firstRow + s$n < uniforms.rows;
  var v$n = vec4f();
  if (busy$n) { v$n = load(row$n, within$n, h); }
  //# end
  if (busy0) {
    for (var k = 0; k < Q; k++) {
      let base = W_OUT + k * 4 * Q + h;  // four rows of Q vec4s
      //# for r in 4
      let w$r = weights[base + $r * Q];
      //# end
      //# for n in ROUNDS
      let x$n = tile[min(place$n, 9 * B - 1) * Q + k];
      v$n += x$n.x * w0 + x$n.y * w1 + x$n.z * w2 + x$n.w * w3;
      //# end
    }
  }
  workgroupBarrier();
  //# for n in ROUNDS
  if (busy$n) { tile[place$n * Q + h] = v$n * v$n; }
  //# end
  workgroupBarrier();
  //# for n in ROUNDS
  if (busy$n) {
    var squares = vec4f();
    for (var k = 0; k < Q; k++) { squares += tile[place$n * Q + k]; }
    v$n *= inverseSqrt(dot(squares, vec4f(1.0)) / f32(4 * Q) + 1e-5);
  }
  //# end
  //# for x in INNER
  //# for n in ROUNDS
  if (writes$n) { result[(row$n * CANDIDATES + within$n) * Q + h] = v$n; }
  //# end
  //# end
  //# for x in LAST
  workgroupBarrier();
  //# for n in ROUNDS
  if (busy$n) {
    let header = mixed[row$n * MIXED + HEADER];
    let inGrid = within$n * Q + h;
    let at = row$n * CANDIDATES * Q + inGrid;
    let old = before(at);
    let delta = v$n - old;
    var next = old + uniforms.lambda * delta;
    if (header.w != 0.0) {
      next += header.w * gaussian(inGrid, u32(header.z), u32(header.y), 0u, uniforms.seed);
    }
    if (header.x != 0.0) { next = old; }
    if (writes$n) { result[at] = next; }
    tile[place$n * Q + h] =
      vec4f(dot(next, weights[HEADS + h]), dot(next, weights[HEADS + Q + h]), dot(delta, delta), dot(old, old));
    v$n = next;
  }
  //# end
  workgroupBarrier();
  writeParts(l, firstRow, corner, 0);
  if (uniforms.projected != 0) {
    workgroupBarrier();
    //# for n in ROUNDS
    if (busy$n) {
      let inGrid = within$n * Q + h;
      let off = v$n - mean[inGrid];
      tile[place$n * Q + h] =
        vec4f(dot(off, directions[inGrid]), dot(off, directions[inGrid + CANDIDATES * Q]),
              dot(off, directions[inGrid + 2 * CANDIDATES * Q]), 0.0);
    }
    //# end
    workgroupBarrier();
    writeParts(l, firstRow, corner, 1);
  }
  //# end
}

fn inBox(corner: i32, m: i32) -> i32 { return corner + (m / 3) * 81 + (m % 3) * 9; }

// Column h of the hidden features of candidate (i, n) of the box, from the threads' parts of its y.
fn hiddenOf(row: i32, s: i32, i: i32, n: i32, band: i32, stack: i32, digit: i32, h: i32) -> vec4f {
  let products = row * MIXED + h;
  let cell = products + ((band * 3 + i) * 9 + stack * 3 + n) * 2 * Q;
  let line = products + (81 + (band * 9 + digit) * 3 + i) * 2 * Q;
  let down = products + (162 + (stack * 9 + digit) * 3 + n) * 2 * Q;
  var gate = mixed[cell] + mixed[line] + mixed[down] + weights[BIAS + h];
  var value = mixed[cell + Q] + mixed[line + Q] + mixed[down + Q] + weights[BIAS + Q + h];
  for (var slice = 0; slice < S; slice++) {
    let at = n * THREADS + (slice * B + s) * 2 * Q + h;
    gate += tile[at];
    value += tile[at + Q];
  }
  return silu(gate) * value;
}

//# for x in LAST
// The candidates' parts of the summary from those of their vec4s, which lie in the workgroup's memory.
fn writeParts(l: i32, firstRow: i32, corner: i32, half: i32) {
  for (var at = l; at < B * 9; at += THREADS) {
    let row = firstRow + at / 9;
    var sum = vec4f();
    for (var k = 0; k < Q; k++) { sum += tile[at * Q + k]; }
    let candidate = row * CANDIDATES + inBox(corner, at % 9);
    if (runs(row)) { result[uniforms.rows * CANDIDATES * Q + candidate * AUX + half] = sum; }
  }
}
//# end
