/** How the work of a block is cut into invocations: a matter of speed only. */
export interface Shape {
  /** Candidates an invocation of candidate.wgsl: more share the loads of the weights, fewer keep a wide device busy. */
  readonly candidates: 1 | 3 | 9;
  /** Invocations that share the columns of a tile in mix.wgsl, each with means of its own. */
  readonly groups: 1 | 2;
}

/** The shapes that are tried on a graphics processor (tune.ts). The first is the one for software adapters. */
export const SHAPES = [
  { candidates: 3, groups: 1 },
  { candidates: 1, groups: 2 },
  { candidates: 9, groups: 1 },
] as const satisfies readonly Shape[];
