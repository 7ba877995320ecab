import type { ContestantName, Measured, Report } from "../../src/bench/protocol";

/** What the kernels are built for, at a breadth: how many times as fast as the fastest of some peers. */
const RATIOS: readonly { breadth: number; over: readonly ContestantName[]; least: number }[] = [
  { breadth: 1, over: ["tfjs-ops-webgpu"], least: 10 },
  { breadth: 8, over: ["tfjs-ops-webgpu"], least: 10 },
  { breadth: 64, over: ["tfjs-ops-webgpu", "onnxruntime-webgpu"], least: 6 },
  { breadth: 512, over: ["tfjs-ops-webgpu", "onnxruntime-webgpu"], least: 8 },
];

/** At which the share of the multiply-add rate counts. */
const RATE_BREADTH = 512;

/** What a benchmark on a GPU found, line by line, beside what the kernels are built for: `rate` of the multiply-add rate. */
export function targetLines(
  { adapter, kernels, rows }: Pick<Report, "adapter" | "kernels" | "rows">,
  rate: number,
): string[] {
  const at = (contestant: ContestantName, breadth: number): Measured | null => {
    const row = rows.find((one) => one.contestant === contestant && one.breadth === breadth);
    return row?.kind === "measured" ? row : null;
  };
  const ratios = RATIOS.map(({ breadth, over, least }) => {
    const ours = at("fused", breadth);
    const peers = over.flatMap((name) => at(name, breadth) ?? []);
    const title = `breadth ${breadth}, times the fastest of ${over.join(", ")}`;
    if (!ours || peers.length === 0) return `${title}: not measured`;
    const ratio = ours.iterationsPerSecond / Math.max(...peers.map((peer) => peer.iterationsPerSecond));
    return `${title}: ${ratio.toFixed(1)}, at least ${least}: ${verdict(ratio >= least)}`;
  });
  const share = at("fused", RATE_BREADTH)?.ofRate ?? null;
  return [
    `adapter ${adapter}`,
    `own kernels: ${kernels}`,
    ...ratios,
    share === null
      ? `share of the multiply-add rate at breadth ${RATE_BREADTH}: not measured`
      : `share of the multiply-add rate at breadth ${RATE_BREADTH}: ${(100 * share).toFixed(1)} %, at least ${100 * rate} %: ${verdict(share >= rate)}`,
  ];
}

function verdict(reached: boolean): string {
  return reached ? "reached" : "NOT REACHED";
}
