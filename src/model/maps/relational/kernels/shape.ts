/**
 * How the work of a block is cut into invocations: a matter of speed only. Two families of kernels do it: serial ones, in
 * which every invocation works alone, for software adapters; and tiled ones, in which workgroups share what they load, for
 * GPUs.
 */
export type Shape = SerialShape | TiledShape;

export type SerialShape = {
  readonly family: "serial";
  /** Candidates an invocation of candidate.wgsl: more share the loads of the weights, fewer keep a wide device busy. */
  readonly candidates: 1 | 3 | 9;
  /** Invocations that share the columns of a tile in mix.wgsl, each with means of its own. */
  readonly groups: 1 | 2;
};

export type TiledShape = {
  readonly family: "tiled";
  /** What a workgroup takes of a digit: a band of rows (tiled/band.wgsl), or one box (tiled/box.wgsl), which is less work. */
  readonly tile: "band" | "box";
  /** Rows of the batch per workgroup: more share the loads of the weights, fewer keep a wide device busy. */
  readonly rows: 1 | 2 | 4;
};

/** The shape for software adapters, where a barrier is emulated and compiling a shader outweighs what a better one wins. */
export const SOFTWARE_SHAPE: SerialShape = { family: "serial", candidates: 3, groups: 1 };

/** The shapes that are tried on a graphics processor (tune.ts). */
export const SHAPES: readonly Shape[] = [
  { family: "tiled", tile: "band", rows: 1 },
  { family: "tiled", tile: "band", rows: 2 },
  { family: "tiled", tile: "band", rows: 4 },
  { family: "tiled", tile: "box", rows: 1 },
  { family: "tiled", tile: "box", rows: 4 },
  SOFTWARE_SHAPE,
  { family: "serial", candidates: 1, groups: 2 },
];

/** The tiled shape whose invocations are short enough for a GPU even at breadth 1: a band of few features, a box of many. */
export function shortShape(d: number): TiledShape {
  return { family: "tiled", tile: d > MOST_IN_BAND ? "box" : "band", rows: 1 };
}

const MOST_IN_BAND = 32;

/** A shape that was kept as text or JSON, perhaps by an older page; null where it is none that exists today. */
export function readShape(value: unknown): Shape | null {
  if (typeof value !== "object" || value === null || !("family" in value)) return null;
  return SHAPES.find((shape) => keyOf(shape) === keyOf(value)) ?? null;
}

/** A shape for a person, e.g. "tiled (tile band, rows 2)". */
export function shapeInWords({ family, ...sizes }: Shape): string {
  const parts = Object.entries(sizes).map(([name, size]) => `${name} ${size}`);
  return `${family} (${parts.join(", ")})`;
}

function keyOf(shape: object): string {
  return JSON.stringify(Object.entries(shape).sort());
}
