import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asList, asObject, parseRelaxedJson } from "./relaxedJson";

describe("parseRelaxedJson", () => {
  it("reads all of JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // Objects without a prototype print alike; an empty key is one that no puzzle has.
        const text = JSON.stringify(value).replaceAll('"":', '"x":');
        expect(JSON.stringify(parseRelaxedJson(text))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it("reads the shortened form of SudokuPad", () => {
    const read = parseRelaxedJson("{ce:[[,{v:5},],[{c:A1B2C3,r:t,s:f},,]],t:'It\\'s',d:'a \"b\"'}");
    expect(JSON.parse(JSON.stringify(read))).toEqual({
      ce: [
        [{}, { v: 5 }, {}],
        [{ c: "A1B2C3", r: true, s: false }, {}, {}],
      ],
      t: "It's",
      d: 'a "b"',
    });
  });

  it("knows no inherited keys", () => {
    expect(asObject(parseRelaxedJson('{"__proto__":{"v":1}}'))?.constructor).toBeUndefined();
  });

  it("returns undefined for what ends early, goes on too long or nests too deep", () => {
    for (const text of ["[1", "{a:1", "'abc", "[1]]", "{a}", "{:1}", "[1 [2]]", "[".repeat(90_000)]) {
      expect(parseRelaxedJson(text)).toBeUndefined();
    }
  });
});

describe("asObject and asList", () => {
  it("let through only their kind", () => {
    expect([null, [1], 1, "a", undefined].map((value) => asObject(value))).toEqual(Array(5).fill(undefined));
    expect(asObject({ a: 1 })).toEqual({ a: 1 });
    expect(asList([1])).toEqual([1]);
    expect(asList({ length: 1 })).toBeUndefined();
  });
});
