import { expect, it } from "vitest";
import { requestText } from "./requestText";

it("tells all that was asked but the run's recipe and long lists", () => {
  const origin = { recipe: { puzzle: "..." }, trajectory: 2, k: 40 };
  const request = { kind: "kick", origin, sizes: [1, 2], state: new Float32Array(729), cells: Array(81).fill(0) };
  expect(requestText(request)).toBe(
    'experiment kick {"origin":{"trajectory":2,"k":40},"sizes":[1,2],"state":"729 values","cells":"81 values"}',
  );
});
