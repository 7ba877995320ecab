import { expect } from "@playwright/test";
import {
  digits,
  iterations,
  openApp,
  openDrawer,
  pauseAfter,
  setBreadth,
  setField,
  setInDrawer,
  setSpeed,
  test,
  timeline,
  untilTold,
} from "./support/app";

test("pauses, steps both ways and goes back to live", async ({ page }) => {
  await openApp(page);
  await setBreadth(page, 2);
  await pauseAfter(page, 8);
  const { cursor: paused } = await iterations(page);
  await page.waitForTimeout(1500);
  expect(await iterations(page)).toEqual({ cursor: paused, newest: paused });

  await page.getByRole("button", { name: "Step forward" }).click();
  await expect(timeline(page)).toHaveAttribute("aria-valuenow", String(paused + 1));
  await page.getByRole("button", { name: "Step back" }).click();
  await page.getByRole("button", { name: "Step back" }).click();
  await expect(timeline(page)).toHaveAttribute("aria-valuenow", String(paused - 1));
  expect((await iterations(page)).newest).toBe(paused + 1);

  await page.getByRole("button", { name: "Back to the start" }).click();
  await expect(timeline(page)).toHaveAttribute("aria-valuenow", "0");
  await page.getByRole("button", { name: "Live" }).click();
  await expect.poll(async () => (await iterations(page)).cursor).toBeGreaterThan(paused + 1);
});

test("scrubbing shows the past as it was, and replaying does not change it", async ({ page }) => {
  await openApp(page);
  await setBreadth(page, 2);
  await setSpeed(page, "max");
  await pauseAfter(page, 24);
  const { newest } = await iterations(page);
  await untilTold(page, newest);
  const last = await digits(page);

  const box = await timeline(page).boundingBox();
  if (!box) throw new Error("The timeline is not in sight.");
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.15, box.y + box.height / 2, { steps: 4 });
  const { cursor: dragged } = await iterations(page);
  await page.mouse.up();
  expect(dragged).toBeLessThan(newest);

  await timeline(page).focus();
  await page.keyboard.press("Home");
  await untilTold(page, 0);
  const first = await digits(page);
  expect(first).not.toEqual(last);
  await page.keyboard.press("End");
  await untilTold(page, newest);
  expect(await digits(page)).toEqual(last);
  await page.keyboard.press("Home");
  await untilTold(page, 0);
  expect(await digits(page)).toEqual(first);
  expect((await iterations(page)).newest).toBe(newest);
});

test("the speed is kept to", async ({ page }) => {
  await openApp(page);
  // Slow from the start: a run that settles ends by itself, and must not be near that when it is let go.
  await setSpeed(page, "1 it/s");
  await setBreadth(page, 1);
  await setField(page, "Depth", 1024);
  await expect.poll(async () => (await iterations(page)).newest).toBeLessThan(5);
  const { newest: before } = await iterations(page);
  await page.waitForTimeout(4000);
  const slow = (await iterations(page)).newest - before;
  expect(slow).toBeGreaterThanOrEqual(1);
  expect(slow).toBeLessThanOrEqual(6);

  await setSpeed(page, "max");
  await expect.poll(async () => (await iterations(page)).newest - before).toBeGreaterThan(2 * slow + 10);
});

test("a change of the recipe starts the run anew, and the defaults can be had back", async ({ page }) => {
  await openApp(page);
  await pauseAfter(page, 4);
  await openDrawer(page);
  const seed = page.getByRole("complementary").getByRole("textbox", { name: "Seed" });
  const damping = page.getByRole("complementary").getByRole("textbox", { name: "Step size" });
  const defaults = [await seed.inputValue(), await damping.inputValue()];
  await setInDrawer(page, "Seed", "4711");
  await setInDrawer(page, "Step size", "0.5");
  await setBreadth(page, 3);
  await expect(page.getByRole("listbox", { name: "Trajectories" }).getByRole("option")).toHaveCount(3);
  await expect.poll(async () => (await iterations(page)).newest).toBeGreaterThan(0);

  await setInDrawer(page, "Step size", "99");
  await expect(damping, "a value out of range is brought into it").toHaveValue("1.6");
  await page.getByRole("button", { name: "Reset all settings" }).click();
  expect([await seed.inputValue(), await damping.inputValue()]).toEqual(defaults);
});
