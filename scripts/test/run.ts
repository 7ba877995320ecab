import { failureLines } from "./failures";
import { GROUPS, type Outcome, SUITES, type Suite } from "./suites";
import { add, oneCheck, sentence } from "./tally";

// `npm test` runs every suite, `npm test -- unit e2e` those groups. The last line counts the tests of all of them; the
// lines before it name those that failed: of a long output often only the end is kept.

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !GROUPS.some((group) => group === name));
if (unknown.length > 0) {
  console.error(`There is no group of tests called ${unknown.join(", ")}. Choose from: ${GROUPS.join(", ")}.`);
  process.exit(2);
}

const results: (Outcome & { title: string; seconds: number })[] = [];
let buildFailed = false;
for (const suite of SUITES.filter(({ group }) => chosen.length === 0 || chosen.includes(group))) {
  console.log(`\n=== ${suite.title} ===`);
  const began = performance.now();
  const outcome = await runSuite(suite);
  results.push({ ...outcome, title: suite.title, seconds: (performance.now() - began) / 1000 });
  if (suite.title === "build") buildFailed = outcome.tally.failed > 0;
}

const total = results.map(({ tally }) => tally).reduce(add);
console.log("\n=== all suites ===");
for (const { title, tally, seconds } of results)
  console.log(
    `${tally.failed > 0 ? "FAILED" : "ok    "}  ${title.padEnd(16)} ${sentence(tally)} (${seconds.toFixed(0)} s)`,
  );
for (const { title, failures } of results.filter(({ failures }) => failures.length > 0))
  console.log([`\nFailed in ${title}:`, ...failureLines(failures)].join("\n"));
console.log(`\n${sentence(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function runSuite(suite: Suite): Promise<Outcome> {
  // Without a build the browser would test an older page, or none.
  if (buildFailed) {
    return unable("Not run, because the page could not be built.");
  }
  try {
    return await suite.run();
  } catch (error) {
    return unable(error instanceof Error ? error.message : String(error));
  }
}

function unable(why: string): Outcome {
  console.error(why);
  return { tally: oneCheck(1), failures: [{ name: "the whole suite", error: why }] };
}
