import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";
import { formatCount } from "../../viz/format";
import { gridWords, isAcceptedOutcome, isSettledOutcome, isValidOutcome } from "../../viz/outcome";
import type { TrajectoryView } from "../../viz/types";
import { say } from "../../words/say";
import type { TermName } from "../glossary";
import { NUDGED_WORDS, ofNudged } from "./nudgeVerdict";
import type { Piece } from "./piece";

export interface VerdictInput {
  readonly views: readonly TrajectoryView[];
  readonly selected: number;
  readonly k: number;
  /** Whether the cursor stands at the end of a run that is over. */
  readonly over: boolean;
  readonly decided: { readonly decided: number; readonly open: number };
  /** Whether the path noise is on at this iteration. */
  readonly noisy: boolean;
  /** Layers that an iteration is; left out where only iterations are told. */
  readonly layers?: number | undefined;
  /** The next iteration without noise, in a run whose noise goes off by itself. */
  readonly quietFrom?: number | null;
  /** The cycles of the selected trajectory up to this iteration; none without nudges. */
  readonly cycles?: readonly NudgeCycle[];
}

/**
 * What one sees, in one or two plain sentences: first the selected trajectory, then all of them.
 * Settled is said of the residual, valid of the rules; a trajectory that has not settled is never called wrong.
 */
export function verdict(input: VerdictInput): Piece[] {
  const view = input.views[input.selected];
  if (!view) return [];
  const all = [ofBroken(input), ofAll(input)].filter((text) => text !== "").map((text) => ({ text: ` ${text}` }));
  return [...ofOne(view, input), ...all];
}

/** Which of the other trajectories are no longer finite, by number. */
function ofBroken({ views, selected }: VerdictInput): string {
  const broken = views.filter(({ outcome, index }) => outcome === "broken" && index !== selected);
  const [first] = broken.toSorted((a, b) => (a.brokenAt ?? 0) - (b.brokenAt ?? 0));
  if (!first) return "";
  const others = views.some(({ outcome }) => outcome !== "broken") ? say`; the others go on` : "";
  const when = say`Trajectory ${first.index + 1} broke at iteration ${first.brokenAt ?? 0}: its numbers overflowed`;
  return broken.length === 1 ? `${when}${others}.` : say`${when}. ${broken.length - 1} more broke after it${others}.`;
}

function ofOne(
  view: TrajectoryView,
  { k, decided, noisy, layers, quietFrom = null, cycles = [] }: VerdictInput,
): Piece[] {
  const { outcome, nudge } = view;
  const aside =
    outcome === "start" || outcome === "broken" || (isSettledOutcome(outcome) && nudge?.phase === "settling");
  if (nudge && !aside) return ofNudged(view, nudge, cycles, [...numbers(view, decided), END]);
  const name: Piece = { text: say`Trajectory ${view.index + 1} ` };
  const judged = (text: string, term: TermName): Piece => ({ text, outcome, grid: view.grid, term });
  const since = sinceWhen(view.settledAt, layers);
  switch (outcome) {
    case "start":
      return [name, judged(say`is at its random start`, "latent"), END];
    case "settled-valid":
      return [name, judged(say`solved (settled on a valid grid${gridWords(view.grid)})`, "valid"), ...since];
    case "settled-other":
      return [name, judged(say`settled, but not on a valid grid${gridWords(view.grid)}`, "settled"), ...since];
    case "accepted-valid":
    case "accepted-other":
      return [name, judged(say`was accepted`, "accepted"), END];
    case "broken":
      return [
        name,
        judged(say`broke`, "broken"),
        {
          text: say`: its numbers overflowed at iteration ${view.brokenAt ?? k}. Lower the step size or the path noise.`,
        },
      ];
    case "moving":
      return [name, judged(say`is still moving`, "moving"), ...numbers(view, decided), END];
    case "wandering":
      if (!noisy) return [name, judged(say`wanders`, "wandering"), ...numbers(view, decided), END];
      return [
        name,
        judged(say`hovers or wanders`, "noiseFloor"),
        { text: say`: with path noise on, nothing can settle. ${whenQuiet(quietFrom)}` },
      ];
  }
}

/** " at iteration 44 (88 layers)." */
function sinceWhen(settledAt: number | null, layers: number | undefined): Piece[] {
  if (settledAt === null) return [END];
  if (layers === undefined) return [{ text: say` at iteration ${settledAt}.` }];
  const deep = say`${formatCount(settledAt * layers)} layers`;
  return [{ text: say` at iteration ${settledAt} (` }, { text: deep, term: "layers" }, { text: ")." }];
}

