// What the units add to y of their candidates. One invocation a vec4 of y for a tile of nine pooled vectors.
// pooled [rows, POOLED, d] of pools.wgsl; weights of a block (layout.ts); result [rows, POOLED, 2 d]:
//   cell             mean W_cell
//   row segment      mean W_seg + (mean of the row) W_line + (mean of the box) W_box
//   column segment   mean W_seg + (mean of the column) W_line
//   digit            mean W_dig + (mean of everything) W_all + b
// A tile is 3 x 3 vectors x_ij, chosen so that rows, columns, boxes and everything are means inside a tile:
//   9 tiles of cells | 27 of row segments (band of rows, digit), i = row, j = band of columns
//   | 27 of column segments (band of columns, digit), i = band of rows, j = column | 1 of the nine digits
const FIRST_ROW_TILE = 9;
const FIRST_COL_TILE = 36;
const DIGIT_TILE = 63;
const TILES = 64;

fn main(index: i32) {
  if (index >= uniforms.rows * TILES * 2 * Q) { return; }
  let column = index % (2 * Q);
  let tile = (index / (2 * Q)) % TILES;
  let row = index / (2 * Q * TILES);
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
  first += row * POOLED;

  //# for i in 3
  var across$i = vec4f();  // what the mean over j adds to all of i
  var down$i = vec4f();    // what the mean over i adds to all of j = $i
  //# for j in 3
  let at$i$j = first + $i * iStep + $j * jStep;
  var y$i$j = vec4f();
  //# end
  //# end
  var whole = vec4f();     // what the mean over the tile adds to all of it

  for (var k = 0; k < Q; k++) {
    let base = k * 8 * Q + column;  // four rows of 2 Q vec4s
    //# for i in 3
    //# for j in 3
    let x$i$j = pooled[at$i$j * Q + k];
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
  result[at$i$j * 2 * Q + column] = y$i$j + down$j + across$i + whole;
  //# end
  //# end
}
