import { expect, it } from "vitest";
import type { Gpu } from "../../model/gpu/requestAdapter";
import { probeDevice } from "./device";
import { chooseModel, deviceOf } from "./models";

const index = {
  models: [
    { name: "small", title: "Small" },
    { name: "big", title: "Big" },
    { name: "third", title: "Third" },
  ],
  default: { gpu: "big", elsewhere: "small" },
};

it.each([
  // linked, chosen, device: model, reason
  ["", "", "gpu", "big", "gpu"],
  ["", "", "elsewhere", "small", "elsewhere"],
  ["", "third", "gpu", "third", "person"],
  ["", "big", "elsewhere", "big", "person"],
  ["small", "big", "gpu", "small", "link"],
  ["big", "", null, "big", "link"],
  ["", "third", null, "third", "person"],
  // What is not shipped counts as none.
  ["gone", "third", "gpu", "third", "person"],
  ["gone", "gone too", "elsewhere", "small", "elsewhere"],
] as const)(
  "a link that names %j, a choice of %j and the device %j: %s by %s",
  (linked, chosen, device, model, reason) => {
    expect(chooseModel(index, { linked, chosen, device })).toEqual({ model, reason });
  },
);

it("waits for the device only where nothing else decides", () => {
  expect(chooseModel(index, { linked: "", chosen: "", device: null })).toBeNull();
});

it("takes a software adapter for what it is: the CPU", () => {
  const info = { device: "", whyNotWebgpu: null };
  expect(deviceOf({ ...info, kind: "webgpu", software: false })).toBe("gpu");
  expect(deviceOf({ ...info, kind: "webgpu", software: true })).toBe("elsewhere");
  expect(deviceOf({ ...info, kind: "wasm" })).toBe("elsewhere");
});

it("probes the adapter, and takes none or an error for the CPU", async () => {
  const gpu = (answer: () => Promise<unknown>) => ({ requestAdapter: answer }) as Gpu;
  const adapter = (architecture: string) => gpu(async () => ({ info: { architecture } }));
  expect(await probeDevice("auto", adapter("ampere"))).toBe("gpu");
  expect(await probeDevice("auto", adapter("swiftshader"))).toBe("elsewhere");
  expect(await probeDevice("wasm", adapter("ampere"))).toBe("elsewhere");
  expect(await probeDevice("auto", undefined)).toBe("elsewhere");
  expect(
    await probeDevice(
      "auto",
      gpu(() => Promise.reject(new Error("no"))),
    ),
  ).toBe("elsewhere");
});
