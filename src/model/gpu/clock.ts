import type { Device } from "./device";
import { encoderOf } from "./program";

/** Milliseconds that stretches of recorded work take by the device's own clock. */
export interface GpuClock {
  /** A stretch begins with what is recorded from here on. */
  begin(): void;
  /** It ends with what has been recorded; to be followed by a submit. */
  end(): void;
  /** Takes the stretches that have been submitted into account, as soon as they are over. */
  collect(): void;
  /** Of all stretches that are over; null where the device has no clock. */
  readonly total: number | null;
  dispose(): void;
}

interface Slot {
  readonly queries: GPUQuerySet;
  readonly resolved: GPUBuffer;
  readonly staging: GPUBuffer;
}

const BYTES = 16;
const NANOSECONDS = 1e6;

/** A clock of stretches. Without the feature "timestamp-query" it stands still. */
export function createGpuClock({ backend }: Device): GpuClock {
  const { device } = backend;
  const ticks = device.features.has("timestamp-query");
  const idle: Slot[] = [];
  let running: Slot | null = null;
  let ended: Slot[] = [];
  let total = 0;
  let disposed = false;

  function createSlot(): Slot {
    const { QUERY_RESOLVE, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage;
    return {
      queries: device.createQuerySet({ type: "timestamp", count: 2 }),
      resolved: device.createBuffer({ size: BYTES, usage: QUERY_RESOLVE | COPY_SRC }),
      staging: device.createBuffer({ size: BYTES, usage: COPY_DST | MAP_READ }),
    };
  }

  function destroy({ queries, resolved, staging }: Slot): void {
    for (const part of [queries, resolved, staging]) part.destroy();
  }

  async function read(slot: Slot): Promise<void> {
    await slot.staging.mapAsync(GPUMapMode.READ);
    const [from = 0n, to = 0n] = new BigUint64Array(slot.staging.getMappedRange());
    // Clocks may be set anew between the two.
    if (to > from) total += Number(to - from) / NANOSECONDS;
    slot.staging.unmap();
    if (disposed) destroy(slot);
    else idle.push(slot);
  }

  return {
    begin() {
      if (!ticks || running) return;
      running = idle.pop() ?? createSlot();
      const timestampWrites = { querySet: running.queries, beginningOfPassWriteIndex: 0 };
      encoderOf(backend).beginComputePass({ timestampWrites }).end();
    },
    end() {
      if (!running) return;
      const { queries, resolved, staging } = running;
      const encoder = encoderOf(backend);
      encoder.beginComputePass({ timestampWrites: { querySet: queries, endOfPassWriteIndex: 1 } }).end();
      encoder.resolveQuerySet(queries, 0, 2, resolved, 0);
      encoder.copyBufferToBuffer(resolved, 0, staging, 0, BYTES);
      ended.push(running);
      running = null;
    },
    collect() {
      // A device that is lost never tells.
      for (const slot of ended) read(slot).catch(() => destroy(slot));
      ended = [];
    },
    get total() {
      return ticks ? total : null;
    },
    dispose() {
      disposed = true;
      for (const slot of [...idle.splice(0), ...ended.splice(0), ...(running ? [running] : [])]) destroy(slot);
      running = null;
    },
  };
}
