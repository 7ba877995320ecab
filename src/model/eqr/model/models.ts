import * as v from "valibot";

/** public/weights/index.json: the shipped models, and which of them the page starts with. */
export const ModelIndexSchema = v.pipe(
  v.object({
    models: v.pipe(v.array(v.object({ name: v.string(), title: v.string() })), v.minLength(1)),
    /** On a graphics processor; on WebAssembly, on a software adapter and in commands. */
    default: v.object({ gpu: v.string(), elsewhere: v.string() }),
  }),
  v.check(
    (index) => Object.values(index.default).every((name) => index.models.some((model) => model.name === name)),
    "a default is not among the models",
  ),
);

export type ModelIndex = v.InferOutput<typeof ModelIndexSchema>;

/** What decides which model the page starts with. */
export type DeviceKind = keyof ModelIndex["default"];
