import { FIELD_NAMES, FIELDS } from "../../model/eqr/recipe/recipe";
import { DEFAULT_TASK } from "../../model/tasks";
import { writeHidden } from "../present/parts";
import { writeText } from "./caption";
import { writeLetters } from "./letters";
import { type SharedRun, VERSION } from "./sharedRun";
import { writeFit, writeZoom } from "./sight";
import { writeTerms } from "./terms";

/** The hash of a link: "#v=1&p=..61....&s=1&k=44". */
export function writeLink(run: SharedRun): string {
  const { recipe } = run;
  const entries: [string, string][] = [["v", VERSION]];
  if (recipe.task !== undefined && recipe.task !== DEFAULT_TASK) entries.push(["g", recipe.task]);
  entries.push(["p", recipe.puzzle]);
  if (recipe.model !== "") entries.push(["m", recipe.model]);
  for (const field of FIELD_NAMES) entries.push([FIELDS[field].link, String(recipe[field])]);
  entries.push(
    ["k", String(run.cursor)],
    ["by", run.rule],
    ["view", run.view],
    ["x", run.axes.map((a) => a + 1).join("")],
  );
  if (run.setup !== null) entries.push(["set", run.setup]);
  if (recipe.start?.length) entries.push(["z", writeTerms(recipe.start)]);
  if (run.selected !== null) entries.push(["i", String(run.selected + 1)]);
  if (run.outcome !== null) entries.push(["o", run.outcome]);
  if (run.own) entries.push(["w", run.own]);
  if (run.reached !== undefined) entries.push(["to", String(run.reached)]);
  if (run.window) entries.push(["fit", writeFit(run.window)]);
  if (run.zoom) entries.push(["zoom", writeZoom(run.zoom)]);
  if (run.letters) entries.push(["let", writeLetters(run.letters)]);
  if (run.shipped) entries.push(["ship", "1"]);
  if (run.hidden) entries.push(["present", writeHidden(run.hidden)]);
  if (run.caption?.title) entries.push(["title", writeText(run.caption.title)]);
  if (run.caption?.sentence) entries.push(["text", writeText(run.caption.sentence)]);
  return `#${entries.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
}
