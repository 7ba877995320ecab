import type { Puzzle } from "./grid";
import type { Difficulty } from "./rate";

/** What an example shows: a difficulty (one solution), or that a grid need not have exactly one. */
export type ExampleKind = Difficulty | "several" | "none" | "conflict";

export interface Example {
  id: string;
  name: string;
  /** Who made or listed it, or the seed that generates it. */
  source: string;
  kind: ExampleKind;
  puzzle: Puzzle;
  /** One sentence on why it is here. */
  note: string;
  /** The preset it is to be seen with; left out where the settings stay as they are. */
  preset?: "extreme";
}

/** Examples from easy to extreme, then the ones without a single solution. */
export const EXAMPLES: readonly Example[] = [
  {
    id: "wikipedia",
    name: "Wikipedia",
    source: "Wikipedia, “Sudoku”",
    kind: "easy",
    puzzle: "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    note: "The example of the Wikipedia article; singles alone solve it.",
  },
  {
    id: "euler-1",
    name: "Euler grid 01",
    source: "Project Euler, problem 96, grid 01",
    kind: "easy",
    puzzle: "..3.2.6..9..3.5..1..18.64....81.29..7.......8..67.82....26.95..8..2.3..9..5.1.3..",
    note: "The first of the fifty grids of Project Euler's problem 96.",
  },
  {
    id: "easy-generated",
    name: "Easy, generated",
    source: "generated, seed easy-1",
    kind: "easy",
    puzzle: "9.3...4.2...938.15..7..6893...3..1.6.3.8.5.47.75..9...7...845..54829....3....7...",
    note: "36 clues, some of them needless.",
  },
  {
    id: "medium-generated",
    name: "Medium, generated",
    source: "generated, seed medium-2",
    kind: "medium",
    puzzle: "...7..4....3.1...2....6..9..1..4.....8.1..54...69................58.2.671.2....59",
    note: "Minimal: without any one of its 24 clues it has several solutions. Singles still solve it.",
  },
  {
    id: "royle-17",
    name: "17 clues",
    source: "Gordon Royle's list of 17-clue puzzles, no. 1",
    kind: "medium",
    puzzle: ".......1.4.........2...........5.4.7..8...3....1.9....3..4..2...5.1........8.6...",
    note: "17 is the fewest clues a Sudoku with one solution can have.",
  },
  {
    id: "brute-force",
    name: "Against brute force",
    source: "Wikipedia, “Sudoku solving algorithms”",
    kind: "medium",
    puzzle: "..............3.85..1.2.......5.7.....4...1...9.......5......73..2.1........4...9",
    note: "Made to be slow for trial and error that fills cells in reading order; singles solve it at once.",
  },
  {
    id: "hard-generated",
    name: "Hard, generated",
    source: "generated, seed hard-1",
    kind: "hard",
    puzzle: "....5.27..3.9....4..8.1.3....53..8..6..........4.27..3.5..6...7..6...4...9.....5.",
    note: "Singles run out, and a few guesses settle it.",
  },
  {
    id: "norvig-hardest-1",
    name: "Norvig's “hardest” no. 1",
    source: "Peter Norvig, hardest.txt, line 1",
    kind: "hard",
    puzzle: "85...24..72......9..4.........1.7..23.5...9...4...........8..7..17..........36.4.",
    note: "The first of the puzzles Norvig found by looking for the hardest Sudoku.",
  },
  {
    id: "inkala-2010",
    name: "Inkala 2010",
    source: "Arto Inkala, 2010",
    kind: "extreme",
    puzzle: "..53.....8......2..7..1.5..4....53...1..7...6..32...8..6.5....9..4....3......97..",
    note: "Printed in newspapers in 2010 as the world's hardest Sudoku.",
  },
  {
    id: "extreme-generated",
    name: "Extreme, generated",
    source: "generated, seed extreme-2",
    kind: "extreme",
    puzzle: "25...38........9..1..9..4.5...851.2...6...........67...3..75..........1...7.....8",
    note: "Found by climbing from puzzle to puzzle towards more guesses.",
  },
  {
    id: "nudged-generated",
    name: "A hundred guesses deep",
    source: "generated, at least 60 guesses, seed nudge-1",
    kind: "extreme",
    puzzle: "8...9.4........5...1...6.7...34....5.....52......8...616.........4.32...9......8.",
    note: "101 guesses. Runs with the preset Extreme: watch hypotheses set, released and judged.",
    preset: "extreme",
  },
  {
    id: "norvig-grid2",
    name: "Norvig's grid 2",
    source: "Peter Norvig, “Solving Every Sudoku Puzzle”",
    kind: "extreme",
    puzzle: "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
    note: "The 17 clues on which Norvig's essay shows that propagation is not enough.",
  },
  {
    id: "ai-escargot",
    name: "AI Escargot",
    source: "Arto Inkala, 2006",
    kind: "extreme",
    puzzle: "1....7.9..3..2...8..96..5....53..9...1..8...26....4...3......1..4......7..7...3..",
    note: "Called the hardest Sudoku known when it was published.",
  },
  {
    id: "inkala-2012",
    name: "Inkala 2012",
    source: "Arto Inkala, 2012",
    kind: "extreme",
    puzzle: "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..",
    note: "Printed in newspapers in 2012 as the world's hardest Sudoku.",
  },
  {
    id: "golden-nugget",
    name: "Golden Nugget",
    source: "Sudoku Players' Forum, list of the hardest Sudokus",
    kind: "extreme",
    puzzle: ".......39.....1..5..3.5.8....8.9...6.7...2...1..4.......9.8..5..2....6..4..7.....",
    note: "Long at the top of the ratings by the difficulty of the steps a person needs.",
  },
  {
    id: "easter-monster",
    name: "Easter Monster",
    source: "JPF, Sudoku Players' Forum, 2007",
    kind: "extreme",
    puzzle: "1.......2.9.4...5...6...7...5.9.3.......7.......85..4.7.....6...3...9.8...2.....1",
    note: "Its symmetric pattern led to a solving technique of its own.",
  },
  {
    id: "platinum-blonde",
    name: "Platinum Blonde",
    source: "Sudoku Players' Forum, list of the hardest Sudokus",
    kind: "extreme",
    puzzle: ".......12........3..23..4....18....5.6..7.8.......9.....85.....9...4.5..47...6...",
    note: "Hundreds of guesses, though it has 21 clues.",
  },
  {
    id: "two-solutions",
    name: "Two solutions",
    source: "generated, seed 19, one clue removed",
    kind: "several",
    puzzle: "..6..9.....21..3..4...7..91..1.......8..2.......3..748....57..4.5..9.1.3...8...7.",
    note: "Exactly two grids complete it.",
  },
  {
    id: "many-solutions",
    name: "22 solutions",
    source: "generated, seed 2, clues removed",
    kind: "several",
    puzzle: "..8...71493..8.....4.2....3.2.....47..1.9....4..6........16.83.........2......5..",
    note: "Exactly 22 grids complete it.",
  },
  {
    id: "few-clues",
    name: "15 clues",
    source: "generated, seed few",
    kind: "several",
    puzzle: "5..1......7...92.......8.6.......1.5...8......2...............4....1..........63.",
    note: "Too few clues for one solution: it has thousands.",
  },
  {
    id: "no-cell-for-nine",
    name: "No place for the 9",
    source: "made by hand",
    kind: "none",
    puzzle: "12345678.........9...............................................................",
    note: "No rule is broken yet, but the last cell of row 1 needs the 9 that its box already has.",
  },
  {
    id: "norvig-impossible",
    name: "Norvig's impossible puzzle",
    source: "Peter Norvig, “Solving Every Sudoku Puzzle”",
    kind: "none",
    puzzle: ".....5.8....6.1.43..........1.5........1.6...3.......553.....61........4.........",
    note: "No solution, and it took Norvig's program 24 minutes to find that out.",
  },
  {
    id: "conflict",
    name: "Two 5s in a row",
    source: "the Wikipedia example with a 5 added",
    kind: "conflict",
    puzzle: "535.7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    note: "Its clues break the rules: two 5s in row 1 and in box 1.",
  },
];
