import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeSafetensors } from "../fixtures/writeSafetensors";
import { parseSafetensors } from "./safetensors";

/** A file with this text for a header and so many bytes of data. */
function fileWith(header: string, dataBytes = 0): ArrayBuffer {
  const text = new TextEncoder().encode(header);
  const bytes = new Uint8Array(8 + text.length + dataBytes);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  return bytes.buffer;
}

const entry = (fields: object) => JSON.stringify({ w: { dtype: "F32", shape: [2], data_offsets: [0, 8], ...fields } });

const two = (w: [number, number], u: [number, number]) =>
  JSON.stringify({
    w: { dtype: "F32", shape: [2], data_offsets: w },
    u: { dtype: "F32", shape: [2], data_offsets: u },
  });

function fileWithData(values: readonly number[]): ArrayBuffer {
  const file = fileWith(entry({}), 8);
  const data = new DataView(file, file.byteLength - 8);
  for (const [i, value] of values.entries()) data.setFloat32(4 * i, value, true);
  return file;
}

describe("parseSafetensors", () => {
  it("gives back names, shapes and values, whatever the length of the header", () => {
    const values = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), values), (dictionary) => {
        const tensors = new Map(
          Object.entries(dictionary)
            .filter(([name]) => name !== "__metadata__" && name !== "__proto__")
            .map(([name, list]) => [name, { shape: [list.length], data: Float32Array.from(list) }]),
        );
        expect(new Map(parseSafetensors(writeSafetensors(tensors)))).toEqual(tensors);
      }),
    );
  });

  it("reads a scalar and passes over the metadata", () => {
    const header = { __metadata__: { format: "pt" }, q_bias: { dtype: "F32", shape: [], data_offsets: [0, 4] } };
    const tensors = parseSafetensors(fileWith(JSON.stringify(header), 4));
    expect([...tensors.keys()]).toEqual(["q_bias"]);
    expect(tensors.get("q_bias")).toEqual({ shape: [], data: new Float32Array(1) });
  });

  it.each<[string, ArrayBuffer, RegExp]>([
    ["a file too short for a header", new ArrayBuffer(3), /only 3 bytes/],
    ["a header longer than the file", new Uint8Array([255, 255, 255, 255, 0, 0, 0, 0]).buffer, /past the end/],
    ["a header that is not JSON", fileWith("<html>"), /not JSON/],
    ["a header that is a list", fileWith("[]"), /not an object/],
    ["another number format", fileWith(entry({ dtype: "BF16" }), 8), /"w" is BF16/],
    ["a negative size", fileWith(entry({ shape: [-2] }), 8), /proper shape/],
    [
      "offsets that do not fit the shape",
      fileWith(entry({ data_offsets: [0, 4] }), 8),
      /4 bytes where its shape needs 8/,
    ],
    ["data beyond the file", fileWith(entry({}), 4), /"w" runs past the end/],
    [
      "10 GB in a small file",
      fileWith(entry({ shape: [5 * 2 ** 29], data_offsets: [0, 10 * 2 ** 30] }), 8),
      /past the end/,
    ],
    ["a format that is no text", fileWith(entry({ dtype: { toString: 1 } }), 8), /no proper dtype/],
    ["offsets in the wrong order", fileWith(entry({ data_offsets: [8, 0] }), 8), /has -8 bytes/],
    ["two arrays on the same bytes", fileWith(two([0, 8], [4, 12]), 12), /"w" and "u" share bytes/],
    ["an array inside another", fileWith(two([0, 8], [0, 8]), 12), /share bytes/],
    ["NaN", fileWithData([0, Number.NaN]), /"w" holds a number that is not finite/],
    ["an infinite number", fileWithData([Number.NEGATIVE_INFINITY, 0]), /not finite/],
  ])("refuses %s", (_, bytes, words) => {
    expect(() => parseSafetensors(bytes)).toThrow(words);
  });
});
