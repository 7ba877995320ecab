import { say } from "../../words/say";
import { Shell } from "./Shell";
import { ShareForm } from "./share/ShareForm";

/** The link to this run at this iteration, and other ways to hand it on. */
export function ShareDialog() {
  return (
    <Shell name="share" title={say`Share this run`}>
      <ShareForm />
    </Shell>
  );
}
