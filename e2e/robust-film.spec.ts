import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { dialog, iterations, openApp, RUN, test } from "./support/app";
import { EASY } from "./support/puzzles";
import { playedBy } from "./support/video";

/** Opens a short run with this fault in the browser's encoder, and asks for the film. */
async function film(page: Page, fault: string): Promise<void> {
  await page.addInitScript(fault);
  await openApp(page, `./?backend=wasm#v=1&p=${EASY}&s=1&d=16&b=1&k=12`);
  await expect.poll(async () => (await iterations(page)).newest, RUN).toBeGreaterThan(11);
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await dialog(page, "Export").getByRole("button", { name: "Video" }).click();
}

/** Duration of a saved film in seconds. */
const secondsOf = async (page: Page, path: string) => (await playedBy(page, readFileSync(path))).seconds;

const failing = (how: string) => `{
  const { configure, encode } = VideoEncoder.prototype;
  const counts = new WeakMap();
  ${how}
}`;

/** Codecs that say yes and then fail: when they are set up, and at the first picture. */
const SAYS_YES: Readonly<Record<string, string>> = {
  "fails when it is set up": failing(`VideoEncoder.prototype.configure = function (config) {
    if (config.codec.startsWith("vp09")) throw new DOMException("Unsupported after all", "NotSupportedError");
    return configure.call(this, config);
  };`),
  "fails at its first picture": failing(`VideoEncoder.prototype.configure = function (config) {
    counts.set(this, config.codec);
    return configure.call(this, config);
  };
  VideoEncoder.prototype.encode = function (...given) {
    if (counts.get(this).startsWith("vp09")) throw new DOMException("EncodingError", "EncodingError");
    return encode.apply(this, given);
  };`),
};
for (const [what, fault] of Object.entries(SAYS_YES)) {
  test(`where a codec says yes and ${what}, the film is made with the next`, async ({ page }) => {
    const download = page.waitForEvent("download");
    await film(page, fault);
    expect(await secondsOf(page, await (await download).path())).toBeCloseTo((13 + 24) / 12, 0);
    await expect(page.getByText(/encoder stopped|cannot encode/)).toHaveCount(0);
  });
}

test("an encoder that is taken away in the middle is named, and what was filmed is saved", async ({ page }) => {
  const download = page.waitForEvent("download");
  await film(
    page,
    failing(`VideoEncoder.prototype.encode = function (...given) {
      const count = (counts.get(this) ?? 0) + 1;
      counts.set(this, count);
      if (count === 20) this.close();
      return encode.apply(this, given);
    };`),
  );
  const seconds = await secondsOf(page, await (await download).path());
  expect(seconds).toBeGreaterThan(0.5);
  expect(seconds).toBeLessThan(2);
  await expect(
    dialog(page, "Export").getByText(/encoder stopped before the end.*lacks the last \d+ pictures/),
  ).toBeVisible();
});

for (const [what, fault] of [
  ["has no encoder", "delete window.VideoEncoder"],
  [
    "refuses every codec",
    failing("VideoEncoder.prototype.configure = () => { throw new DOMException('no', 'NotSupportedError'); };"),
  ],
] as const) {
  test(`a browser that ${what} says so in a sentence`, async ({ page }) => {
    await film(page, fault);
    await expect(
      dialog(page, "Export").getByText(/This browser cannot encode video here\. Try a current Chrome/),
    ).toBeVisible();
  });
}
