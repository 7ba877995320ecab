import type { FingerprintDifference } from "../../model/eqr/record/fingerprint";
import { trajectoryNumber } from "../../viz/format";
import { say } from "../../words/say";
import type { Notice } from "../store/notices";

const WORDS: Readonly<Record<FingerprintDifference["kind"], string>> = {
  grid: say`decoding to another grid`,
  settled: say`settled on one device and not on the other`,
  iteration: say`settled at another iteration`,
};

/** Says plainly whether this device's run went the way of the run that was shared. */
export function describeDifferences(differences: readonly FingerprintDifference[], breadth: number): Notice {
  if (differences.length === 0) {
    const all = breadth === 1 ? "" : say`, for all ${breadth} trajectories`;
    return {
      topic: "link",
      tone: "good",
      text: say`Same result as the sender's${all}.`,
      seconds: 12,
    };
  }
  const parts = (Object.keys(WORDS) as FingerprintDifference["kind"][]).flatMap((kind) => {
    const those = differences.filter((difference) => difference.kind === kind);
    return those.length === 0
      ? []
      : [`${WORDS[kind]}: ${those.map(({ trajectory }) => trajectoryNumber(trajectory)).join(", ")}`];
  });
  const head = say`On this device ${differences.length} of ${breadth} trajectories got a different result`;
  const why = say`Processors round differently, and an undecided state can amplify that.`;
  return { topic: "link", tone: "warning", text: `${head} (${parts.join("; ")}). ${why}` };
}
