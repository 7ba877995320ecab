import { join } from "node:path";

export interface GpuOptions {
  /** Folder of all that is found. */
  readonly out: string;
  readonly puzzles: string;
  /** How many of the puzzles are evaluated. */
  readonly rows: number;
  /** Minutes for everything together. */
  readonly minutes: number;
  /** On the software adapter and as small as it gets: to see that everything runs. */
  readonly soft: boolean;
}

/** One program to run; what it prints goes to a file of its name. */
export interface Step {
  readonly name: "anatomy" | "benchmark" | "evaluation" | "large" | "parity";
  /** At most so long; less where less is left. */
  readonly minutes: number;
  readonly tool: "tsx" | "playwright";
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The peers on the GPU, and the reference that all are checked against. */
const CONTESTANTS = "fused,fused-other,tfjs-ops-webgpu,onnxruntime-webgpu,tfjs-wasm";
const LARGE_CONTESTANTS = "fused,tfjs-ops-webgpu,tfjs-wasm";
const SOFT_CONTESTANTS = "fused,fused-other,tfjs-wasm";
/** The checks that are quick even on the software adapter, of the tiled kernels for GPUs. */
const SOFT_PARITY = ["e2e/parity/tiled.spec.ts", "-g", "block are as the formula says: (4|8) features"];

/** What is run, what matters most first. */
export function stepsFor({ out, puzzles, rows, soft }: GpuOptions): Step[] {
  const bench = soft ? ["--smoke", "--only", SOFT_CONTESTANTS] : ["--budget", "12", "--only", CONTESTANTS];
  const large = soft ? ["--smoke", "--only", "fused,tfjs-wasm"] : ["--budget", "12", "--only", LARGE_CONTESTANTS];
  const evaluated = soft ? ["--limit", "2", "--budget", "64"] : ["--limit", String(rows)];
  return [
    { name: "anatomy", minutes: 1, tool: "tsx", args: ["scripts/bench.ts", "--anatomy"] },
    {
      name: "benchmark",
      minutes: 6,
      tool: "tsx",
      args: ["scripts/bench.ts", ...bench, "--out", join(out, "bench.json")],
    },
    {
      name: "evaluation",
      minutes: 5,
      tool: "tsx",
      args: [
        ...["scripts/eval.ts", "--puzzles", puzzles, "--preset", "extreme", "--backend", "webgpu"],
        ...[...evaluated, "--json", "--out", join(out, "answers.csv")],
      ],
    },
    {
      name: "large",
      minutes: 4,
      tool: "tsx",
      args: [...["scripts/bench.ts", "--model", "large"], ...large, "--out", join(out, "large.json")],
    },
    {
      name: "parity",
      minutes: 8,
      tool: "playwright",
      args: ["test", "--project=parity", ...(soft ? SOFT_PARITY : [])],
      ...(!soft && { env: { OWN_GPU: "1" } }),
    },
  ];
}
