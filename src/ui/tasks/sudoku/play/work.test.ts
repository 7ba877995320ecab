import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyWork, isWork, readWork, type Work, writeWork } from "./work";

const NO_CLUES = new Uint8Array(81);

const works: fc.Arbitrary<Work> = fc
  .array(fc.tuple(fc.nat(9), fc.nat(511), fc.nat(511), fc.nat(9)), { minLength: 81, maxLength: 81 })
  .map((cells) => ({
    digits: Uint8Array.from(cells, ([digit]) => digit),
    corner: Uint16Array.from(cells, ([, corner]) => corner),
    centre: Uint16Array.from(cells, ([, , centre]) => centre),
    colours: Uint8Array.from(cells, ([, , , colour]) => colour),
  }));

describe("a work as text", () => {
  it("reads what it wrote", () => {
    fc.assert(
      fc.property(works, (work) => {
        const text = writeWork(work);
        expect(text === undefined || isWork(text)).toBe(true);
        expect(readWork(text, NO_CLUES)).toEqual(work);
      }),
    );
  });

  it("is short, and none where nothing is entered", () => {
    expect(writeWork(emptyWork())).toBeUndefined();
    const work = emptyWork();
    work.digits[2] = 4;
    work.digits[40] = 7;
    work.corner[80] = 5;
    expect(writeWork(work)).toBe("b4zk7-2805--");
  });

  it("takes what cannot be read for nothing, and never leaves the board", () => {
    for (const text of ["", "x", "4-", `${"9".repeat(82)}---`, "---zz1", "zzzz9---", "-zzzz--", "a-b-c-d"])
      expect(readWork(text, NO_CLUES), text).toEqual(emptyWork());
  });

  it("leaves out digits and marks on clues, and keeps their colours", () => {
    const work = emptyWork();
    work.digits.set([4, 5]);
    work.centre[0] = 3;
    work.colours[0] = 2;
    const read = readWork(
      writeWork(work),
      Uint8Array.from(NO_CLUES, (_, cell) => (cell === 0 ? 9 : 0)),
    );
    expect([read.digits[0], read.digits[1], read.centre[0], read.colours[0]]).toEqual([0, 5, 0, 2]);
  });
});
