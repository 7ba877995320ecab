// The second kernel of a block: the rest of it, and after the last one the step itself, as in ../candidate.wgsl.
// One workgroup for the 27 candidates of one digit in one band of rows, of B rows of the batch: all units but cells and
// "everything" are of one digit, so their means are formed here, and only columns need the latents of the other bands.
// Thread (g, j) of 9 x J computes P columns of y for the three candidates of row i = g / 3 and band of columns t = g % 3;
// besides, of the row segment that these are, of column g, and of one unit of the list below, for all who need them.
// shared.wgsl comes before. source, beside: ../latent.wgsl; mixed: cells.wgsl. result: as candidate.wgsl leaves it, without hidden features.
//
// The workgroup's memory holds, one after the other,
//   27 latents and UNITS means for each row of the batch, KQ vec4s of each at a time:
//     9 row segments | 9 column segments | 9 columns | 3 rows, 3 boxes, the digit, everything
//   what column segments and units add to y (LISTED vectors [2 d]), for one row of the batch at a time
//   hidden features [B, 27, d]; squares; parts of the summary
const UNITS = 35;
const LISTED = 9 + 8;
const COLUMN_SEGS = 9;
const COLUMNS = 18;
const LIST = 27;
var<workgroup> tile: array<vec4f, TILE>;
var<workgroup> asleep: u32;

fn unitAt(s: i32, unit: i32, k: i32) -> i32 { return B * 27 * KQ + (s * UNITS + unit) * KQ + k; }

