// The summary of a state, as in summary.wgsl, by workgroups of SIZE: one for each word of cells, and a last one for the
// sums over all candidates and the standing of the trajectory, which holds all logits and codes in its memory.
const SIZE = 64;
const PARTS = CELL_WORDS + 1;
const WORD_LOGITS = CODES_PER_WORD * VALUES;
var<workgroup> logits: array<f32, CANDIDATES>;
var<workgroup> codes: array<i32, CELLS>;
var<workgroup> sums: array<vec4f, 2 * SIZE>;
var<workgroup> sumsOfSums: array<vec4f, 16>;

fn logitOf(row: i32, cell: i32, n: i32) -> f32 { return logits[cell * VALUES + n]; }

fn heldCode(row: i32, cell: i32) -> i32 { return codes[cell]; }

fn main(index: i32) {
  let l = i32(localIndex);
  let group = index / SIZE;
  let part = group % PARTS;
  let row = group / PARTS;
  let to = row * SUMMARY;
  let sumsUp = part == CELL_WORDS;
  var runs = row < uniforms.rows;
  if (uniforms.tracked != 0 && runs) {
    if (record[to + HALTED] != 0.0) {
      runs = false;
      if (sumsUp) {
        if (l < CODES) { result[to + l] = record[to + l]; }
        for (var i = STANDING + l; i < SUMMARY; i += SIZE) { result[to + i] = record[to + i]; }
      } else if (l == 0) {
        result[to + CODES + part] = record[to + CODES + part];
      }
    }
  }

  if (runs && sumsUp) {
    var ofHalf0 = vec4f();
    var ofHalf1 = vec4f();
    for (var n = l; n < CANDIDATES; n += SIZE) {
      let half0 = partOf(row, n, 0);
      logits[n] = half0.x;
      ofHalf0 += half0;
      if (uniforms.projected != 0) { ofHalf1 += partOf(row, n, 1); }
    }
    sums[l] = ofHalf0;
    sums[SIZE + l] = ofHalf1;
  } else if (runs) {
    for (var i = l; i < WORD_LOGITS; i += SIZE) {
      let n = part * WORD_LOGITS + i;
      if (n < CANDIDATES) { logits[n] = partOf(row, n, 0).x; }
    }
  }
  workgroupBarrier();
  if (runs && sumsUp) {
    for (var cell = l; cell < CELLS; cell += SIZE) { codes[cell] = codeOf(row, cell); }
    if (l < 16) {
      var sum = vec4f();
      for (var n = 0; n < 8; n++) { sum += sums[l * 8 + n]; }
      sumsOfSums[l] = sum;
    }
  } else if (runs && l < CODES_PER_WORD && CODES_PER_WORD * part + l < CELLS) {
    codes[CODES_PER_WORD * part + l] = codeOf(row, CODES_PER_WORD * part + l);
  }
  workgroupBarrier();
  if (!runs || l != 0) { return; }
  if (!sumsUp) {
    var word = 0;
    for (var i = 0; i < CODES_PER_WORD; i++) {
      let cell = CODES_PER_WORD * part + i;
      if (cell < CELLS) { word += codes[cell] << u32(CODE_SHIFT * i); }
    }
    result[to + CODES + part] = f32(word);
    return;
  }
  var sum = vec4f();
  var coords = vec4f();
  for (var n = 0; n < 8; n++) {
    sum += sumsOfSums[n];
    coords += sumsOfSums[8 + n];
  }
  writeEnds(row, sum);
  writeCoords(row, coords);
}
