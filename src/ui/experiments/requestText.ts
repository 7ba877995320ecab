import type { Recipe } from "../../model/eqr/recipe/recipe";
import { recipeLines } from "../../model/export/recipeText";

/** Lists longer than this are told by their length. */
const LONGEST_LIST = 9;

/** A request of an experiment; those that look at a state of a run name it. */
interface Request {
  readonly kind: string;
  readonly origin?: { readonly recipe: Recipe };
  readonly recipe?: Recipe;
}

/** The recipe of the run that a request is about; undefined where it is about none. */
export function recipeOf({ recipe, origin }: Omit<Request, "kind">): Recipe | undefined {
  return recipe ?? origin?.recipe;
}

/**
 * What an experiment was asked for, in lines for the caption of a figure: the recipe of its run, which need not be the one
 * on the page any more, and the rest of the request.
 */
export function requestText(request: Request): string {
  const { kind, ...rest } = request;
  const recipe = recipeOf(request);
  const brief = (key: string, value: unknown): unknown => {
    if (key === "recipe") return undefined;
    return isLongList(value) ? `${value.length} values` : value;
  };
  return [...(recipe ? recipeLines(recipe) : []), `experiment ${kind} ${JSON.stringify(rest, brief)}`].join("\n");
}

function isLongList(value: unknown): value is ArrayLike<unknown> {
  return (
    (Array.isArray(value) || ArrayBuffer.isView(value)) && "length" in value && Number(value.length) > LONGEST_LIST
  );
}
