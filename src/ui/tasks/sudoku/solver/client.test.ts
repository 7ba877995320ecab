import { expose } from "comlink";
import { expect, it } from "vitest";
import { createSolverClient } from "./client";
import type { Analysis } from "./describe";

/** A worker on this thread: passes on what it is asked, and answers once it may. */
function fakeWorker(hear: (puzzle: string) => void, mayAnswer: Promise<void>): Worker {
  const { port1, port2 } = new MessageChannel();
  expose(
    {
      async analyse(puzzle: string): Promise<Analysis> {
        hear(puzzle);
        await mayAnswer;
        return { kind: "none" };
      },
    },
    port2,
  );
  port1.start();
  return port1 as unknown as Worker;
}

/** A promise, and what resolves it. */
function signal(): { promise: Promise<void>; give: () => void } {
  let give = () => {};
  const promise = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

it("answers only the latest question, and drops those in between before they cost anything", async () => {
  const asked: string[] = [];
  const [begun, mayAnswer] = [signal(), signal()];
  const hear = (puzzle: string) => {
    asked.push(puzzle);
    begun.give();
  };
  const client = createSolverClient(() => fakeWorker(hear, mayAnswer.promise));
  const first = client.analyse("first");
  await begun.promise;
  const between = client.analyse("between");
  const last = client.analyse("last");
  mayAnswer.give();
  expect(await first).toBeNull();
  expect(await between).toBeNull();
  expect(await last).toEqual({
    facts: expect.stringMatching(/no solution$/),
    broken: "",
    impossible: true,
    solution: null,
    effort: null,
  });
  expect(asked).toEqual(["first", "last"]);
});
