// The standing of a trajectory after an iteration: whether it has halted (halting.ts) and its nudges (nudge.ts).
// Phases are the indices of PHASES (frame.ts): 0 settling, 1 nudged, 2 releasing, 3 accepted.
fn closed(row: i32, cell: i32) -> bool { return x[row * uniforms.xStride + cell * VALUES] != 0.0; }

fn isOpen(row: i32, cell: i32) -> bool {
  let top = heldCode(row, cell) >> u32(VALUE_BITS);
  return !closed(row, cell) && top > 0 && f32(top) < f32(UNDECIDED_PERCENT) * 2.55;
}

// The trajectory's own iteration: in a search it began later than the batch.
fn iterationOf(row: i32) -> i32 { return i32(uniforms.k) - i32(record[row * SUMMARY + BORN]); }

fn draw(row: i32, which: u32) -> u32 {
  let trajectory = u32(record[row * SUMMARY + TRAJECTORY]);
  return philox(vec4u(which, u32(iterationOf(row)), trajectory, 0u), vec2u(uniforms.seed, 0x4e554447u)).x;
}

// A hypothesis (hypothesis.ts) as 2^SUPPOSED_BITS cell + value, or -1 where no cell is left.
fn hypothesis(row: i32) -> i32 {
  var open = 0u;
  for (var cell = 0; cell < CELLS; cell++) { if (isOpen(row, cell)) { open++; } }
  if (open == 0u) { return -1; }
  var nth = mulHigh(open, draw(row, 0u));
  var cell = 0;
  for (; cell < CELLS - 1; cell++) {
    if (isOpen(row, cell)) {
      if (nth == 0u) { break; }
      nth--;
    }
  }
  var top = LOWEST;
  for (var n = 0; n < VALUES; n++) { top = max(top, logitOf(row, cell, n)); }
  var total = 0.0;
  for (var n = 0; n < VALUES; n++) { total += exp(logitOf(row, cell, n) - top); }
  var shares = 0u;
  for (var n = 0; n < VALUES; n++) { shares += share(row, cell, n, top, total); }
  var left = i32(mulHigh(shares, draw(row, 1u)));
  var digit = 0;
  for (; digit < VALUES - 1; digit++) {
    left -= i32(share(row, cell, digit, top, total));
    if (left < 0) { break; }
  }
  return (cell << u32(SUPPOSED_BITS)) + digit + 1;
}

fn share(row: i32, cell: i32, n: i32, top: f32, total: f32) -> u32 {
  return u32(floor(255.0 * (exp(logitOf(row, cell, n) - top) / total) + 0.5));
}

fn stand(row: i32, residual: f32, q: f32) {
  let at = row * SUMMARY;
  let k = f32(iterationOf(row));
  var phase = record[at + PHASE];
  var cycle = record[at + CYCLE];
  var since = record[at + SINCE];
  var count = i32(record[at + COUNT]);
  for (var i = 0; i < HYPOTHESIS_WORDS; i++) { result[at + HYPOTHESES + i] = record[at + HYPOTHESES + i]; }
  // A step with noise is none at rest; from the release on there is none.
  let quiet = uniforms.sigma == 0.0 || phase >= 2.0;
  let atRest = quiet && isFinite(residual) && residual < uniforms.tolerance;

  if (uniforms.nudges > 0 && iterationOf(row) % LOOK == 0 && phase != 3.0) {
    let believes = isFinite(q) && q > f32(ACCEPT);
    var again = false;
    if (phase == 2.0) {
      if (believes && atRest) {
        phase = 3.0;
        since = k;
      } else {
        again = k >= since + select(f32(RELEASE), f32(REST_WITHIN), believes);
      }
    } else if (believes) {
      phase = 2.0;
      since = k;
      count = 0;
    } else if (k >= since + select(f32(EVERY), f32(SETTLE), phase == 0.0)) {
      var drawn = -1;
      if (count < uniforms.nudges) { drawn = hypothesis(row); }
      again = drawn < 0;
      if (!again) {
        let word = at + HYPOTHESES + count / HYPOTHESES_PER_WORD;
        let slot = count % HYPOTHESES_PER_WORD;
        result[word] = select(record[word], 0.0, slot == 0) + f32(drawn << u32(HYPOTHESIS_SHIFT * slot));
        count++;
        phase = 1.0;
        since = k;
      }
    }
    if (again) {
      phase = 0.0;
      cycle += 1.0;
      since = k;
      count = 0;
    }
  }

  var still = atRest;
  if (uniforms.haltBy == 2) { still = isFinite(q) && q > 0.0; }
  var rest = 0.0;
  if (still && (uniforms.nudges == 0 || phase == 3.0)) { rest = record[at + REST] + 1.0; }
  var halted = select(0.0, 1.0, rest >= f32(uniforms.haltRun));
  if (!isFinite(residual)) { halted = 2.0; }

  result[at + REST] = rest;
  result[at + HALTED] = halted;
  result[at + PHASE] = phase;
  result[at + CYCLE] = cycle;
  result[at + SINCE] = since;
  result[at + COUNT] = f32(count);
  result[at + TRAJECTORY] = record[at + TRAJECTORY];
  result[at + BORN] = record[at + BORN];
}
