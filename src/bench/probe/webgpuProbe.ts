import { fillTemplate } from "../../model/gpu/template";
import type { Roof } from "../protocol";
import bandwidthWgsl from "./bandwidth.wgsl?raw";
import rateWgsl from "./rate.wgsl?raw";

/** A wide device hides latency with many invocations, a narrow one has few registers: the best of some shapes counts. */
const CHAINS = [1, 2, 4, 8];
const INVOCATIONS = 32 * 1024;
/** Two buffers of this size are more than any cache holds. */
const BYTES = 32 * 2 ** 20;
/** A submit should take this long for its own cost not to count. */
const RUN_SECONDS = 0.1;
const MOST_TIMES = 2 ** 16;
const REPEATS = 3;

export interface Probe {
  /** Measures once more. */
  measure(): Promise<Roof>;
}

/** A measure of one thing: how often a second, at best. */
interface Gauge {
  /** Floating-point operations or bytes of one time, in billions. */
  readonly unit: number;
  readonly run: (times: number) => Promise<number>;
}

/** Sets up both measurements and finds the shape that reaches the highest multiply-add rate; a second or two. */
export async function createWebgpuProbe(device: GPUDevice): Promise<Probe> {
  const rates: Gauge[] = [];
  for (const chains of CHAINS) rates.push(await rateGauge(device, chains));
  const bandwidth = await bandwidthGauge(device);
  let rate = rates[0];
  let best = 0;
  for (const gauge of rates) {
    const found = await read(gauge);
    if (found <= best) continue;
    best = found;
    rate = gauge;
  }
  return {
    async measure() {
      if (rate) best = Math.max(best, await read(rate));
      return { gflops: best, gbytes: await read(bandwidth) };
    },
  };
}

async function rateGauge(device: GPUDevice, chains: number): Promise<Gauge> {
  const target = device.createBuffer({ size: INVOCATIONS * 16, usage: GPUBufferUsage.STORAGE });
  const uniform = device.createBuffer({ size: 16, usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST });
  const pipeline = await pipelineOf(device, fillTemplate(rateWgsl, { CHAINS: chains }));
  const run = runner(device, pipeline, [target, uniform], INVOCATIONS / 64);
  return {
    unit: (INVOCATIONS * 8 * chains * 4 * 2) / 1e9,
    run(turns) {
      device.queue.writeBuffer(uniform, 0, new Uint32Array([turns]));
      return run(1);
    },
  };
}

async function bandwidthGauge(device: GPUDevice): Promise<Gauge> {
  const usage = GPUBufferUsage.STORAGE;
  const pair = [device.createBuffer({ size: BYTES, usage }), device.createBuffer({ size: BYTES, usage })];
  return { unit: (2 * BYTES) / 1e9, run: runner(device, await pipelineOf(device, bandwidthWgsl), pair, BYTES / 1024) };
}

async function read({ unit, run }: Gauge): Promise<number> {
  return unit * (await perSecond(run));
}

/** How often a second a thing can be done, at best, when it is done many times at once. */
async function perSecond(timed: (times: number) => Promise<number>): Promise<number> {
  let times = 1;
  await timed(times);
  while ((await timed(times)) < RUN_SECONDS && times < MOST_TIMES) times *= 2;
  let best = 0;
  for (let i = 0; i < REPEATS; i++) best = Math.max(best, times / (await timed(times)));
  return best;
}

function pipelineOf(device: GPUDevice, code: string): Promise<GPUComputePipeline> {
  const compute = { module: device.createShaderModule({ code }), entryPoint: "main" };
  return device.createComputePipelineAsync({ layout: "auto", compute });
}

/** A function that dispatches a pipeline some times in one submit and gives the seconds that takes. */
function runner(
  device: GPUDevice,
  pipeline: GPUComputePipeline,
  buffers: readonly GPUBuffer[],
  groups: number,
): (times: number) => Promise<number> {
  const entries = buffers.map((buffer, binding) => ({ binding, resource: { buffer } }));
  const bindings = device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries });
  return async (times) => {
    await device.queue.onSubmittedWorkDone();
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindings);
    for (let i = 0; i < times; i++) pass.dispatchWorkgroups(groups);
    pass.end();
    const began = performance.now();
    device.queue.submit([encoder.finish()]);
    await device.queue.onSubmittedWorkDone();
    return (performance.now() - began) / 1000;
  };
}
