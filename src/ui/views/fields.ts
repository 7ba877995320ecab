import * as v from "valibot";
import type { Setup } from "./view";

/** Reads a set-up that was written as fields joined by colons, "starts:64:0.5"; null where the schema refuses it. */
export function readFields<T>(schema: v.GenericSchema<unknown, T>, text: string): T | null {
  const read = v.safeParse(schema, text.split(":"));
  return read.success ? read.output : null;
}

const number = v.pipe(v.string(), v.regex(/^-?\d{1,10}(\.\d{1,20})?(e-?\d{1,2})?$/), v.transform(Number));

/** A number in a range, from text. */
export const within = (min: number, max: number) => v.pipe(number, v.minValue(min), v.maxValue(max));

/** A whole number in a range, from text. */
export const wholeWithin = (min: number, max: number) => v.pipe(within(min, max), v.integer());

/** One of a list of numbers, from text. */
export const oneOf = <T extends number>(list: readonly T[]) =>
  v.pipe(
    v.string(),
    v.transform((text) => list.find((known) => String(known) === text)),
    v.custom<T>((found) => found !== undefined),
  );

/** A set-up that is one of a few words, written as itself. */
export function wordSetup<T extends string>(words: readonly T[], initial: T): Setup<T> {
  return { initial, write: (word) => word, read: (text) => words.find((word) => word === text) ?? null };
}
