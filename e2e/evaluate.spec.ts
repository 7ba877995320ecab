import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { givens, messages, openApp, RUN, setBreadth, setField, test } from "./support/app";
import { violations } from "./support/axe";

/** The fourth puzzle of the sample is an extreme one: eight iterations cannot be enough for it. */
const [PUZZLES, DEPTH] = [4, 8];
const LOOKS = [
  { name: "desktop-light", colorScheme: "light", width: 1440, height: 900 },
  { name: "desktop-dark", colorScheme: "dark", width: 1440, height: 900 },
  { name: "phone-light", colorScheme: "light", width: 390, height: 844 },
  { name: "phone-dark", colorScheme: "dark", width: 390, height: 844 },
] as const;

test("many puzzles are evaluated on this device: pause, result, one on the board, export", async ({ page }) => {
  await openApp(page);
  await setField(page, "Depth", DEPTH);
  await setBreadth(page, 2);
  await expect(page.getByRole("button", { name: /^By votes: trajectory \d, .*, with \d of 2 votes$/ })).toBeVisible(
    RUN,
  );
  await expect(page.getByText(/rules choose|choose the same grid/)).toBeVisible();
  await page.getByRole("tab", { name: "Evaluate" }).click();
  const stage = page.getByRole("region", { name: "Check it yourself" });
  const first = stage.getByRole("textbox", { name: "first" });
  await first.fill(String(PUZZLES));
  await first.press("Enter");
  await expect(stage.getByText(/up to 64 iterations/)).toBeVisible();

  await stage.getByRole("button", { name: "Evaluate" }).click();
  await stage.getByRole("button", { name: "Pause" }).click();
  await expect(stage.getByText(/puzzles answered, paused/)).toBeVisible();
  await stage.getByRole("button", { name: "Go on" }).click();
  await expect(stage.getByRole("button", { name: "Evaluate" })).toBeVisible(RUN);
  // A screen reader is given the same sentence in a status of its own.
  await expect(
    stage
      .getByRole("paragraph")
      .filter({ hasText: /^Pure breadth solves \d of 4 = \d+ % \(95 % interval: \d+ to \d+ %\)\.$/ }),
  ).toBeVisible();
  await expect(stage.getByRole("table", { name: /solved by depth/ }).getByRole("row")).toHaveCount(1 + 4);
  await expect(stage.getByRole("table", { name: /solved by breadth/ }).getByRole("row")).toHaveCount(1 + 2);

  for (const { name, colorScheme, width, height } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    await stage.scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    expect(await violations(page), name).toEqual([]);
    await page.screenshot({ path: `screenshots/evaluate-${name}.png` });
  }
  await page.setViewportSize({ width: 1440, height: 900 });

  const download = page.waitForEvent("download");
  await stage.getByRole("button", { name: "CSV" }).click();
  const [headings, ...lines] = (await readFile(await (await download).path(), "utf8")).trim().split("\n");
  expect(headings).toMatch(/^line,puzzle,grid,solved/);
  expect(lines.map((line) => line.split(",")[0])).toEqual(["1", "2", "3", "4"]);

  await stage.getByRole("button", { name: "Put line 4 on the board" }).click();
  expect(await givens(page)).toBe(lines[3]?.split(",")[1]);

  const chooser = page.waitForEvent("filechooser");
  await stage.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles({
    name: "mine.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("not a puzzle 12\n3"),
  });
  await expect(stage.getByRole("alert")).toHaveText(/mine\.txt holds no puzzle/);
  await expect(messages(page)).not.toContainText("cannot be read");
});