fn main(index: i32) {
  let l = i32(localIndex);
  let group = index / THREADS;
  let digit = group % 9;
  let band = (group / 9) % 3;
  let firstRow = (group / 27) * B;
  let cells = band * 27;  // candidate j of the tile is that of the digit in cell `cells` + j

  if (l == 0) {
    asleep = 1u;
    for (var s = 0; s < B; s++) { if (runs(firstRow + s)) { asleep = 0u; } }
  }
  if (workgroupUniformLoad(&asleep) != 0u) {
    //# for x in LAST
    for (var at = l; at < B * 27 * Q; at += THREADS) {
      let row = firstRow + at / (27 * Q);
      let to = (row * CANDIDATES + (cells + (at / Q) % 27) * 9 + digit) * Q + at % Q;
      if (row < uniforms.rows) { result[to] = before(to); }
    }
    //# end
    return;
  }

  let g = l / J;
  let column = l % J;
  let i = g / 3;
  let t = g % 3;
  let own = i * 9 + t * 3;
  let listed = LIST + min(g, 7);
  var wList = W_LINE;
  if (g > 2) { wList = W_BOX; }
  if (g == 6) { wList = W_DIG; }
  if (g > 6) { wList = W_ALL; }
  //# for s in B
  //# for p in P
  //# for m in 3
  var y$s$m$p = vec4f();
  //# end
  var seg$s$p = vec4f();
  var col$s$p = vec4f();
  var list$s$p = vec4f();
  //# end
  //# end

  for (var chunk = 0; chunk < Q; chunk += KQ) {
    for (var at = l; at < B * 27 * KQ; at += THREADS) {
      let row = inBatch(firstRow + at / (27 * KQ));
      tile[at] = load(row, (cells + (at / KQ) % 27) * 9 + digit, chunk + at % KQ);
    }
    for (var at = l; at < B * 9 * KQ; at += THREADS) {
      let s = at / (9 * KQ);
      let row = inBatch(firstRow + s);
      var sum = vec4f();
      for (var other = 1; other < 3; other++) {
        let cell = ((band + other) % 3) * 27 + (at / KQ) % 9;
        for (var r = 0; r < 27; r += 9) { sum += load(row, (cell + r) * 9 + digit, chunk + at % KQ); }
      }
      tile[unitAt(s, COLUMNS + (at / KQ) % 9, at % KQ)] = sum;
    }
    for (var at = THREADS - 1 - l; at < B * KQ; at += THREADS) {
      let sums = inBatch(firstRow + at / KQ) * MIXED + SUMS + chunk + at % KQ;
      var sum = vec4f();
      for (var n = 0; n < 27; n++) { sum += mixed[sums + n * Q]; }
      tile[unitAt(at / KQ, UNITS - 1, at % KQ)] = sum / f32(CANDIDATES);
    }
    workgroupBarrier();
    for (var at = l; at < B * 9 * KQ; at += THREADS) {
      let s = at / (9 * KQ);
      let n = (at / KQ) % 9;
      let k = at % KQ;
      let u = s * 27 * KQ + k;
      let inSeg = u + ((n / 3) * 9 + (n % 3) * 3) * KQ;
      let ofColumn = tile[u + n * KQ] + tile[u + (9 + n) * KQ] + tile[u + (18 + n) * KQ];
      tile[unitAt(s, n, k)] = (tile[inSeg] + tile[inSeg + KQ] + tile[inSeg + 2 * KQ]) / 3.0;
      tile[unitAt(s, COLUMN_SEGS + n, k)] = ofColumn / 3.0;
      tile[unitAt(s, COLUMNS + n, k)] = (tile[unitAt(s, COLUMNS + n, k)] + ofColumn) / 9.0;
    }
    workgroupBarrier();
    for (var at = l; at < B * 7 * KQ; at += THREADS) {
      let s = at / (7 * KQ);
      let n = (at / KQ) % 7;
      let first = unitAt(s, 0, at % KQ);
      var mean = vec4f();
      if (n < 3) {
        for (var m = 0; m < 3; m++) { mean += tile[first + (3 * n + m) * KQ]; }
        mean /= 3.0;
      } else if (n < 6) {
        for (var m = 0; m < 3; m++) { mean += tile[first + (n - 3 + 3 * m) * KQ]; }
        mean /= 3.0;
      } else {
        for (var m = 0; m < 9; m++) { mean += tile[first + (COLUMNS + m) * KQ]; }
        mean /= 9.0;
      }
      tile[first + (LIST + n) * KQ] = mean;
    }
    workgroupBarrier();
    for (var k = 0; k < KQ; k++) {
      //# for p in P
      let base$p = (chunk + k) * 8 * Q + column + $p * Q;  // four rows of 2 Q vec4s
      //# end
      {
        //# for p in P
        //# for r in 4
        let w$r$p = weights[W_SELF + base$p + $r * 2 * Q];
        //# end
        //# end
        //# for s in B
        //# for m in 3
        let x$s$m = tile[($s * 27 + own + $m) * KQ + k];
        //# for p in P
        y$s$m$p += x$s$m.x * w0$p + x$s$m.y * w1$p + x$s$m.z * w2$p + x$s$m.w * w3$p;
        //# end
        //# end
        //# end
      }
      {
        //# for p in P
        //# for r in 4
        let w$r$p = weights[W_SEG + base$p + $r * 2 * Q];
        //# end
        //# end
        //# for s in B
        let a$s = tile[unitAt($s, g, k)];
        let b$s = tile[unitAt($s, COLUMN_SEGS + g, k)];
        //# for p in P
        seg$s$p += a$s.x * w0$p + a$s.y * w1$p + a$s.z * w2$p + a$s.w * w3$p;
        col$s$p += b$s.x * w0$p + b$s.y * w1$p + b$s.z * w2$p + b$s.w * w3$p;
        //# end
        //# end
      }
      {
        //# for p in P
        //# for r in 4
        let w$r$p = weights[W_LINE + base$p + $r * 2 * Q];
        //# end
        //# end
        //# for s in B
        let a$s = tile[unitAt($s, COLUMNS + g, k)];
        //# for p in P
        col$s$p += a$s.x * w0$p + a$s.y * w1$p + a$s.z * w2$p + a$s.w * w3$p;
        //# end
        //# end
      }
      {
        //# for p in P
        //# for r in 4
        let w$r$p = weights[wList + base$p + $r * 2 * Q];
        //# end
        //# end
        //# for s in B
        let a$s = tile[unitAt($s, listed, k)];
        //# for p in P
        list$s$p += a$s.x * w0$p + a$s.y * w1$p + a$s.z * w2$p + a$s.w * w3$p;
        //# end
        //# end
      }
    }
    workgroupBarrier();
  }

  //# for s in B
  //# for p in P
  tile[g * 2 * Q + column + $p * Q] = col$s$p;
  if (g < 8) { tile[(9 + g) * 2 * Q + column + $p * Q] = list$s$p; }
  //# end
  workgroupBarrier();
  {
    let ofCells = inBatch(firstRow + $s) * MIXED + (cells + own) * 2 * Q;
    //# for p in P
    let c$p = column + $p * Q;
    let all$p = seg$s$p + tile[(9 + i) * 2 * Q + c$p] + tile[(12 + t) * 2 * Q + c$p]
      + tile[15 * 2 * Q + c$p] + tile[16 * 2 * Q + c$p] + weights[BIAS + c$p];
    //# for m in 3
    y$s$m$p += all$p + tile[(3 * t + $m) * 2 * Q + c$p] + mixed[ofCells + $m * 2 * Q + c$p];
    //# end
    //# end
  }
  workgroupBarrier();
  //# end

  // Hidden features: a thread has both gate and value, or one of them.
  //# for x in PAIRED
  //# for s in B
  //# for m in 3
  tile[($s * 27 + own + $m) * Q + column] = silu(y$s$m0) * y$s$m1;
  //# end
  //# end
  //# end
  //# for x in SINGLE
  if (column < Q) {
    //# for s in B
    //# for m in 3
    tile[($s * 27 + own + $m) * Q + column] = silu(y$s$m0);
    //# end
    //# end
  }
  workgroupBarrier();
  if (column >= Q) {
    //# for s in B
    //# for m in 3
    tile[($s * 27 + own + $m) * Q + column - Q] *= y$s$m0;
    //# end
    //# end
  }
  //# end
  workgroupBarrier();

  // Now column q of v for ROUNDS times three candidates, those of `place` = 9 s + g.
  let q = l % Q;
  //# for n in ROUNDS
  let place$n = l / Q + $n * (THREADS / Q);
  let busy$n = place$n < 9 * B;
  let s$n = min(place$n / 9, B - 1);
  let row$n = inBatch(firstRow + s$n);
  let j$n = ((place$n % 9) / 3) * 9 + (place$n % 3) * 3;
  let first$n = (cells + j$n) * 9 + digit;
  let writes$n = busy$n && firstRow + s$n < uniforms.rows;
  //# for m in 3
  var v$n$m = vec4f();
  //# end
  if (busy$n) {
    //# for m in 3
    v$n$m = load(row$n, first$n + 9 * $m, q);
    //# end
  }
  //# end
  if (busy0) {
    for (var k = 0; k < Q; k++) {
      let base = W_OUT + k * 4 * Q + q;  // four rows of Q vec4s
      //# for r in 4
      let w$r = weights[base + $r * Q];
      //# end
      //# for n in ROUNDS
      //# for m in 3
      let h$n$m = tile[(s$n * 27 + j$n + $m) * Q + k];
      v$n$m += h$n$m.x * w0 + h$n$m.y * w1 + h$n$m.z * w2 + h$n$m.w * w3;
      //# end
      //# end
    }
  }
  workgroupBarrier();
  //# for n in ROUNDS
  if (busy$n) { tile[place$n * Q + q] = vec4f(dot(v$n0, v$n0), dot(v$n1, v$n1), dot(v$n2, v$n2), 0.0); }
  //# end
  workgroupBarrier();
  //# for n in ROUNDS
  {
    var squares = vec4f();
    if (busy$n) { for (var k = 0; k < Q; k++) { squares += tile[place$n * Q + k]; } }
    let scale = inverseSqrt(squares / f32(4 * Q) + 1e-5);
    v$n0 *= scale.x;
    v$n1 *= scale.y;
    v$n2 *= scale.z;
  }
  //# end
  //# for x in INNER
  //# for n in ROUNDS
  if (writes$n) {
    //# for m in 3
    result[(row$n * CANDIDATES + first$n + 9 * $m) * Q + q] = v$n$m;
    //# end
  }
  //# end
  //# end
  //# for x in LAST
  workgroupBarrier();
  //# for n in ROUNDS
  if (busy$n) {
    let header = mixed[row$n * MIXED + HEADER];
    //# for m in 3
    {
      let inGrid = (first$n + 9 * $m) * Q + q;
      let at = row$n * CANDIDATES * Q + inGrid;
      let old = before(at);
      let delta = v$n$m - old;
      var next = old + uniforms.lambda * delta;
      if (header.w != 0.0) {
        next += header.w * gaussian(inGrid, u32(header.z), u32(header.y), 0u, uniforms.seed);
      }
      if (header.x != 0.0) { next = old; }
      if (writes$n) { result[at] = next; }
      tile[(s$n * 27 + j$n + $m) * Q + q] =
        vec4f(dot(next, weights[HEADS + q]), dot(next, weights[HEADS + Q + q]), dot(delta, delta), dot(old, old));
      v$n$m = next;
    }
    //# end
  }
  //# end
  workgroupBarrier();
  writeParts(l, firstRow, cells, digit, 0);
  if (uniforms.projected != 0) {
    workgroupBarrier();
    //# for n in ROUNDS
    if (busy$n) {
      //# for m in 3
      {
        let inGrid = (first$n + 9 * $m) * Q + q;
        let off = v$n$m - mean[inGrid];
        tile[(s$n * 27 + j$n + $m) * Q + q] =
          vec4f(dot(off, directions[inGrid]), dot(off, directions[inGrid + CANDIDATES * Q]),
                dot(off, directions[inGrid + 2 * CANDIDATES * Q]), 0.0);
      }
      //# end
    }
    //# end
    workgroupBarrier();
    writeParts(l, firstRow, cells, digit, 1);
  }
  //# end
}

//# for x in LAST
// The candidates' parts of the summary from those of their vec4s, which lie in the workgroup's memory.
fn writeParts(l: i32, firstRow: i32, cells: i32, digit: i32, half: i32) {
  for (var at = l; at < B * 27; at += THREADS) {
    let row = firstRow + at / 27;
    var sum = vec4f();
    for (var k = 0; k < Q; k++) { sum += tile[at * Q + k]; }
    let candidate = row * CANDIDATES + (cells + at % 27) * 9 + digit;
    if (runs(row)) { result[uniforms.rows * CANDIDATES * Q + candidate * AUX + half] = sum; }
  }
}
//# end
