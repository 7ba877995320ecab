import { expect, it } from "vitest";
import { npyHeader } from "./npy";

it.each([[[3, 729, 32]], [[5]], [[1024, 9, 9, 9, 32]]])("heads an array of shape %j as NumPy does", (shape) => {
  const bytes = npyHeader(shape);
  expect([...bytes.subarray(0, 8)]).toEqual([0x93, ...[..."NUMPY"].map((c) => c.charCodeAt(0)), 1, 0]);
  expect(bytes.length % 64).toBe(0);
  const length = new DataView(bytes.buffer).getUint16(8, true);
  expect(length).toBe(bytes.length - 10);
  const text = new TextDecoder().decode(bytes.subarray(10));
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
  expect(text).toMatch(/^\{'descr': '<f4', 'fortran_order': False, 'shape': \(.*\), \} *\n$/);
  expect(text).toContain(`'shape': ${tuple}`);
});
