import { expect, it } from "vitest";
import { models } from "./models";

it("refuses damaged models with a sentence, or reads them whole", async () => {
  const ends = await models.run(300, 2);
  expect(Object.values(ends).reduce((a, b) => a + b, 0)).toBe(300);
  expect(Object.keys(ends).length).toBeGreaterThan(5);
});
