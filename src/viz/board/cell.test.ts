import { describe, expect, it } from "vitest";
import { cellKind, cellLabel, DECIDED, likelyValues, pencilLevels } from "./cell";

const facts = {
  cell: 13,
  name: "row 2 column 5",
  given: 0,
  digit: 4,
  confidence: 212,
  likely: null,
  conflict: false,
  hypothesis: 0,
  own: 0,
  corner: "",
  centre: "",
  colour: 0,
  wrong: false,
};

describe("cellKind", () => {
  it("decides at 97 %", () => {
    expect(DECIDED / 255).toBeGreaterThanOrEqual(0.97);
    expect((DECIDED - 1) / 255).toBeLessThan(0.97);
    expect(cellKind(0, 4, DECIDED)).toBe("decided");
    expect(cellKind(0, 4, DECIDED - 1)).toBe("undecided");
  });

  it("puts a given before whatever was decoded there", () => {
    expect(cellKind(7, 4, 255)).toBe("given");
    expect(cellKind(0, 0, 255)).toBe("empty");
  });
});

describe("pencilLevels", () => {
  it("reads the nine shares of its own cell", () => {
    const softmax = new Uint8Array(81 * 9);
    softmax.set([0, 0, 0, 127, 3, 0, 0, 125, 0], 9);
    expect(pencilLevels(softmax, 1, 9)).toBe("000600060");
    expect(pencilLevels(softmax, 0, 9)).toBe("000000000");
  });

  it("keeps rare digits out of sight and certain ones at full size", () => {
    const softmax = new Uint8Array(81 * 9);
    softmax.set([255, 5, 6], 0);
    expect(pencilLevels(softmax, 0, 9)).toBe("901000000");
  });
});

describe("likelyValues", () => {
  it("orders by likelihood and drops the unlikely", () => {
    expect(likelyValues("000500060")).toBe("8 or 4");
    expect(likelyValues("200900000")).toBe("4");
    expect(likelyValues("555500000")).toBe("1 or 2 or 3");
    expect(likelyValues("000000000")).toBe("");
  });
});

describe("cellLabel", () => {
  it("says place, kind and value", () => {
    expect(cellLabel({ ...facts, given: 7 })).toBe("row 2 column 5, given 7");
    expect(cellLabel({ ...facts, confidence: 253 })).toBe("row 2 column 5, decoded 4, 99 %");
    expect(cellLabel({ ...facts, likely: "4 or 8" })).toBe("row 2 column 5, undecided, most likely 4 or 8");
    expect(cellLabel(facts)).toBe("row 2 column 5, undecided, leaning to 4, 83 %");
    expect(cellLabel({ ...facts, digit: 0 })).toBe("row 2 column 5, empty");
    expect(cellLabel({ ...facts, confidence: 253, hypothesis: 4 })).toBe(
      "row 2 column 5, hypothesis 4, decoded 4, 99 %",
    );
    expect(cellLabel({ ...facts, given: 5, conflict: true })).toContain("conflicts");
  });

  it("says a person's own digit and marks", () => {
    const empty = { ...facts, digit: 0 };
    expect(cellLabel({ ...empty, own: 4, colour: 1 })).toBe("row 2 column 5, yours 4, red");
    expect(cellLabel({ ...empty, own: 4, conflict: true, wrong: true })).toBe(
      "row 2 column 5, yours 4, conflicts with another digit, differs from the solution",
    );
    expect(cellLabel({ ...empty, corner: "13", centre: "45" })).toBe("row 2 column 5, empty, corner 1 3, centre 4 5");
    expect(cellLabel({ ...facts, given: 7, colour: 6 })).toBe("row 2 column 5, given 7, blue");
  });
});
