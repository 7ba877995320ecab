import { expect, it } from "vitest";
import { describeFailure } from "./failure";

it("leaves sentences alone, and adds to bare errors what can be done", () => {
  expect(describeFailure("load", new Error("The weights are not there."))).toBe("The weights are not there.");
  expect(describeFailure("load", new Error("x is undefined"))).toMatch(/could not be loaded: x is undefined. Reload/);
  expect(describeFailure("run", "boom")).toMatch(/The run stopped: boom. Start it again/);
});

it("knows a lack of memory", () => {
  expect(describeFailure("run", new RangeError("Array buffer allocation failed"))).toMatch(/Lower the breadth/);
  expect(describeFailure("load", new Error("Out of memory"))).toMatch(/Close other pages/);
});
