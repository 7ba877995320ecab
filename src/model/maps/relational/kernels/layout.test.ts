import { expect, test } from "vitest";
import { weight } from "../../../eqr/model/model";
import { randomModel } from "../fixtures/randomModel";
import { mapConstants, packBlock } from "./layout";

test("the weights of a block lie where the constants say", () => {
  const d = 8;
  const model = randomModel({ d });
  const packed = packBlock(model, 1);
  const constants = mapConstants(d);
  const at = (name: string, length: number) => {
    const start = 4 * (constants[name] ?? Number.NaN);
    return packed.subarray(start, start + length);
  };
  expect(at("W_SEG", 2 * d * d)).toEqual(weight(model, "blocks.1.mix.seg").data);
  expect(at("BIAS", 2 * d)).toEqual(weight(model, "blocks.1.bias").data);
  expect(at("W_OUT", d * d)).toEqual(weight(model, "blocks.1.out").data);
  expect(at("EMB", 3 * d)).toEqual(weight(model, "emb").data);
  expect(at("HEADS", d)).toEqual(weight(model, "digit").data);
  expect(packed).toHaveLength(4 * (constants.HEADS ?? 0) + 2 * d);
});

test("sizes that do not fit vec4s are refused", () => {
  for (const d of [0, 6, 68]) expect(() => mapConstants(d)).toThrow("4 to 64 features");
});
