import { cellsOf, type Grid } from "../../tasks/task";
import { FIELDS } from "../recipe/recipe";

/** Whole numbers of this many bits are exact in an f32, the only type that summaries are read back in. */
const WORD_BITS = 24;
/** A softmax is a byte. */
const SHARE_BITS = 8;
/** Residual, q, three coordinates. */
const HEAD = 5;

/** How codes of some bits share words: `perWord` of them, the i-th moved up by i * `shift` bits. */
function wordsOf(bits: number, count: number) {
  if (bits > WORD_BITS) throw new RangeError(`A code of ${bits} bits does not fit into a word of ${WORD_BITS}.`);
  const perWord = Math.floor(WORD_BITS / bits);
  return { perWord, shift: Math.floor(WORD_BITS / perWord), words: Math.ceil(count / perWord) };
}

/** Bits of the whole numbers 0 ... count - 1. */
const bitsOf = (count: number) => Math.max(1, Math.ceil(Math.log2(count)));

/**
 * Where the numbers of a trajectory's summary lie on the device (summary.wgsl, standing.wgsl), and how many they are; the
 * constants of the kernels that write and read them. A cell's code is value - 1 + 2^VALUE_BITS * its softmax; a hypothesis
 * is 2^SUPPOSED_BITS * cell + value. Throws a RangeError for a grid too large to be packed.
 */
export function summaryLayout(grid: Grid) {
  const cells = cellsOf(grid);
  const VALUE_BITS = bitsOf(grid.values);
  const SUPPOSED_BITS = bitsOf(grid.values + 1);
  const codes = wordsOf(VALUE_BITS + SHARE_BITS, cells);
  const hypotheses = wordsOf(bitsOf(cells) + SUPPOSED_BITS, FIELDS.nudges.max);
  const STANDING = HEAD + codes.words;
  return {
    CELLS: cells,
    VALUES: grid.values,
    CODES: HEAD,
    CELL_WORDS: codes.words,
    CODES_PER_WORD: codes.perWord,
    CODE_SHIFT: codes.shift,
    VALUE_BITS,
    STANDING,
    REST: STANDING,
    HALTED: STANDING + 1,
    PHASE: STANDING + 2,
    CYCLE: STANDING + 3,
    SINCE: STANDING + 4,
    COUNT: STANDING + 5,
    HYPOTHESES: STANDING + 6,
    HYPOTHESIS_WORDS: hypotheses.words,
    HYPOTHESES_PER_WORD: hypotheses.perWord,
    HYPOTHESIS_SHIFT: hypotheses.shift,
    SUPPOSED_BITS,
    TRAJECTORY: STANDING + 6 + hypotheses.words,
    /** Iterations of the batch before the first one of the trajectory. */
    BORN: STANDING + 7 + hypotheses.words,
    SUMMARY: STANDING + 8 + hypotheses.words,
  } as const;
}

/** The i-th of the codes that lie in words from `start` on; `at` reads a word. */
export function codeAt(at: (word: number) => number, start: number, perWord: number, shift: number, i: number): number {
  return (at(start + Math.floor(i / perWord)) >> ((i % perWord) * shift)) & (2 ** shift - 1);
}
