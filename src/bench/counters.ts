/** What went to and came from WebGPU devices since the count was last taken. */
export interface Counts {
  readonly dispatches: number;
  /** Bytes of buffers mapped for reading. */
  readonly bytesRead: number;
}

/**
 * Counts compute dispatches and bytes mapped for reading of everything in this realm, whatever library does it, by
 * wrapping the functions that every library has to call. Returns a function that takes the count and starts it anew.
 */
export function countGpuWork(): () => Counts {
  let dispatches = 0;
  let bytesRead = 0;
  if (globalThis.GPUComputePassEncoder) {
    const pass = GPUComputePassEncoder.prototype;
    const { dispatchWorkgroups, dispatchWorkgroupsIndirect } = pass;
    pass.dispatchWorkgroups = function (...args) {
      dispatches++;
      return dispatchWorkgroups.apply(this, args);
    };
    pass.dispatchWorkgroupsIndirect = function (...args) {
      dispatches++;
      return dispatchWorkgroupsIndirect.apply(this, args);
    };
    const buffer = GPUBuffer.prototype;
    const { mapAsync } = buffer;
    buffer.mapAsync = function (this: GPUBuffer, mode, offset = 0, size = this.size - offset) {
      if (mode & GPUMapMode.READ) bytesRead += size;
      return mapAsync.call(this, mode, offset, size);
    };
  }
  return () => {
    const counts = { dispatches, bytesRead };
    dispatches = 0;
    bytesRead = 0;
    return counts;
  };
}
