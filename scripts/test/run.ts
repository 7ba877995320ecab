import { GROUPS, SUITES, type Suite } from "./suites";
import { add, sentence, type Tally } from "./tally";

// `npm test` runs every suite, `npm test -- unit e2e` those groups. The last line counts the tests of all of them.
const FAILED: Tally = { passed: 0, failed: 1, skipped: 0 };

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !GROUPS.some((group) => group === name));
if (unknown.length > 0) {
  console.error(`There is no group of tests called ${unknown.join(", ")}. Choose from: ${GROUPS.join(", ")}.`);
  process.exit(2);
}

const results: { title: string; tally: Tally; seconds: number }[] = [];
let buildFailed = false;
for (const suite of SUITES.filter(({ group }) => chosen.length === 0 || chosen.includes(group))) {
  console.log(`\n=== ${suite.title} ===`);
  const began = performance.now();
  const tally = await runSuite(suite);
  results.push({ title: suite.title, tally, seconds: (performance.now() - began) / 1000 });
  if (suite.title === "build") buildFailed = tally.failed > 0;
}

const total = results.map(({ tally }) => tally).reduce(add);
console.log("\n=== all suites ===");
for (const { title, tally, seconds } of results)
  console.log(
    `${tally.failed > 0 ? "FAILED" : "ok    "}  ${title.padEnd(16)} ${sentence(tally)} (${seconds.toFixed(0)} s)`,
  );
console.log(`\n${sentence(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function runSuite(suite: Suite): Promise<Tally> {
  // Without a build the browser would test an older page, or none.
  if (buildFailed) {
    console.error("Not run, because the page could not be built.");
    return FAILED;
  }
  try {
    return await suite.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return FAILED;
  }
}
