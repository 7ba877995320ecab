import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const ROOM = new URL("./", import.meta.url);
const FROM_MODEL = /^import (?!type )[^;]*? from "[^"]*\/model\/[^"]*";/gm;

/** The linter cannot tell a type from a value here: noRestrictedImports refuses both or neither. */
it("takes nothing but types of src/model", () => {
  const files = readdirSync(ROOM, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !/\btest(ing)?\.tsx?$/.test(file),
  );
  expect(files.length).toBeGreaterThan(60);
  const values = files.flatMap((file) =>
    [...readFileSync(new URL(file, ROOM), "utf8").matchAll(FROM_MODEL)].map(([line]) => `${file}: ${line}`),
  );
  expect(values).toEqual([]);
});
