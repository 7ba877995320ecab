import { type Shape, SOFTWARE_SHAPE, shortShape } from "../model/maps/relational/kernels/shape";
import { copyBytes, type Dispatch, iterationWork, leastBytes } from "../model/maps/relational/kernels/work";

/** The sizes of the map and what an iteration of one trajectory takes at least, as its card has them. */
export interface Subject {
  readonly config: { readonly d: number; readonly blocks: number };
  readonly flopsPerIteration: number;
}

/** What an iteration of one family of kernels is made of at a breadth, without running it. */
export interface Anatomy {
  readonly shape: Shape;
  readonly breadth: number;
  readonly dispatches: readonly Dispatch[];
  /** Bytes that its dispatches and the copy of the states move, each buffer once per dispatch. */
  readonly bytes: number;
  readonly leastBytes: number;
  /** Floating-point operations, two for each multiply-add, over those of the card. */
  readonly redundancy: number;
  /** Floating-point operations of the card for each byte moved. */
  readonly flopPerByte: number;
}

export function anatomyOf({ config, flopsPerIteration }: Subject, shape: Shape, breadth: number): Anatomy {
  const dispatches = iterationWork(config, shape, breadth);
  const sum = (of: (dispatch: Dispatch) => number) => dispatches.reduce((total, dispatch) => total + of(dispatch), 0);
  const bytes = sum((dispatch) => dispatch.bytes) + copyBytes(config.d, breadth);
  const flops = flopsPerIteration * breadth;
  return {
    shape,
    breadth,
    dispatches,
    bytes,
    leastBytes: leastBytes(config, breadth),
    redundancy: (2 * sum(({ macs }) => macs)) / flops,
    flopPerByte: flops / bytes,
  };
}

/** What the kernels for GPUs have to keep to; the figures of one dispatch are those at breadth 1. */
const BARS = {
  invocations: 2000,
  macs: 1500,
  vectors: 400,
  bytes: 3,
  dispatches: 6,
  memory: 16384,
} as const;

/** What an anatomy breaks of the bars, in words; empty when it keeps to all. */
export function brokenBars({ breadth, dispatches, bytes, leastBytes }: Anatomy): string[] {
  const broken: string[] = [];
  const atMost = (what: string, value: number, bar: number) => {
    if (value > bar) broken.push(`${what}: ${Number(value.toPrecision(3))}, at most ${bar}`);
  };
  atMost("dispatches", dispatches.length, BARS.dispatches);
  atMost("bytes moved, times the least", bytes / leastBytes, BARS.bytes);
  for (const { name, memory } of dispatches) atMost(`bytes of workgroup memory in ${name}`, memory, BARS.memory);
  if (breadth > 1) return broken;
  for (const { name, invocations, longest } of dispatches) {
    if (invocations < BARS.invocations)
      broken.push(`invocations of ${name}: ${invocations}, at least ${BARS.invocations}`);
    atMost(`multiply-adds per invocation of ${name}`, longest.macs, BARS.macs);
    atMost(`vector loads per invocation of ${name}`, longest.vectors, BARS.vectors);
  }
  return broken;
}

const BREADTHS = [1, 64, 512];
const HEADINGS = [
  "kernel",
  "workgroups",
  "invocations",
  "multiply-adds",
  "vec4 loads",
  "loads",
  "bytes loaded",
  "workgroup bytes",
  "MB moved",
] as const;

/** The anatomy of both families of a map at some breadths, as lines of text. */
export function anatomyText(subject: Subject, title: string): string[] {
  const tiled = shortShape(subject.config.d);
  return [
    `${title}: d = ${subject.config.d}, ${subject.config.blocks} blocks. Multiply-adds, loads and bytes loaded are those of the longest`,
    "invocation; MB moved counts each buffer once per dispatch. Derived from the kernels, not measured.",
    ...BREADTHS.flatMap((breadth) =>
      [SOFTWARE_SHAPE, tiled].flatMap((shape) => ["", ...linesOf(anatomyOf(subject, shape, breadth))]),
    ),
  ];
}

function linesOf(anatomy: Anatomy): string[] {
  const { shape, breadth, dispatches, bytes, leastBytes, redundancy, flopPerByte } = anatomy;
  const rows = dispatches.map(({ name, workgroups, invocations, longest, memory, bytes }) => [
    name,
    ...[workgroups, invocations, longest.macs, longest.vectors, longest.scalars].map(String),
    String(16 * longest.vectors + 4 * longest.scalars),
    String(memory),
    megabytes(bytes),
  ]);
  const table = [[...HEADINGS], ...rows];
  const widths = HEADINGS.map((_, i) => Math.max(...table.map((cells) => cells[i]?.length ?? 0)));
  const broken = brokenBars(anatomy);
  return [
    `${Object.values(shape).join(" ")}, breadth ${breadth}: ${dispatches.length} dispatches`,
    ...table.map((cells) =>
      cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  "),
    ),
    `moved, with the copy of the states: ${megabytes(bytes)} MB, ${(bytes / leastBytes).toFixed(2)} times the least; ` +
      `${flopPerByte.toFixed(1)} FLOP per byte; ${redundancy.toFixed(2)} times the card's FLOP`,
    shape.family === "serial" ? "made for software adapters: no bars" : broken.join("; ") || "keeps to all bars",
  ];
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 3 : 1);
}
