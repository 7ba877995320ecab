import { Button, Group } from "react-aria-components";
import { useApp } from "../../../appContext";
import { dailyPuzzle, LIBRARY, type NamedPuzzle } from "./library";
import "./Library.css";
import { fromModel, say } from "../../../../words/say";

/** Puzzles to play: one of the day, and a shelf of each difficulty. They are made when they are chosen. */
export function Library() {
  const { edit, game, page } = useApp();
  const daily = dailyPuzzle(new Date());
  const take = (puzzle: NamedPuzzle): void => {
    // In Play at once: the network's answer would spoil it.
    game.setState({ mode: "play" });
    page.setState({ dialog: null });
    void edit.generate(puzzle.level, puzzle);
  };
  return (
    <section className="library">
      <h3>{say`To play`}</h3>
      <p className="fine">{say`Made from their names by the page's generator, each with one solution. They open in Play.`}</p>
      <Button className="button" onPress={() => take(daily)}>
        {daily.name} · {fromModel(daily.level)}
      </Button>
      {LIBRARY.map(({ level, puzzles }) => (
        <div key={level} className="shelf">
          <span className="shelf-name">{fromModel(level)}</span>
          <Group className="shelf-puzzles" aria-label={say`Library, ${fromModel(level)}`}>
            {puzzles.map((puzzle, i) => (
              <Button key={puzzle.name} className="button small" aria-label={puzzle.name} onPress={() => take(puzzle)}>
                {i + 1}
              </Button>
            ))}
          </Group>
        </div>
      ))}
    </section>
  );
}
