import { expect, it } from "vitest";
import { FIELDS } from "../../model/eqr/recipe/recipe";
import { readLink } from "../link/read";
import { VIEWS, viewNamed } from ".";

it("has names that a link can carry, no two alike", () => {
  for (const { name } of VIEWS)
    expect(readLink(`#v=1&p=${".".repeat(81)}&d=${FIELDS.depth.default}&view=${name}`, () => false)).toMatchObject({
      kind: "run",
      run: { view: name },
    });
  expect(new Set(VIEWS.map(({ name }) => name)).size).toBe(VIEWS.length);
});

it("keeps the views of a group together, in tabs as in the menu", () => {
  const groups = VIEWS.map(({ group }) => group);
  const changes = groups.filter((group, i) => group !== groups[i - 1]);
  expect(new Set(changes).size).toBe(changes.length);
});

it("shows the first view where a link names one that is unknown", () => {
  expect(viewNamed("no-such-view")).toBe(VIEWS[0]);
});
