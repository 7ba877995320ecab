import { expect, it } from "vitest";
import { recordOf } from "../../model/eqr/fixtures/record";
import { addBeliefs } from "../../model/eqr/record/record";
import { withFound } from "../store/letters";
import { momentAt } from "./makeFilm";

const record = recordOf({ breadth: 2, depth: 6 }, (_, t) => ({ residual: 1e-6, digit: t + 3 }));

it("calls the grids what the page calls them, though the run would have begun with another letter", () => {
  const first = { digits: new Uint8Array(81).fill(4), valid: false };
  const letters = withFound(withFound(new Map(), record.recipe, [first]), record.recipe, record.arrived);
  const { views } = momentAt({ record, letters, selected: 0 }, 6);
  expect(views.map(({ grid }) => grid?.letter)).toEqual(["B", "A"]);
});

it("shows the candidates of undecided cells where they are known", () => {
  const softmax = new Uint8Array(729).fill(28);
  addBeliefs(record, { trajectory: 1, k: 5, softmax });
  expect(momentAt({ record, letters: new Map(), selected: 1 }, 5).softmax).toBe(softmax);
  expect(momentAt({ record, letters: new Map(), selected: 1 }, 4).softmax).toBeNull();
});
