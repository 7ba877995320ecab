import { Button, Dialog, DialogTrigger, Heading, Popover } from "react-aria-components";
import type { RunRecord } from "../../../../model/eqr/record/record";
import { BeliefPicture } from "../../../../viz/belief/BeliefPicture";
import { usePage, usePuzzle, useRun } from "../../../appContext";
import { SUDOKU_BOARD } from "../board";
import { overStarts, overTime, startsText, timeText } from "./belief";
import { companionPlacement } from "./companionPlacement";
import "../../../controls/menu.css";
import "./companion.css";
import { say } from "../../../../words/say";

/** Opens what the network believes of the current cell: it shows the answer, so it is asked for. */
export function BeliefButton() {
  return (
    <DialogTrigger>
      <Button className="button small">{say`Beliefs`}</Button>
      <Popover className="popover companion" placement={companionPlacement()}>
        <Dialog>
          <Belief />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const SIZE = { width: 296, height: 108 } as const;

function Belief() {
  const cell = usePage((state) => state.cell);
  const puzzle = usePuzzle((state) => state.puzzle);
  const record = useRun((state) => state.record);
  const k = useRun((state) => state.textScene.cursor);
  const selected = useRun((state) => state.selected);
  useRun((state) => state.textScene.revision);
  const name = SUDOKU_BOARD.cellName(cell);
  return (
    <>
      <Heading slot="title">{say`What does it believe at ${name}?`}</Heading>
      {!record?.frames[k] || record.recipe.puzzle !== puzzle ? (
        <p>{say`The network has not run on this puzzle yet.`}</p>
      ) : puzzle[cell] !== "." ? (
        <p>{say`This is a clue, ${puzzle[cell] ?? ""}. Choose an open cell on the board first.`}</p>
      ) : (
        <Pictures record={record} cell={cell} k={k} selected={selected} />
      )}
    </>
  );
}

interface PicturesProps extends Readonly<Record<"cell" | "k" | "selected", number>> {
  readonly record: RunRecord;
}

function Pictures({ record, cell, k, selected }: PicturesProps) {
  const { values } = record.problem.grid;
  const [starts, time] = [overStarts(record, cell, k), overTime(record, cell, selected)];
  const [ofStarts, ofTime] = [startsText(starts), timeText(time)];
  return (
    <>
      <h3>{say`All starts at k = ${k}`}</h3>
      <BeliefPicture columns={starts} values={values} cursor={null} label={ofStarts} {...SIZE} />
      <p>{ofStarts}</p>
      <h3>{say`Trajectory ${selected + 1} over time`}</h3>
      <BeliefPicture columns={time} values={values} cursor={k} label={ofTime} {...SIZE} />
      <p>{ofTime}</p>
      <p className="fine">{say`A row per digit, as dark as it is believed (softmax). On grey ground only the likeliest digit is known: the whole softmax is kept for the iterations at which a trajectory was selected.`}</p>
    </>
  );
}
