// What the units of Sudoku add to y of their candidates. One invocation a tile of nine units and COLUMNS vec4s of y.
// source, beside: latent.wgsl; record: with tracked = 1 the summaries before this step [rows, SUMMARY], with 2 the trajectory,
// the iteration and the deviation of each row's noise [rows, 3], with 0 unread: row i is trajectory first + i at iteration k.
// result, first [rows, MIXED]: POOLED vectors [2 d], of a
//   cell             mean W_cell
//   row segment      mean W_seg + (mean of the row) W_line + (mean of the box) W_box
//   column segment   mean W_seg + (mean of the column) W_line
//   digit            mean W_dig + (mean of everything) W_all + b
// and a vec4 for the kernels that follow: 0 unless the row has halted, its trajectory, iteration and noise; then room for the means.
// A tile is 3 x 3 vectors x_ij, chosen so that rows, columns, boxes and everything are means inside a tile:
//   9 tiles of cells | 27 of row segments (band of rows, digit), i = row, j = band of columns
//   | 27 of column segments (band of columns, digit), i = band of rows, j = column | 1 of the nine digits
const FIRST_ROW_TILE = 9;
const FIRST_COL_TILE = 36;
const DIGIT_TILE = 63;
const TILES = 64;
const GROUPS = 2 * Q / COLUMNS;

// The mean over unit p of row, written to the invocation's own room at `to`.
fn pool(row: i32, p: i32, to: i32) {
  var first = p * 9;  // the unit's candidates are first, first + stride, ...
  var stride = 1;
  var count = 9;
  if (p >= ROW_SEGS) {
    let seg = p - ROW_SEGS;
    first = (seg / 9) * 27 + seg % 9;
    stride = 9;
    count = 3;
  }
  if (p >= COL_SEGS) {
    let seg = p - COL_SEGS;
    first = (seg / 81) * 243 + seg % 81;
    stride = 81;
  }
  if (p >= DIGITS) {
    first = p - DIGITS;
    stride = 9;
    count = 81;
  }
  for (var k = 0; k < Q; k++) {
    var sum = vec4f();
    var within = first;
    for (var i = 0; i < count; i++) {
      sum += latent(row * CANDIDATES + within, told(row, within), k);
      within += stride;
    }
    result[to + k] = sum / f32(count);
  }
}

fn main(index: i32) {
  if (index >= uniforms.rows * TILES * GROUPS) { return; }
  let group = index % GROUPS;
  let tile = (index / GROUPS) % TILES;
  let row = index / (GROUPS * TILES);
  var halted = 0.0;
  var trajectory = f32(uniforms.first + row);
  var k = f32(uniforms.k);
  var sigma = uniforms.sigma;
  if (uniforms.tracked == 1) {
    halted = record[row * SUMMARY + HALTED];
    trajectory = record[row * SUMMARY + TRAJECTORY];
    k -= record[row * SUMMARY + BORN];
    // Released or accepted (standing.wgsl): no noise any more.
    if (record[row * SUMMARY + PHASE] >= 2.0) { sigma = 0.0; }
  } else if (uniforms.tracked == 2) {
    trajectory = record[3 * row];
    k = record[3 * row + 1];
    sigma = record[3 * row + 2];
  }
  let out = row * MIXED;
  if (tile == DIGIT_TILE && group == 0) { result[out + POOLED * 2 * Q] = vec4f(halted, trajectory, k, sigma); }
  if (halted != 0.0) { return; }

  let isCol = tile >= FIRST_COL_TILE && tile < DIGIT_TILE;
  let isRow = tile >= FIRST_ROW_TILE && tile < FIRST_COL_TILE;
  var first = tile * 9;
  var iStep = 3;
  var jStep = 1;
  var own = W_CELL;      // weights of x_ij itself
  var down = W_LINE;     // weights of the mean over i: of a column, or of a box
  if (isRow) {
    let t = tile - FIRST_ROW_TILE;
    first = ROW_SEGS + (t / 9) * 81 + t % 9;
    iStep = 27;
    jStep = 9;
    own = W_SEG;
    down = W_BOX;
  } else if (isCol) {
    let t = tile - FIRST_COL_TILE;
    first = COL_SEGS + (t / 9) * 27 + t % 9;
    iStep = 81;
    jStep = 9;
    own = W_SEG;
  } else if (tile == DIGIT_TILE) {
    first = DIGITS;
    own = W_DIG;
  }

  let room = uniforms.rows * MIXED + index * 9 * Q;
  for (var v = 0; v < 9; v++) { pool(row, first + (v / 3) * iStep + (v % 3) * jStep, room + v * Q); }

  for (var column = group * COLUMNS; column < (group + 1) * COLUMNS; column++) {
    //# for i in 3
    var across$i = vec4f();  // what the mean over j adds to all of i
    var down$i = vec4f();    // what the mean over i adds to all of j = $i
    //# for j in 3
    var y$i$j = vec4f();
    //# end
    //# end
    var whole = vec4f();     // what the mean over the tile adds to all of it

    for (var k = 0; k < Q; k++) {
      let base = k * 8 * Q + column;  // four rows of 2 Q vec4s
      //# for i in 3
      //# for j in 3
      let x$i$j = result[room + (3 * $i + $j) * Q + k];
      //# end
      //# end
      {
        //# for r in 4
        let w$r = weights[own + base + $r * 2 * Q];
        //# end
        //# for i in 3
        //# for j in 3
        y$i$j += x$i$j.x * w0 + x$i$j.y * w1 + x$i$j.z * w2 + x$i$j.w * w3;
        //# end
        //# end
      }
      if (isRow || isCol) {
        //# for r in 4
        let w$r = weights[down + base + $r * 2 * Q];
        //# end
        //# for j in 3
        let m$j = (x0$j + x1$j + x2$j) / 3.0;
        down$j += m$j.x * w0 + m$j.y * w1 + m$j.z * w2 + m$j.w * w3;
        //# end
      }
      if (isRow) {
        //# for r in 4
        let w$r = weights[W_LINE + base + $r * 2 * Q];
        //# end
        //# for i in 3
        let m$i = (x$i0 + x$i1 + x$i2) / 3.0;
        across$i += m$i.x * w0 + m$i.y * w1 + m$i.z * w2 + m$i.w * w3;
        //# end
      }
      if (tile == DIGIT_TILE) {
        //# for r in 4
        let w$r = weights[W_ALL + base + $r * 2 * Q];
        //# end
        let m = (x00 + x01 + x02 + x10 + x11 + x12 + x20 + x21 + x22) / 9.0;
        whole += m.x * w0 + m.y * w1 + m.z * w2 + m.w * w3;
      }
    }
    if (tile == DIGIT_TILE) { whole += weights[BIAS + column]; }
    //# for i in 3
    //# for j in 3
    result[out + (first + $i * iStep + $j * jStep) * 2 * Q + column] = y$i$j + down$j + across$i + whole;
    //# end
    //# end
  }
}
