/** The page of the parity tests: offers every check to the test that opens it, as window.parity. */
import { batchBitsOff, conditionBitsOff, mixedNoiseBitsOff, noiseBitsOff } from "./checks/bits";
import { blockErrors } from "./checks/blocks";
import { brokenRow, leaks, refusals, shortOfMemory } from "./checks/faults";
import { iterationErrors, referenceErrors } from "./checks/iteration";
import { nudgedRun } from "./checks/nudges";
import { pcaErrors } from "./checks/pca";
import { pytorchReports } from "./checks/pytorch";
import { queueDifference } from "./checks/queue";
import { counted, releasedDifference, searchDifference, staggeredDifference, wideBitsOff } from "./checks/search";
import { speed, tuned } from "./checks/speed";
import { summaryErrors } from "./checks/summaries";
import { haltedBitsOff, tailErrors } from "./checks/tails";
import { startWebgpu, useShape } from "./setup";

const parity = {
  batchBitsOff,
  blockErrors,
  brokenRow,
  conditionBitsOff,
  counted,
  haltedBitsOff,
  iterationErrors,
  leaks,
  mixedNoiseBitsOff,
  noiseBitsOff,
  nudgedRun,
  pcaErrors,
  pytorchReports,
  queueDifference,
  referenceErrors,
  refusals,
  releasedDifference,
  searchDifference,
  shortOfMemory,
  speed,
  staggeredDifference,
  summaryErrors,
  tailErrors,
  tuned,
  useShape,
  wideBitsOff,
};

declare global {
  interface Window {
    parity?: typeof parity;
  }
}

function report(text: string): void {
  const status = document.querySelector("#status");
  if (status) status.textContent = text;
}

startWebgpu().then(
  () => {
    window.parity = parity;
    report("Ready.");
  },
  (error: Error) => report(error.message),
);
