import type { App } from "../../app";
import { writeLink } from "../../link/write";

/** Remembers what is on the page; the function that it returns brings it all back, the run by running it again. */
export function keepPage({ puzzle, game, settings, start, page, setups, run, share }: App): () => void {
  const seen = share.seen();
  const { selected, followBest, model } = run.getState();
  const { pastStates, futureStates } = puzzle.temporal.getState();
  const [puzzleNow, gameNow, settingsNow] = [puzzle.getState(), game.getState(), settings.getState()];
  const [startNow, pageNow, setupsNow] = [start.getState(), page.getState(), setups.getState()];
  return () => {
    // Without its outcome: nobody asks whether it comes out the same.
    if (seen) share.open(writeLink({ ...seen, outcome: null }), { withModel: model?.reason === "link" });
    puzzle.setState(puzzleNow);
    puzzle.temporal.setState({ pastStates, futureStates });
    settings.setState(settingsNow);
    start.setState(startNow);
    setups.setState(setupsNow, true);
    run.setState({ selected, followBest });
    page.setState(pageNow);
    game.setState(gameNow);
  };
}
