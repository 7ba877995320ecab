import { readFileSync, renameSync, writeFileSync } from "node:fs";
import * as v from "valibot";
import { differenceOf, type ScalingFile, ScalingFileSchema } from "../../src/model/evaluate/scalingFile";

/**
 * The measurement that a file holds, to go on with; the one that is asked for, where there is no file. Throws an Error for a
 * person where the file holds anything else.
 */
export function readScaling(out: string, asked: ScalingFile): ScalingFile {
  const text = readIfThere(out);
  if (text === null) return asked;
  const found = v.safeParse(v.pipe(v.string(), v.parseJson(), ScalingFileSchema), text);
  if (!found.success)
    throw new Error(`${out} is there and is no measurement of --scaling. Give another name, or remove it.`);
  const difference = differenceOf(found.output, asked);
  if (difference)
    throw new Error(
      `${out} holds another measurement: its ${difference} differs. Give another name, or remove it to measure anew.`,
    );
  return found.output;
}

/** Writes a measurement; the file is never seen half written. */
export function writeScaling(path: string, file: ScalingFile): void {
  const beside = `${path}.part`;
  writeFileSync(beside, `${textOf(file)}\n`);
  renameSync(beside, path);
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** JSON with a line per field. */
function textOf(file: ScalingFile): string {
  const lines = Object.entries(file).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(",\n")}\n}`;
}
