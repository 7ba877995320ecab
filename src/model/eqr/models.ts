import * as v from "valibot";

/** public/weights/index.json: the shipped models and which of them the first page takes. */
export const ModelIndexSchema = v.pipe(
  v.object({
    models: v.pipe(v.array(v.object({ name: v.string(), title: v.string() })), v.minLength(1)),
    default: v.string(),
  }),
  v.check((index) => index.models.some(({ name }) => name === index.default), "the default is not among the models"),
);

export type ModelIndex = v.InferOutput<typeof ModelIndexSchema>;
