import { wilson } from "../../../model/analysis/wilson";
import type { Accuracy, ModelCard } from "../../../model/eqr/model/card";
import type { ScalingFile } from "../../../model/evaluate/scalingFile";
import { formatCount, formatShare } from "../../../viz/format";
import { local, say } from "../../../words/say";
import { paperSteps } from "./conversion";

/** A figure that was measured here: of which model, what, on what, by which command. */
export interface Measured {
  readonly model: string;
  /** A share with its interval and n, or a number with its unit. */
  readonly figure: string;
  /** The setting and the puzzles. */
  readonly of: string;
  readonly command: string;
}

/** A shipped model: its card, and its scaling figure where one was measured with these weights. */
export interface Shipped {
  readonly card: ModelCard;
  readonly scaling: ScalingFile | null;
}

/** Every share solved by pure breadth, the paper's; nudged runs are ours and never stand for it. */
export function solvedShares(shipped: readonly Shipped[]): Measured[] {
  return pureRows(shipped).map(({ card, row }) => ({
    model: card.title,
    figure: shareText(row.solved, row.puzzles),
    of: settingOf(row),
    command: commandOf(card, row),
  }));
}

/** Depth 1 from one start: the network as a feed-forward one. */
export function feedForwardShares(shipped: readonly Shipped[]): Measured[] {
  return shipped.flatMap(({ card, scaling }) => {
    const solved = scaling?.depths[0] === 1 && scaling.breadths[0] === 1 ? scaling.solved[0]?.[0] : undefined;
    if (!scaling || solved === undefined) return [];
    const figure = shareText(solved, scaling.puzzles);
    return [
      { model: card.title, figure, of: `${say`1 start × 1 iteration`}; ${scaling.set}`, command: scaling.command },
    ];
  });
}

/** How often what came to rest was right: the residual as the only judge. */
export function rightAmongSettled(shipped: readonly Shipped[]): Measured[] {
  return pureRows(shipped).flatMap(({ card, row }) => {
    const { settled, wronglySettled } = row;
    if (!settled || wronglySettled === undefined) return [];
    const figure = shareText(settled - wronglySettled, settled);
    return [{ model: card.title, figure, of: settingOf(row), command: commandOf(card, row) }];
  });
}

/** Iterations that a puzzle took on average from one start, and how many of the paper's steps they are. */
export function meanIterations(shipped: readonly Shipped[]): Measured[] {
  return pureRows(shipped).flatMap(({ card, row }) => {
    if (row.meanGflop === undefined || row.breadth !== 1) return [];
    const iterations = (row.meanGflop * 1e9) / card.flopsPerIteration;
    const steps = local(paperSteps(iterations).toFixed(1));
    return [
      {
        model: card.title,
        figure: say`${Math.round(iterations)} iterations on average, as many applications of f as ${steps} of the paper's steps`,
        of: `${settingOf(row)}; n = ${row.puzzles}`,
        command: commandOf(card, row),
      },
    ];
  });
}

/** The deepest pure measurement of each model, in layers. */
export function deepest(shipped: readonly Shipped[]): Measured[] {
  return shipped.flatMap((one) => {
    const [deep] = pureRows([one]).sort((a, b) => b.row.depth - a.row.depth);
    const { card } = one;
    if (!deep || card.layersPerIteration === undefined) return [];
    const layers = formatCount(deep.row.depth * card.layersPerIteration);
    return [
      {
        model: card.title,
        figure: say`${layers} layers: ${formatCount(deep.row.depth)} iterations of ${card.layersPerIteration}`,
        of: deep.row.set,
        command: commandOf(card, deep.row),
      },
    ];
  });
}

function pureRows(shipped: readonly Shipped[]): { readonly card: ModelCard; readonly row: Accuracy }[] {
  return shipped.flatMap(({ card }) =>
    card.accuracy.filter(({ kind }) => kind === "pure").map((row) => ({ card, row })),
  );
}

function shareText(count: number, n: number): string {
  const { share, low, high } = wilson(count, n);
  return say`${formatShare(share)} (${count} of ${n}; 95 % interval ${formatShare(low)}–${formatShare(high)})`;
}

function settingOf({ breadth, depth, lambda, sigma, set }: Accuracy): string {
  const starts = breadth === 1 ? say`1 start` : say`${breadth} starts`;
  return say`${starts} × ${formatCount(depth)} iterations, λ ${local(lambda)}, σ ${local(sigma)}; ${set}`;
}

/** What the card says it was measured with, else the command with the row's settings. */
function commandOf({ name }: ModelCard, row: Accuracy): string {
  if (row.command !== undefined) return row.command;
  const { depth, breadth, lambda, sigma, select } = row;
  return `npm run eval -- --puzzles FILE --model ${name} --depth ${depth} --breadth ${breadth} --lambda ${lambda} --sigma ${sigma} --select ${select}`;
}
