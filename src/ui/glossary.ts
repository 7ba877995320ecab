import { START_DEVIATION } from "../model/eqr/recipe/startDeviation";
import { fixed, say } from "../words/say";

/** What a word or a number on the page means. `formula` and `unit` where it has one. */
export interface Entry {
  readonly title: string;
  readonly text: string;
  readonly formula?: string;
  readonly unit?: string;
}

/** Every term that the page explains on hover and focus. The recipe's fields explain themselves, see FIELDS. */
export const GLOSSARY = {
  effort: {
    title: say`Difficulty, measured twice`,
    text: say`First how many guesses a classical solver makes after naked and hidden singles run out. Then the network's own measure: the iteration at which half of the starts that came to rest had done so, in this run. The two need not agree.`,
    unit: say`guesses; iterations`,
  },
  latent: {
    title: say`Latent state z`,
    text: say`The network's working memory: a vector for each candidate, that is for each value of each cell. An iteration changes it a little; the values on the board are read from it.`,
    formula: "z′ = (1 − λ) z + λ f(z, x) + σ ε",
  },
  fixedPoint: {
    title: say`Fixed point`,
    text: say`A state that the iteration leaves as it is. States nearby that run into it form its basin; the fixed point is their attractor.`,
    formula: "F(z) = z",
  },
  residual: {
    title: say`Residual`,
    text: say`How far one noiseless iteration would move the state, relative to its size. It falls toward 0 as the state nears a fixed point and stays high while it wanders. It knows nothing about Sudoku.`,
    formula: "‖F(z) − z‖ / ‖z‖",
    unit: say`none (a ratio); float precision ends near 10⁻⁷`,
  },
  q: {
    title: say`Halting logit q`,
    text: say`The network's own belief that this state decodes to the solution. Above 0 it leans to yes. It was trained and can err.`,
    formula: "q = w · mean(z) + b",
    unit: say`log-odds`,
  },
  votes: {
    title: say`Votes`,
    text: say`The starts that come first by residual, a quarter of all and at least three, have a vote each: the grid that most of them decode to wins.`,
    unit: say`starts`,
  },
  rank: {
    title: say`Rank`,
    text: say`The place of this start by each rule, 1 for the one it chooses. None of the rules knows the solution; whether a grid is valid is drawn beside it and changes no rank.`,
  },
  iteration: {
    title: say`Iteration k`,
    text: say`How often the network has been applied since the random start, k = 0, whose every number is drawn from a normal distribution of standard deviation ${START_DEVIATION}. All panels show this iteration.`,
    unit: say`iterations`,
  },
  layers: {
    title: say`Equivalent layers`,
    text: say`How deep the network is when its iterations are written out one after the other, as a feed-forward network whose layers share their weights. An iteration is as many layers as the map has blocks. The paper counts in the same way: each of its steps applies two layers 21 times, some 40,000 layers at its deepest.`,
    formula: "layers = iterations × blocks",
    unit: say`layers`,
  },
  spent: {
    title: say`Spent`,
    text: say`What the run has cost so far: iterations of all starts together, and the floating-point operations of the network in them. A start that has halted costs nothing more. Milliseconds are the graphics processor's own, where it has a clock.`,
    unit: say`iterations; FLOP; ms`,
  },
  settled: {
    title: say`Settled`,
    text: say`The residual stayed below the tolerance for 3 iterations: the state stands still. This says nothing about whether the grid is right.`,
  },
  valid: {
    title: say`Valid`,
    text: say`The decoded grid obeys the rules and keeps the clues. It is looked up afterwards and only drawn: nothing is chosen by it, as in the paper.`,
  },
  moving: { title: say`Moving`, text: say`Not settled, and the residual is still falling or the run is young.` },
  wandering: {
    title: say`Wandering`,
    text: say`Not settled: over the last 16 iterations the residual has not halved against the 16 before.`,
  },
  noiseFloor: {
    title: say`Noise floor`,
    text: say`With path noise on, a state cannot come to rest: even near a fixed point its residual hovers at a floor that the noise sets. Without noise (cooled, or in the quiet part of annealed noise) one sees whether it hovered or wanders.`,
  },
  broken: { title: say`Broken`, text: say`The state is no longer finite: its numbers overflowed.` },
  decided: {
    title: say`Decided cells`,
    text: say`Empty cells whose largest softmax is at least 97 %. The others show their candidates small, stronger where likelier.`,
    unit: say`cells`,
  },
  clues: {
    title: say`Clues and solutions`,
    text: say`Clues are the given digits. The solutions are counted by a classical solver, up to 1,000 and for at most 2 seconds. The network does not see this.`,
  },
  pca: {
    title: say`Principal axes`,
    text: say`The directions along which the states of this run differ most, two of them drawn. Far apart here is far apart; close together here need not be. A plain random walk looks like a spiral in this picture.`,
    unit: say`of the latent state; the share of variance stands on each axis`,
  },
  kick: {
    title: say`Kick`,
    text: say`A sudden change of the latent state. A state inside its basin of attraction comes home: the residual jumps and falls again to the same fixed point. How large a kick may be is the basin's radius.`,
    unit: say`length of the kick relative to the length of what it hits`,
  },
  depthBreadth: {
    title: say`Depth × breadth`,
    text: say`Two ways to spend compute: more iterations of each start, or more starts of which the one of smallest residual is taken (q is not asked, as in the paper). Lines of equal compute run across. Depth 1 is the feed-forward baseline: the same network applied once.`,
    formula: say`compute = depth × breadth × FLOP of an iteration`,
    unit: say`share of groups of starts, or of puzzles, whose chosen grid is right`,
  },
  guesses: {
    title: say`Adaptive compute`,
    text: say`The network is not given how hard a puzzle is. How long its states take to come to rest is set against how often a classical solver that knows naked and hidden singles has to guess.`,
    unit: say`iterations; guesses of the whole search, with the proof that there is no second solution`,
  },
  eigenvalue: {
    title: say`Eigenvalues and divergence`,
    text: say`Near a fixed point the map is its Jacobian: the largest modulus among the eigenvalues is the factor by which differences shrink each iteration in the end. On the way there, two nearby states may first drift apart; after the stretch in which they do most, the outcome is fixed.`,
    formula: "J v ≈ (F(z + h v) − F(z − h v)) / 2h",
  },
  bifurcation: {
    title: say`Bifurcation diagram`,
    text: say`The limit set of a state against the step size. A fixed point turns into a 2-cycle where an eigenvalue of the map passes −1. The fixed points themselves are the same for every step size; only whether they attract changes.`,
    formula: "1 − λ + λ μ = −1",
  },
  parameters: {
    title: say`Parameters`,
    text: say`Trained numbers of the network. The same ones are used in every iteration.`,
  },
  backend: {
    title: say`Where it runs`,
    text: say`The network runs on this device, in this browser. WebGPU uses the graphics processor, WebAssembly the CPU: with SIMD where the browser has it, and in one thread, because TensorFlow.js starts its threads as scripts made from text, which this page forbids. Nothing is sent anywhere.`,
  },
  speed: {
    title: say`Speed`,
    text: say`Iterations shown per second. At max the machine goes as fast as it can.`,
    unit: say`iterations / s`,
  },
  nudges: {
    title: say`Nudges`,
    text: say`Our own kind of breadth, not the paper's: a start that does not settle by itself is shown random hypotheses as if they were given, and a state is accepted only if it then comes to rest without them and without noise, and the network still believes in it.`,
  },
  hypothesis: {
    title: say`Hypothesis`,
    text: say`A digit drawn from the network's own softmax in a random undecided cell, shown to the network as if it were given. It may be wrong. On the board it has a dashed ring.`,
  },
  released: {
    title: say`Released`,
    text: say`The network believes that it has the solution (q above 2), so all hypotheses are taken away, and the path noise too: the state is on its own, under the true puzzle.`,
  },
  accepted: {
    title: say`Accepted`,
    text: say`After the release the state came to rest (its residual is below the tolerance) and the network still believed in it (q above 2): a solution is a fixed point of the true puzzle, a wrong grid is not. No rule of Sudoku is consulted.`,
  },
  cycle: {
    title: say`Cycle`,
    text: say`From one fresh start to the next: 32 iterations alone, then a hypothesis every 16 iterations. It ends accepted, rejected (no belief 32 iterations after the release, or no rest after 64) or expired (no belief came); unless accepted, the trajectory begins again from a new random start.`,
    unit: say`cycles, counted from 1`,
  },
  evaluation: {
    title: say`Check it yourself`,
    text: say`Runs many puzzles on this device by the code that the figures of the model were measured with. A puzzle counts as solved when the chosen start decodes to its solution; choosing knows nothing of it. The bands are 95 % Wilson intervals.`,
  },
  rule: {
    title: say`Selection`,
    text: say`How one of the starts is chosen. Residual: settled starts first, and among them the one of largest q, for at rest the residual no longer says anything; then the smallest residual (mean of the last 3 iterations). q: the largest q. Votes: the majority among the first by residual. Never by whether the grid is valid.`,
  },
  basinMap: {
    title: say`Basin map`,
    text: say`A square of a plane through latent space. Every pixel is a start of its own, run without noise until it settles: the hue says where, the shade how soon. A plane shows next to nothing of a space of thousands of directions, but borders it shows are real.`,
    unit: say`lengths are root mean squares: a random start lies at ${START_DEVIATION} from the origin, and two of them ${fixed(START_DEVIATION * Math.SQRT2, 1)} apart`,
  },
  landscape: {
    title: say`Landscape of a puzzle`,
    text: say`The fixed points that random starts settle on, and the share of the starts that each attracts: an estimate of the size of its basin, with a 95 % interval (Wilson).`,
  },
  pathIndependence: {
    title: say`Path independence`,
    text: say`Whether the end depends on the start. The score is the mean cosine of the states that two random starts end in (asymptotic alignment, Anil et al. 2022): 1 where all end in one state. Its interval comes from leaving out one start at a time.`,
    formula: say`mean over pairs of ⟨z, z′⟩ / (‖z‖ ‖z′‖)`,
  },
} satisfies Record<string, Entry>;

export type TermName = keyof typeof GLOSSARY;
