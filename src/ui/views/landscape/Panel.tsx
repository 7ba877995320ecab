import { useMemo } from "react";
import { Button, ToggleButton } from "react-aria-components";
import { tagOf } from "../../../model/analysis/gridTags";
import { wilson } from "../../../model/analysis/wilson";
import type { Landscape, LandscapeRequest } from "../../../model/experiments/landscape";
import { countEnds, coverageOf, modeOf } from "../../../model/experiments/landscapeMode";
import { problemOf, solverOf } from "../../../model/tasks";
import { cellsOf, givenCount, type Problem } from "../../../model/tasks/task";
import { formatPercent } from "../../../viz/format";
import { ClueChart, type ClueRung } from "../../../viz/landscape/ClueChart";
import { CoverageChart } from "../../../viz/landscape/CoverageChart";
import { LandscapeGraph } from "../../../viz/landscape/LandscapeGraph";
import { LandscapeTable } from "../../../viz/landscape/LandscapeTable";
import { useApp, useBoard, usePuzzle, useRun, useSetup, useTagsOf } from "../../appContext";
import { Choice } from "../../controls/Choice";
import { Term } from "../../controls/Term";
import { Tip } from "../../controls/Tip";
import { ExperimentBar } from "../../experiments/ExperimentBar";
import { shownOf } from "../../experiments/store";
import { useExperiment } from "../../experiments/useExperiment";
import { StageHead } from "../../panels/StageHead";
import { ModeList } from "./ModeList";
import { CLUE_SHIFTS, LANDSCAPE_STARTS, landscapeSetup } from "./setup";
import { describeLandscape } from "./words";
import "./landscape.css";
import { rich } from "../../../words/rich";
import { counted, say } from "../../../words/say";

const STARTS = LANDSCAPE_STARTS.map((n) => ({ value: String(n), text: say`${counted(n)} starts` }));
/** Rungs that are measured together: every second number of clues around the present one. */
const RUNGS = [-8, -6, -4, -2, 0, 2, 4, 6, 8] as const;
/** Guesses that the page may spend on a solution to add clues from. */
const MOST_GUESSES = 2000;

