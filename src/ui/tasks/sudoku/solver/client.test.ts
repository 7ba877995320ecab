import { expose } from "comlink";
import { expect, it } from "vitest";
import { createSolverClient } from "./client";
import type { Analysis } from "./describe";

/** A worker on this thread: counts what it is asked. */
function fakeWorker(asked: string[]): Worker {
  const { port1, port2 } = new MessageChannel();
  expose(
    {
      async analyse(puzzle: string): Promise<Analysis> {
        asked.push(puzzle);
        await new Promise((done) => setTimeout(done, 20));
        return { kind: "none" };
      },
    },
    port2,
  );
  port1.start();
  return port1 as unknown as Worker;
}

it("answers only the latest question, and drops those in between before they cost anything", async () => {
  const asked: string[] = [];
  const client = createSolverClient(() => fakeWorker(asked));
  const first = client.analyse("first");
  await new Promise((done) => setTimeout(done, 5));
  const between = client.analyse("between");
  const last = client.analyse("last");
  expect(await first).toBeNull();
  expect(await between).toBeNull();
  expect(await last).toEqual({
    facts: expect.stringMatching(/no solution$/),
    broken: "",
    solution: null,
    effort: null,
  });
  expect(asked).toEqual(["first", "last"]);
});
