import type { Anatomy } from "../eqr/model/anatomy";
import type { Beliefs, Frame, Reprojection } from "../eqr/record/frame";
import { mapColumns } from "../eqr/record/summary";
import type { FromWorker } from "./protocol";

/**
 * A message with the buffers that can be handed over instead of copied. Arrays that are only a part of their buffer are
 * copied first: handing over the buffer would take its other parts along.
 */
export function withTransfers(message: FromWorker): { message: FromWorker; transfer: Transferable[] } {
  const transfer: ArrayBuffer[] = [];
  const own = <T extends Float32Array | Int32Array | Uint16Array | Uint8Array>(array: T): T => {
    const whole = array.byteLength === array.buffer.byteLength ? array : (array.slice() as T);
    transfer.push(whole.buffer as ArrayBuffer);
    return whole;
  };
  const frame = ({ k, hypotheses, phase, cycle, ...columns }: Frame): Frame => ({
    k,
    ...mapColumns(columns, own),
    hypotheses: hypotheses && own(hypotheses),
    phase: phase && own(phase),
    cycle: cycle && own(cycle),
  });
  const beliefs = (one: Beliefs): Beliefs => ({ ...one, softmax: own(one.softmax) });
  const reprojection = (one: Reprojection): Reprojection => ({ ...one, ks: own(one.ks), coords: own(one.coords) });
  const anatomy = (one: Anatomy): Anatomy => ({
    ...one,
    logits: own(one.logits),
    before: own(one.before),
    lengths: own(one.lengths),
    changes: own(one.changes),
    components: own(one.components),
  });
  switch (message.type) {
    case "frames":
      return {
        message: { ...message, frames: message.frames.map(frame), beliefs: message.beliefs.map(beliefs) },
        transfer,
      };
    case "beliefs":
      return { message: { ...message, beliefs: beliefs(message.beliefs) }, transfer };
    case "anatomy":
      return { message: { ...message, anatomy: message.anatomy && anatomy(message.anatomy) }, transfer };
    case "state":
      return { message: { ...message, state: message.state && own(message.state) }, transfer };
    case "basis":
      return { message: { ...message, reprojection: reprojection(message.reprojection) }, transfer };
    default:
      return { message, transfer };
  }
}
