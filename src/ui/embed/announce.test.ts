import { expect, it } from "vitest";
import { PHASES } from "../../model/eqr/record/frame";
import { fakeRecord } from "../../viz/testing";
import { createRunStore } from "../store/run";
import { announce, type EmbedMessage } from "./announce";

/** Trajectory 1 settles at iteration 2, trajectory 2 never does. */
const RESIDUALS = [
  [Number.NaN, 0.5, 1e-5, 1e-5, 1e-6],
  [Number.NaN, 0.5, 0.4, 0.5, 0.4],
];

function heard() {
  const run = createRunStore();
  const messages: EmbedMessage[] = [];
  const stop = announce(run, (message) => messages.push(structuredClone(message)));
  return { run, messages, stop, types: () => messages.map(({ type }) => type) };
}

it("tells once when a run starts, when a trajectory settles, and when it is over", () => {
  const { run, messages, types } = heard();
  const record = fakeRecord(RESIDUALS);
  run.setState({ record, revision: record.revision });
  run.setState({ selected: 1 });
  expect(types()).toEqual(["started", "settled"]);
  expect(messages[1]).toMatchObject({ source: "settle", version: 1, trajectory: 1, k: 2, valid: false });
  record.end = { kind: "depth" };
  record.revision++;
  run.setState({ revision: record.revision });
  run.setState({ revision: record.revision });
  expect(types()).toEqual(["started", "settled", "ended"]);
  expect(messages[2]).toMatchObject({ k: 4, settled: 1, accepted: 0, reason: "depth" });
  expect(messages[2]).toHaveProperty(
    "best",
    expect.objectContaining({ trajectory: 1, status: "settled", valid: false }),
  );
});

it("tells a trajectory that was shaken loose once more when it settles again, and begins anew with a run", () => {
  const { run, types, stop } = heard();
  const record = fakeRecord(RESIDUALS);
  run.setState({ record });
  record.settledAt[0] = -1;
  record.revision++;
  run.setState({ revision: record.revision });
  record.settledAt[0] = 9;
  record.revision++;
  run.setState({ revision: record.revision });
  expect(types()).toEqual(["started", "settled", "settled"]);
  run.setState({ record: fakeRecord(RESIDUALS) });
  expect(types().slice(3)).toEqual(["started", "settled"]);
  stop();
  run.setState({ record: fakeRecord(RESIDUALS) });
  expect(types()).toHaveLength(5);
});

it("tells of a nudged run when a state is accepted, and how a run ends that settles nowhere", () => {
  const { run, messages, types } = heard();
  const restless = [Number.NaN, 0.3, 0.2, 0.3, 0.1];
  const record = fakeRecord([restless, restless]);
  record.frames.forEach((frame, k) => {
    const phase = Uint8Array.of(PHASES.indexOf("nudged"), PHASES.indexOf(k >= 3 ? "accepted" : "releasing"));
    record.frames[k] = { ...frame, phase, hypotheses: new Uint8Array(162), cycle: new Uint16Array(2) };
  });
  run.setState({ record });
  record.end = { kind: "settled" };
  record.revision++;
  run.setState({ revision: record.revision });
  expect(types()).toEqual(["started", "accepted", "ended"]);
  expect(messages[1]).toMatchObject({ trajectory: 2, k: 3, residual: expect.closeTo(0.3), valid: false });
  expect(messages[2]).toMatchObject({ settled: 0, accepted: 1, best: { trajectory: 2, k: 4, status: "accepted" } });

  const wandering = fakeRecord([restless]);
  wandering.end = { kind: "depth" };
  run.setState({ record: wandering });
  expect(types().slice(3)).toEqual(["started", "ended"]);
  expect(messages[4]).toMatchObject({ settled: 0, accepted: 0, best: { trajectory: 1, status: "moving" } });
});

it("tells where the network runs, or why it does not", () => {
  const { run, messages } = heard();
  const message = "The weights are not there.";
  run.setState({ worker: { kind: "failed", during: "load", message, card: null } });
  expect(messages).toEqual([{ source: "settle", version: 1, type: "failed", message }]);
});
