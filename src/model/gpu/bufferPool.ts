/** The part of tfjs's buffer manager that the pool lives in (private to it; tfjs 4.22, buffer_manager.ts). */
export interface BufferPool {
  numFreeBuffers: number;
  numBytesAllocated: number;
  readonly freeBuffers: ReadonlyMap<string, { readonly size: number; destroy(): void }[]>;
}

/**
 * Destroys the buffers that no tensor uses. tfjs keeps them for the next tensor of the same size, for good: states of
 * another breadth never are of that size, so the memory of each breadth tried would add up until the device is lost.
 */
export function trimPool(pool: BufferPool): void {
  for (const buffers of pool.freeBuffers.values()) {
    // The lists stay, empty: without any, tfjs no longer takes buffers back.
    for (const buffer of buffers.splice(0)) {
      buffer.destroy();
      pool.numFreeBuffers--;
      pool.numBytesAllocated -= buffer.size;
    }
  }
}