/** The fixed points of the puzzle, of the same with fewer or more clues, and how many starts find what there is. */
export function Panel() {
  const { begin, edit } = useApp();
  const [setup, arrange] = useSetup(landscapeSetup);
  const { starts, clueShift, ladder, chosen } = setup;
  const puzzle = usePuzzle((state) => state.puzzle);
  const record = useRun((state) => state.record);
  const { state } = useExperiment("landscape");
  const task = usePuzzle((state) => state.task);
  const rungs = useMemo(() => ladderOf(puzzle, task), [puzzle, task]);
  const rung = rungs.puzzleAt(clueShift);
  const puzzles = ladder ? rungs.around(clueShift) : [rung];
  const request: LandscapeRequest | null =
    record && record.recipe.puzzle === puzzle ? { kind: "landscape", recipe: record.recipe, puzzles, starts } : null;
  const all = shownOf(state) ?? [];
  const index = Math.max(
    0,
    all.findIndex((one) => one.puzzle === rung),
  );
  const shipped = state.status === "done" && state.shipped ? all[0] : null;
  const shown = all.find((one) => one.puzzle === rung) ?? shipped ?? null;
  const tagged = useTagsOf(state.request?.recipe ?? null);
  const tagsIn = ({ points }: Landscape) => points.map(({ digits }) => tagOf(tagged, digits));
  const tags = shown ? tagsIn(shown) : [];
  const board = useBoard(task);
  const problem = shown && readAs(task, shown.puzzle);

  const show = (landscape: Landscape | undefined): void => {
    if (landscape) arrange({ ...setup, clueShift: cluesOf(landscape.puzzle, task) - rungs.clues, chosen: null });
  };
  const run = (start: number): void => {
    const at = shown?.puzzle ?? rung;
    if (at !== puzzle) edit.put(at, say`clues changed`);
    begin.startAt([{ trajectory: start, iterations: 0, weight: 1 }], say`as start ${start + 1} of the landscape`);
  };

  return (
    <>
      <StageHead
        title={say`Landscape`}
        note={<Term name="landscape">{say`the fixed points that random starts settle on`}</Term>}
      >
        <Choice
          label={say`Starts of the landscape`}
          showLabel={false}
          options={STARTS}
          value={String(starts)}
          onChange={(value) =>
            arrange({ ...setup, starts: LANDSCAPE_STARTS.find((one) => String(one) === value) ?? starts })
          }
        />
      </StageHead>
      <div className="experiment-controls">
        <label className="experiment-slider">
          {rich`clues${(
            <input
              type="range"
              min={rungs.least}
              max={rungs.most}
              value={clueShift}
              aria-valuetext={say`${rungs.clues + clueShift} clues`}
              onChange={(event) => arrange({ ...setup, clueShift: Number(event.target.value), chosen: null })}
            />
          )}`}
          <output>
            {rungs.clues + clueShift}
            {clueShift !== 0 && ` (${clueShift > 0 ? "+" : "−"}${Math.abs(clueShift)})`}
          </output>
        </label>
        <Tip tip={say`Measures nine puzzles: with up to eight clues fewer and more`}>
          <ToggleButton
            className="button small"
            isSelected={ladder}
            onChange={(on) => arrange({ ...setup, ladder: on })}
          >{say`clue by clue`}</ToggleButton>
        </Tip>
        {rung !== puzzle && (
          <Button
            className="button small quiet"
            onPress={() => {
              edit.put(rung, say`clues changed`);
              arrange({ ...setup, clueShift: 0 });
            }}
          >{say`Put this puzzle on the board`}</Button>
        )}
      </div>
      <ExperimentBar
        kind="landscape"
        request={request}
        action={say`Measure`}
        what={
          request
            ? say`Runs ${counted(starts)} random starts of ${puzzles.length === 1 ? say`this puzzle` : say`each of ${puzzles.length} puzzles`}, without noise or nudges:`
            : say`There is no run of this puzzle yet.`
        }
        sentence={shown && describeLandscape(shown)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="experiment-scroll" aria-label={say`What was found`} tabIndex={0}>
        <div className="experiment-pictures landscape-pictures">
          <LandscapeGraph
            landscape={shown}
            tags={tags}
            empty={say`The fixed points will be drawn here as they are found: as large as their share of the starts, as far apart as their states.`}
            chosen={chosen}
            onChoose={(point) => arrange({ ...setup, chosen: point })}
          />
          {shown && shown.solutions.count !== 1 && <CoverageChart landscape={shown} curve={coverageOf(shown)} />}
          {all.length > 1 && (
            <ClueChart
              rungs={all.map((one) => rungOf(one, tagsIn(one), task))}
              shown={index}
              onShow={(i) => show(all[i])}
            />
          )}
        </div>
        {shown && shown.points.length > 2 && (
          <p className="fine">{say`Areas: share of the starts. Numbers on the lines: distance of two states (root mean square). A plane shows ${formatPercent(shown.kept)} of their spread; points that would overlap are moved apart.`}</p>
        )}
        {shown && problem && (
          <LandscapeTable
            landscape={shown}
            tags={tags}
            grid={board.grid}
            givens={problem.input}
            shareOf={wilson}
            chosen={chosen}
            onChoose={(point) => arrange({ ...setup, chosen: point })}
            onRun={run}
          />
        )}
        <ModeList shown={shown && shown.done === shown.starts ? modeOf(shown).mode : null} />
      </section>
    </>
  );
}

function rungOf(landscape: Landscape, tags: ClueRung["tags"], task?: string): ClueRung {
  return { landscape, tags, clues: cluesOf(landscape.puzzle, task), ends: countEnds(landscape) };
}

function cluesOf(puzzle: string, task?: string): number {
  return givenCount(readAs(task, puzzle));
}

function readAs(task: string | undefined, puzzle: string): Problem {
  return problemOf({ ...(task !== undefined && { task }), puzzle });
}

/** The puzzle with clues taken away and added; none can be added where no solution is found. */
function ladderOf(puzzle: string, task?: string) {
  const problem = readAs(task, puzzle);
  const solver = solverOf(problem);
  const solution = solver?.solve(problem, { most: 2, guesses: MOST_GUESSES }).grids[0];
  const ladder = solver?.ladder(problem, solution ?? problem.input);
  const clues = ladder?.given ?? givenCount(problem);
  const least = ladder ? Math.max(CLUE_SHIFTS.min, -clues) : 0;
  const most = ladder && solution ? Math.min(CLUE_SHIFTS.max, cellsOf(problem.grid) - clues) : 0;
  const rung = (shift: number): string => (ladder && shift !== 0 ? ladder.rung(clues + shift).text : problem.text);
  return {
    clues,
    least,
    most,
    puzzleAt: (shift: number): string => rung(Math.max(least, Math.min(most, shift))),
    around: (shift: number): string[] =>
      RUNGS.map((step) => shift + step)
        .filter((at) => at >= -clues && at <= most)
        .map(rung),
  };
}
