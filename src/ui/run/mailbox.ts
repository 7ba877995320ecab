import { addBeliefs, appendFrame, applyBasis, type RunRecord } from "../../model/eqr/record/record";
import type { FromWorker } from "../../model/worker/protocol";

/** Messages that belong to a run; the others are about the worker. */
export type RunMessage = Extract<FromWorker, { readonly run: number }>;

export function isRunMessage(message: FromWorker): message is RunMessage {
  return "run" in message;
}

/** Files a message of the current run into its record. */
export function file(record: RunRecord, message: RunMessage): void {
  switch (message.type) {
    case "frames":
      // After a lost device the worker may send again what is known already.
      for (const frame of message.frames) if (frame.k >= record.frames.length) appendFrame(record, frame);
      for (const beliefs of message.beliefs) addBeliefs(record, beliefs);
      record.spent = message.spent;
      return;
    case "beliefs":
      addBeliefs(record, message.beliefs);
      return;
    case "basis":
      applyBasis(record, message.reprojection);
      return;
    case "ended":
      record.end = message.end;
      record.revision++;
  }
}
