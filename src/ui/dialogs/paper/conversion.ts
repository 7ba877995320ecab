/** Of the paper's network on Sudoku, as published with its code. */
const H_CYCLES = 3;
const L_CYCLES = 6;
const LAYERS = 2;

/** What one step of the paper is: in each of 3 cycles, f is applied to the lower state 6 times and to the upper one once. */
export const PAPER_STEP = {
  applications: H_CYCLES * (L_CYCLES + 1),
  layers: H_CYCLES * (L_CYCLES + 1) * LAYERS,
  gflop: 18.7,
} as const;

/** How many of the paper's steps so many single applications of f are. */
export function paperSteps(applications: number): number {
  return applications / PAPER_STEP.applications;
}

/** How many applications of f so many of the paper's steps are. */
export function applicationsOf(steps: number): number {
  return steps * PAPER_STEP.applications;
}
