/** Draws the picture that other sites show beside a link to the page. See USAGE. */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadIndex } from "../src/model/eqr/model/loadFiles";
import { readRunFile } from "../src/model/export/runFile";
import { drawShared } from "./picture/draw";
import { pngOf } from "./picture/png";
import { fileFetch, WEIGHTS_URL } from "./tools/fileFetch";

const USAGE = `usage: npm run picture

Draws board and map of the run that the page opens with (public/results/MODEL/opening.run, computed by npm run results on
WebAssembly) to public/picture.png: 1200 x 630, by a Chromium. Run it after npm run results whenever the weights change: a
unit test compares public/picture.json with the model card.`;

/** Node has no Path2D; what the figures' brush draws with, it only needs to be an object of its own. */
globalThis.Path2D ??= class {} as typeof Path2D;

const file = (path: string): string => fileURLToPath(new URL(`../public/${path}`, import.meta.url));

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: "boolean" } } });
  if (values.help) return console.log(USAGE);
  const model = (await loadIndex(WEIGHTS_URL, fileFetch)).default.elsewhere;
  const { record, sha256 } = await readRunFile(new Uint8Array(await readFile(file(`results/${model}/opening.run`))));
  const png = await pngOf(await drawShared(record), 1200, 630);
  await writeFile(file("picture.png"), png);
  await writeFile(file("picture.json"), `${JSON.stringify({ model, sha256 }, null, 2)}\n`);
  console.log(
    `public/picture.png: ${(png.length / 1000).toFixed(0)} kB, the run of ${model} with seed ${record.recipe.seed}`,
  );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error("Try --help.");
  process.exitCode = 1;
}
