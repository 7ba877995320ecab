import type { ModelIndex } from "../../model/eqr/model/models";
import { say } from "../../words/say";
import type { ModelChoice } from "./models";

/** Which model runs, and why, in a sentence. */
export function modelSentence({ models, default: starts }: ModelIndex, { model, reason }: ModelChoice): string {
  const titleOf = (wanted: string) => models.find(({ name }) => name === wanted)?.title ?? wanted;
  const title = titleOf(model);
  switch (reason) {
    case "link":
      return say`${title} runs because the link names it.`;
    case "person":
      return say`${title} runs because you chose it; this browser keeps the choice.`;
    case "gpu":
      return say`${title} runs because this page computes on a graphics processor here.${other(say`Without one`, starts.elsewhere)}`;
    case "elsewhere":
      return say`${title} runs because this page computes on the CPU here.${other(say`On a graphics processor`, starts.gpu)}`;
  }

  function other(where: string, name: string): string {
    return name === model ? "" : say` ${where} it starts with ${titleOf(name)}.`;
  }
}
