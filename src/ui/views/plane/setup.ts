import * as v from "valibot";
import { readFields, within } from "../fields";
import type { Setup } from "../view";
import { SYSTEMS, type SystemName, systemNamed } from "./systems";

export const GROUNDS = ["basins", "residual"] as const;

/** What a person has chosen in the plane. */
export interface PlaneState {
  readonly system: SystemName;
  /** The problem's text, one of the system's. */
  readonly problem: string;
  readonly lambda: number;
  readonly sigma: number;
  readonly gain: number;
  /** What colours the ground: where a start ends, or how far a step goes there. */
  readonly ground: (typeof GROUNDS)[number];
}

export const RANGES = {
  lambda: { min: 0.05, max: 1.4, step: 0.01 },
  sigma: { min: 0, max: 1, step: 0.01 },
  gain: { min: 0.2, max: 2.5, step: 0.05 },
} as const;
export type Knob = keyof typeof RANGES;

const knob = (name: Knob) => within(RANGES[name].min, RANGES[name].max);
const Fields = v.pipe(
  v.strictTuple([v.picklist(SYSTEMS), v.string(), knob("lambda"), knob("sigma"), knob("gain"), v.picklist(GROUNDS)]),
  v.transform(
    ([system, problem, lambda, sigma, gain, ground]): PlaneState => ({ system, problem, lambda, sigma, gain, ground }),
  ),
  v.check(({ system, problem }) => systemNamed(system).problems.some(({ text }) => text === problem)),
);

/** "wells:.:0.7:0:1:basins" */
export const planeSetup: Setup<PlaneState> = {
  initial: { system: "wells", problem: ".", lambda: 0.7, sigma: 0, gain: 1, ground: "basins" },
  write: ({ system, problem, lambda, sigma, gain, ground }) => [system, problem, lambda, sigma, gain, ground].join(":"),
  read: (text) => readFields(Fields, text),
};
