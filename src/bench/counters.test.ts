import { afterEach, expect, it, vi } from "vitest";
import { countGpuWork } from "./counters";

afterEach(() => vi.unstubAllGlobals());

class Pass {
  readonly seen: unknown[] = [];
  dispatchWorkgroups(...args: number[]) {
    this.seen.push(args);
  }
  dispatchWorkgroupsIndirect(...args: unknown[]) {
    this.seen.push(args);
  }
}

class Buffer {
  readonly size = 1000;
  readonly seen: unknown[] = [];
  async mapAsync(...args: number[]) {
    this.seen.push(args);
  }
}

it("counts dispatches and mapped bytes since it was last asked, and passes every call on", async () => {
  vi.stubGlobal("GPUComputePassEncoder", Pass);
  vi.stubGlobal("GPUBuffer", Buffer);
  vi.stubGlobal("GPUMapMode", { READ: 1, WRITE: 2 });
  const count = countGpuWork();
  const [pass, buffer] = [new Pass(), new Buffer()];
  pass.dispatchWorkgroups(3, 1, 1);
  pass.dispatchWorkgroupsIndirect(buffer, 0);
  await buffer.mapAsync(1);
  await buffer.mapAsync(1, 100);
  await buffer.mapAsync(1, 0, 12);
  await buffer.mapAsync(2);
  expect(count()).toEqual({ dispatches: 2, bytesRead: 1000 + 900 + 12 });
  expect(count()).toEqual({ dispatches: 0, bytesRead: 0 });
  expect(pass.seen).toEqual([
    [3, 1, 1],
    [buffer, 0],
  ]);
  expect(buffer.seen[2]).toEqual([1, 0, 12]);
});

it("counts nothing where there is no WebGPU", () => {
  vi.stubGlobal("GPUComputePassEncoder", undefined);
  expect(countGpuWork()()).toEqual({ dispatches: 0, bytesRead: 0 });
});
