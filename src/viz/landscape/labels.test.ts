import { expect, it } from "vitest";
import { placeLabels, textBox } from "./labels";

const size = { width: 200, height: 100 };

it("takes the first place that is free, and leaves a label out where none is", () => {
  const node = { left: 90, right: 110, top: 40, bottom: 60 };
  const [first, second, third] = placeLabels(
    [
      [textBox(100, 50, "34 %"), textBox(100, 70, "34 %")],
      [textBox(104, 70, "0.29"), textBox(100, 30, "0.29")],
      [textBox(100, 72, "0.16")],
    ],
    [node],
    size,
  );
  expect(first).toEqual(textBox(100, 70, "34 %"));
  expect(second).toEqual(textBox(100, 30, "0.29"));
  expect(third).toBeNull();
});

it("keeps labels inside the picture", () => {
  expect(placeLabels([[textBox(4, 50, "34 %"), textBox(40, 50, "34 %")]], [], size)).toEqual([textBox(40, 50, "34 %")]);
});
