import { expect, it } from "vitest";
import { fetchAhead } from "./onDemand";

it("fetches ahead one after the other, each in an idle moment, and goes on after one that cannot be fetched", async () => {
  const log: string[] = [];
  const part =
    (name: string, failing = false) =>
    async () => {
      log.push(name);
      if (failing) throw new Error("offline");
    };
  await fetchAhead(async () => void log.push("idle"), [part("a"), part("b", true), part("c")]);
  expect(log).toEqual(["idle", "a", "idle", "b", "idle", "c"]);
});
