import { expect, type Page } from "@playwright/test";
import { openApp, RUN, setBreadth, takePuzzle, test, timeline, untilOver } from "./support/app";
import { EASY } from "./support/puzzles";

const section = (page: Page, name: string) => page.getByRole("region", { name });
const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true });

/** Numbers in the cells of a section's table, its head left out. */
async function numbers(page: Page, name: string, table: string): Promise<number[][]> {
  const rows = section(page, name).getByRole("table", { name: table }).getByRole("row");
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")),
  );
  return cells.slice(1).map((row) => row.map((text) => Number.parseFloat(text.replace("−", "-"))));
}

test("kicks, neighbours, noise and step size are swept, and each says what it found with n and an interval", async ({
  page,
}) => {
  test.setTimeout(600_000);
  await openApp(page, "./?backend=wasm");
  await takePuzzle(page, EASY);
  await setBreadth(page, 3);
  await untilOver(page);

  await tab(page, "Kick").click();
  const radius = section(page, "Basin radius");
  await expect(radius).toContainText(/Shipped result for .*16 kicks at each of \d+ sizes/);
  await radius.getByRole("button", { name: "Sweep" }).click();
  await expect(radius.getByRole("status")).toContainText(/8 kicks at each of \d+ sizes/, RUN);
  const kicks = await numbers(page, "Basin radius", "share that returns");
  // Where the share falls there are more.
  expect(kicks.map(([size]) => size)).toEqual(expect.arrayContaining([0.5, 1, 2, 4, 8, 16, 32, 64]));
  // Half of its length does not push a settled state of an easy puzzle out of its basin. Columns: size, share, interval, n.
  expect(kicks[0]?.[1]).toBe(100);
  for (const [, share = Number.NaN, low = Number.NaN, n] of kicks) {
    expect(n).toBe(8);
    expect(low).toBeLessThan(Math.max(share, 1));
  }

  // Where all have settled on one grid there is no direction from one to the other; at the start there is.
  await page.getByRole("radio", { name: /^towards/ }).click();
  await radius.getByRole("button", { name: "Sweep" }).click();
  await expect(radius.getByRole("status")).toContainText(/no direction to sweep. Scrub back/, RUN);
  await timeline(page).focus();
  await page.keyboard.press("Home");
  await radius.getByRole("button", { name: "Sweep" }).click();
  await expect(radius.getByRole("status")).toContainText(/From 2 kicks|from 2 kicks/, RUN);

  await tab(page, "Stability").click();
  const divergence = section(page, "Divergence of nearby states");
  await divergence.getByRole("button", { name: "Follow" }).click();
  await expect(divergence.getByRole("status")).toContainText(/Lyapunov exponent is −0\.\d+ .*95\u00a0%.*no chaos/, RUN);
  const apart = await numbers(page, "Divergence of nearby states", "Distance of two nearby states");
  expect(apart.length).toBeGreaterThan(4);

  await tab(page, "Step size and noise").click();
  await page.getByRole("radio", { name: "σ", exact: true }).click();
  const noise = section(page, "Noise");
  await noise.getByRole("button", { name: "Turn σ" }).click();
  await expect(noise.getByRole("status")).toContainText(/At σ = 0.02 it hovers .* 6 copies at each strength/, RUN);
  const floors = (await numbers(page, "Noise", "Noise floor by path noise")).map(([, floor]) => floor ?? Number.NaN);
  expect(floors).toHaveLength(10);
  // More noise, a higher floor; and little noise, a floor of the size of the noise.
  expect(floors.slice(0, 5)).toEqual(floors.slice(0, 5).toSorted((a, b) => a - b));
  expect(floors[0]).toBeLessThan(0.1);

  await page.getByRole("radio", { name: "λ", exact: true }).click();
  const diagram = section(page, "Bifurcation diagram");
  await diagram.getByRole("button", { name: "Turn λ" }).click();
  await expect(diagram.getByRole("status")).toContainText(/It rests up to λ = \d/, RUN);
  const sets = await numbers(page, "Bifurcation diagram", "Limit set by step size");
  // From 0.3 to 1.6, in steps of 0.025.
  expect(sets).toHaveLength(53);
  const [first] = sets;
  // At λ = 0.3 the fixed point attracts, and its residual is followed to its floor.
  expect(first?.slice(0, 2)).toEqual([0.3, 1]);
});
