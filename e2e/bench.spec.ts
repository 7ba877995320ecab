import { expect } from "@playwright/test";
import { openApp, RUN, test } from "./support/app";
import { violations } from "./support/axe";

// ONNX Runtime Web on WebGPU and tfjs ops there take half a minute each on a software adapter: `npm run bench` runs them.
const FEW = "only=fused,tfjs-wasm,onnxruntime-wasm";

test("the benchmark measures, counts and compares on one page", async ({ page }) => {
  await page.goto(`./bench.html?run=smoke&${FEW}`);
  await expect(page.getByRole("progressbar", { name: "Benchmark" })).toBeVisible();
  const outcome = page.getByRole("status", { name: "Outcome" });
  await expect(outcome).toContainText("SwiftShader", RUN);
  await expect(outcome).toContainText("it is the CPU");
  await expect(page.getByRole("img", { name: /rates/ })).toBeVisible();

  const cells = await page
    .getByRole("region", { name: "All figures" })
    .getByRole("row")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
  const [headings, ...figures] = cells;
  const column = (name: string) => figures.map((row) => row[headings?.indexOf(name) ?? -1]);
  expect(column("contestant")).toEqual([
    "Settle, own kernels, WebGPU",
    "TensorFlow.js ops, WebAssembly",
    "ONNX Runtime Web, WebAssembly",
  ]);
  expect(column("iterations/s").every((rate) => Number(rate) > 0)).toBe(true);
  const [dispatches, ...none] = column("dispatches").map(Number);
  expect(dispatches).toBeGreaterThanOrEqual(1);
  expect(none).toEqual([0, 0]);
  const [bytes] = column("bytes read").map(Number);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(256);

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as JSON" }).click();
  expect((await saved).suggestedFilename()).toBe("settle-bench.json");

  expect(await violations(page)).toEqual([]);
});

test("the page of the model loads nothing of the benchmark", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await openApp(page);
  expect(asked.some((url) => url.endsWith(".safetensors"))).toBe(true);
  expect(asked.filter((url) => /onnx|ort-wasm|bench/.test(url))).toEqual([]);
});

test("a benchmark can be cancelled, and says what is wrong when it cannot run", async ({ page }) => {
  await page.goto("./bench.html");
  await expect(page.getByText("Nothing has been measured yet.")).toBeVisible();
  await page.getByRole("button", { name: "Run" }).press("Enter");
  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(page.getByRole("progressbar")).toBeHidden();
  await expect(page.getByRole("button", { name: "Run" })).toBeEnabled();

  await page.route("**/*.onnx", (route) => route.fulfill({ status: 404 }));
  await page.getByRole("button", { name: "Run" }).click();
  await expect(page.getByRole("alert")).toContainText(".onnx is not there (the server answered 404)", RUN);
});
