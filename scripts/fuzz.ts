/** Tries generated inputs on the doors of the program: `npm run fuzz`, or `npm run fuzz -- models --count 500 --seed 7`. */
import { parseArgs } from "node:util";
import type { Fuzz } from "./fuzz/fuzz";
import { lessons } from "./fuzz/lessons";
import { links } from "./fuzz/links";
import { models } from "./fuzz/models";
import { page } from "./fuzz/page";
import { puzzles } from "./fuzz/puzzles";

/** One line for each fuzz. */
const FUZZES: readonly Fuzz[] = [models, links, lessons, puzzles, page];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string" }, seed: { type: "string" } },
});
const unknown = positionals.filter((name) => !FUZZES.some((fuzz) => fuzz.name === name));
const seed = Number(values.seed ?? 1);
const count = values.count === undefined ? null : Number(values.count);
if (unknown.length > 0 || !Number.isInteger(seed) || (count !== null && !(count > 0))) {
  console.error("Usage: npm run fuzz -- [NAME ...] [--count N] [--seed N]. The names:");
  for (const { name, about } of FUZZES) console.error(`  ${name}: ${about}`);
  process.exit(1);
}

for (const fuzz of FUZZES.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  const began = performance.now();
  const ends = await fuzz.run(count ?? fuzz.count, seed);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const total = Object.values(ends).reduce((a, b) => a + b, 0);
  console.log(`${fuzz.name}: ${total} inputs in ${seconds} s (seed ${seed}). ${fuzz.about}`);
  for (const [end, n] of Object.entries(ends).sort(([, a], [, b]) => b - a)) console.log(`  ${n} ${end}`);
}
