import type { Measured } from "./protocol";

/** A row for tests, with what matters to one of them. */
export function measuredRow(set: Partial<Measured>): Measured {
  return {
    kind: "measured",
    contestant: "fused",
    breadth: 1,
    iterationsPerSecond: 100,
    slowest: 90,
    fastest: 110,
    spread: 0.2,
    batches: 5,
    iterations: 50,
    first: false,
    dispatches: 6,
    bytesRead: 184,
    gflops: 1.56,
    ofRate: 0.5,
    ofBandwidth: 0.1,
    agrees: true,
    ...set,
  };
}
