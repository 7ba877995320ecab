import type { ModelIndex } from "../../model/eqr/models";
import type { ModelChoice } from "./models";

/** Which model runs, and why, in a sentence. */
export function modelSentence({ models, default: starts }: ModelIndex, { model, reason }: ModelChoice): string {
  const titleOf = (wanted: string) => models.find(({ name }) => name === wanted)?.title ?? wanted;
  const title = titleOf(model);
  switch (reason) {
    case "link":
      return `${title} runs because the link names it.`;
    case "person":
      return `${title} runs because you chose it; this browser keeps the choice.`;
    case "gpu":
      return `${title} runs because this page computes on a graphics processor here.${other("Without one", starts.elsewhere)}`;
    case "elsewhere":
      return `${title} runs because this page computes on the CPU here.${other("On a graphics processor", starts.gpu)}`;
  }

  function other(where: string, name: string): string {
    return name === model ? "" : ` ${where} it starts with ${titleOf(name)}.`;
  }
}
