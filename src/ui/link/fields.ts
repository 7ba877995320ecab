import * as v from "valibot";
import { FIELD_NAMES, FIELDS, type NumericField } from "../../model/eqr/recipe/recipe";
import { SELECTS } from "../../model/eqr/recipe/selection";
import { DEFAULT_TASK } from "../../model/tasks";
import { fromModel, inSentence, say } from "../../words/say";
import { readHidden } from "../present/parts";
import { CAPTION_LIMITS, readText } from "./caption";
import { LETTERS_PATTERN, readLetters } from "./letters";
import { FIT_PATTERN, readFit, readZoom, ZOOM_PATTERN } from "./sight";

const decimal = (what: string) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,10}(\.\d{1,10})?(e-?\d{1,2})?$/, say`its ${what} is not a number`),
    v.transform(Number),
  );

const number = (field: NumericField) => {
  const { label, min, max, integer } = FIELDS[field];
  const range = say`its ${inSentence(fromModel(label))} is not ${integer ? say`a whole number ` : ""}between ${min} and ${max}`;
  return v.optional(
    v.pipe(
      decimal(label.toLowerCase()),
      v.check((value) => value >= min && value <= max && (!integer || Number.isInteger(value)), range),
    ),
    String(FIELDS[field].default),
  );
};

/** The recipe's numbers, by their parameters. */
export const Numbers = v.object(Object.fromEntries(FIELD_NAMES.map((field) => [FIELDS[field].link, number(field)])));

const whole = (what: string) =>
  v.pipe(v.string(), v.regex(/^\d{1,5}$/, say`its ${what} is not a whole number`), v.transform(Number));

const words = (what: string, limit: number) =>
  v.pipe(
    v.string(),
    v.regex(/^[\w-]{1,1400}$/, say`its ${what} cannot be read`),
    v.transform((written) => readText(written, limit)),
    v.check((text) => text !== null, say`its ${what} is not a text of at most ${limit} characters`),
  );

const text = (what: string, pattern: RegExp) => v.pipe(v.string(), v.regex(pattern, say`its ${what} cannot be read`));

/** What makes the run: without it there is another run or none. */
export const Cause = v.object({
  g: v.optional(text("task", /^[a-z0-9-]{1,24}$/), DEFAULT_TASK),
  p: v.optional(v.string(), ""),
  m: v.optional(text("model's name", /^[a-z0-9][a-z0-9._-]{0,39}$/i)),
  z: v.optional(text(say`chosen start`, /^[\d.,:e-]{5,400}$/)),
});

/** How the run is shown and what came of it elsewhere. */
const PICTURE = {
  k: v.optional(whole("iteration"), "0"),
  i: v.optional(whole("trajectory")),
  by: v.optional(v.picklist(SELECTS, "its selection rule is unknown"), "residual"),
  view: v.optional(text("view", /^[a-z-]{1,24}$/), "map"),
  x: v.optional(v.picklist(["12", "13", "23"], "its axes are unknown"), "12"),
  set: v.optional(text("view's settings", /^[\w.:-]{1,400}$/)),
  o: v.optional(text("outcome", /^[\w-]{1,12000}$/)),
  w: v.optional(text(say`sender's own digits`, /^[\w-]{1,1200}$/)),
  to: v.optional(whole(say`number of iterations`)),
  fit: v.optional(v.pipe(text(say`fit of the axes`, FIT_PATTERN), v.transform(readFit))),
  zoom: v.optional(
    v.pipe(
      text("zoom", ZOOM_PATTERN),
      v.transform(readZoom),
      v.check((zoom) => zoom !== null, say`its zoom shows nothing`),
    ),
  ),
  let: v.optional(
    v.pipe(
      text("letters", LETTERS_PATTERN),
      v.transform(readLetters),
      v.check((letters) => letters !== null, say`its letters name one grid twice`),
    ),
  ),
  ship: v.optional(v.literal("1", "its mark of a shipped result is unknown")),
  present: v.optional(v.pipe(text("presentation", /^[a-z.]{1,80}$/), v.transform(readHidden))),
  title: v.optional(words("title", CAPTION_LIMITS.title)),
  text: v.optional(words("sentence", CAPTION_LIMITS.sentence)),
};
const Picture = v.object(PICTURE);
export type Picture = v.InferOutput<typeof Picture>;

/** The picture's parameters; one that cannot be read is noted and left at its default. */
export function readPicture(entries: Readonly<Record<string, string>>, notes: string[]): Picture {
  const readable = Object.entries(PICTURE).filter(([name, schema]) => {
    const read = v.safeParse(schema, entries[name]);
    if (!read.success) notes.push(read.issues[0].message);
    return read.success;
  });
  return v.parse(Picture, Object.fromEntries(readable.map(([name]) => [name, entries[name]])));
}