function whenQuiet(from: number | null): string {
  return from === null ? say`Cool it to see.` : say`The noise is off from iteration ${from} on.`;
}

const END: Piece = { text: "." };

function numbers(view: TrajectoryView, { decided, open }: VerdictInput["decided"]): Piece[] {
  return [
    { text: ": ", passing: true },
    { text: say`residual `, residual: view.residual, passing: true, term: "residual" },
    { text: ", ", passing: true },
    { text: say`${decided} of ${open} empty cells decided`, passing: true, term: "decided" },
  ];
}

function ofAll({ views, over, k }: VerdictInput): string {
  const nudged = views.some(({ nudge }) => nudge);
  const words = nudged ? NUDGED_WORDS : SETTLED_WORDS;
  const settled = views.filter((view) => (nudged ? isAccepted(view) : isSettledOutcome(view.outcome)));
  const n = views.length;
  if (settled.length === 0) {
    if (k === 0) return "";
    if (!over) return n > 1 ? words.none : "";
    return n > 1 ? words.noneOfMany(n, k) : words.noneOfOne(k);
  }
  if (n === 1) return "";
  const valid = settled.filter(({ outcome }) => isValidOutcome(outcome));
  const head =
    settled.length === n
      ? n === 2
        ? say`Both starts have`
        : say`All ${n} starts have`
      : say`${settled.length} of ${n} starts ${settled.length === 1 ? say`has` : say`have`}`;
  const rest = views.filter((view) => !settled.includes(view));
  return `${head}${words.done}${whereTo(settled, valid, rest.length === 0)}${theRest(rest, over, words.restOver)}.`;
}

const SETTLED_WORDS = {
  done: say` settled`,
  none: say`No start has settled yet.`,
  noneOfMany: (n: number, k: number) => say`Nothing settled in ${k} iterations: all ${n} starts kept moving.`,
  noneOfOne: (k: number) => say`It did not settle in ${k} iterations.`,
  restOver: [say`; the other one did not`, say`; the others did not`],
} as const;

/** An accepted trajectory may come to rest as well. */
function isAccepted({ outcome, nudge }: TrajectoryView): boolean {
  return isAcceptedOutcome(outcome) || nudge?.phase === "accepted";
}

function whereTo(settled: readonly TrajectoryView[], valid: readonly TrajectoryView[], all: boolean): string {
  const grids = distinct(valid);
  const others = settled.length - valid.length;
  if (valid.length === 0) return settled.length === 1 ? say`, not on a valid grid` : say`, none on a valid grid`;
  const onValid =
    grids > 1
      ? say`on ${grids} different valid grids${byLetter(valid)}`
      : valid.length === 1
        ? say`on a valid grid`
        : say`on the same valid grid`;
  if (others === 0 && grids === 1 && valid.length > 1)
    return all ? say` on the same valid grid` : say`, all on the same grid`;
  if (others === 0) return ` ${onValid}`;
  return say`, ${valid.length} of them ${onValid}, ${others} on something else`;
}

/** Grids that are named one by one: more are a list that nobody reads. */
const MOST_NAMED = 4;

/** " (7 on A, 5 on B)" where the grids have letters and are few. */
function byLetter(valid: readonly TrajectoryView[]): string {
  const counts = new Map<string, number>();
  for (const { grid } of valid.toSorted((a, b) => (a.grid?.number ?? 0) - (b.grid?.number ?? 0)))
    if (grid?.letter) counts.set(grid.letter, (counts.get(grid.letter) ?? 0) + 1);
  if (counts.size < 2 || counts.size > MOST_NAMED) return "";
  return ` (${[...counts].map(([letter, count]) => say`${count} on ${letter}`).join(", ")})`;
}

function theRest(rest: readonly TrajectoryView[], over: boolean, overWords: readonly [string, string]): string {
  if (rest.length === 0) return "";
  const one = rest.length === 1;
  if (over) return overWords[one ? 0 : 1];
  if (rest.every(({ outcome, nudge }) => outcome === "wandering" && !nudge))
    return one ? say`; the other one still wanders` : say`; the others still wander`;
  return one ? say`; the other one has not yet` : say`; the others have not yet`;
}

function distinct(views: readonly TrajectoryView[]): number {
  return new Set(views.map(({ grid }) => grid?.number)).size;
}
