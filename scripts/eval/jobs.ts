import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { JobOrder, JobReply } from "./job";
import type { WorkKind, Works } from "./work";

/** Shares the puzzles out over `jobs` processes; rejects with an Error for a person when one fails. */
export async function solveInJobs<K extends WorkKind>(
  { kind, request }: JobOrder<K>,
  jobs: number,
  onResult: (result: Works[K]["result"]) => void,
): Promise<void> {
  const count = Math.min(jobs, request.puzzles.length);
  const children: ChildProcess[] = [];
  const shares = Array.from({ length: count }, (_, job) => {
    // Every count-th puzzle, so that a file sorted by difficulty burdens all alike.
    const puzzles = request.puzzles.filter((_, i) => i % count === job);
    return runJob({ kind, request: { ...request, puzzles } }, children, (result) =>
      onResult({ ...result, index: result.index * count + job }),
    );
  });
  try {
    await Promise.all(shares);
  } finally {
    for (const child of children) child.kill();
  }
}

function runJob<K extends WorkKind>(
  order: JobOrder<K>,
  children: ChildProcess[],
  onResult: (result: Works[K]["result"]) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // A child inherits how this process was started, and with it the way it reads TypeScript.
    const child = fork(fileURLToPath(new URL("./job.ts", import.meta.url)), { serialization: "advanced" });
    children.push(child);
    let left = order.request.puzzles.length;
    child.on("message", (reply: JobReply<K>) => {
      if ("failed" in reply) return reject(new Error(reply.failed));
      left--;
      onResult(reply.result);
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      left === 0 ? resolve() : reject(new Error(`A process of the evaluation ended early (exit ${code}).`)),
    );
    child.send(order);
  });
}
