/** Where a block is: the first reads z and the condition, the last makes the step. */
export interface Place {
  readonly first: boolean;
  readonly last: boolean;
}

/** The place of a block as constants of its kernels: how often each part of the WGSL is there. */
export function flagsOf({ first, last }: Place) {
  const flag = (on: boolean) => (on ? 1 : 0);
  return { FIRST: flag(first), LATER: flag(!first), LAST: flag(last), INNER: flag(!last) };
}

/** Uniforms of the kernels of a block, the same in both families. */
export const MIX_UNIFORMS = {
  rows: "i32",
  xStride: "i32",
  first: "i32",
  k: "i32",
  sigma: "f32",
  tracked: "i32",
} as const;
export const CANDIDATE_UNIFORMS = { rows: "i32", xStride: "i32" } as const;
export const LAST_UNIFORMS = {
  rows: "i32",
  xStride: "i32",
  seed: "u32",
  lambda: "f32",
  projected: "i32",
} as const;
