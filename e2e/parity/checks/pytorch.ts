import { loadModel } from "../../../src/model/maps/loadModel";
import { compareCase, type ParityReport, parseParity } from "../../../src/model/maps/relational/fixtures/parity";
import parityJson from "../../../src/model/maps/relational/fixtures/parity.json";
import parityUrl from "../../../src/model/maps/relational/fixtures/parity.safetensors?url";
import { withKernels } from "../setup";

/** Runs every case of so many iterations at most that PyTorch left (training/), with the shipped weights. */
export async function pytorchReports(deepest: number): Promise<Record<string, ParityReport>> {
  const parity = parseParity(parityJson, await (await fetch(parityUrl)).arrayBuffer());
  const { model } = await loadModel(new URL("/weights/", location.href).href, parity.model, (url) => fetch(url));
  if (model.card.weights.sha256 !== parity.weights)
    throw new Error("The fixtures were written with other weights: write them anew (training/README.md).");
  return withKernels(
    async (backend) => {
      const reports: Record<string, ParityReport> = {};
      for (const wanted of parity.cases.filter((one) => one.depth <= deepest))
        reports[wanted.name] = await compareCase(backend, parity, wanted);
      return reports;
    },
    { model },
  );
}
