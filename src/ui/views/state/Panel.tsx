import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { decodedAt } from "../../../model/eqr/record/record";
import { trajectoryNumber } from "../../../viz/format";
import { CandidateTable } from "../../../viz/latent/CandidateTable";
import { LatentBoards } from "../../../viz/latent/LatentBoards";
import { LatentLegend } from "../../../viz/latent/LatentLegend";
import type { Candidate } from "../../../viz/latent/layout";
import { QUANTITIES, type Quantity } from "../../../viz/latent/quantity";
import { useApp, useBoard, usePage, useRun, useSetup } from "../../appContext";
import { Choice } from "../../controls/Choice";
import { Term } from "../../controls/Term";
import { StageHead } from "../../panels/StageHead";
import { stateSetup } from "./setup";
import "./state.css";
import { say } from "../../../words/say";

const NAMES: Readonly<Record<Quantity, string>> = {
  logit: "logit",
  length: "length",
  change: "change",
  pc1: "PC 1",
  pc2: "PC 2",
  pc3: "PC 3",
};
const LONG_NAMES: Readonly<Record<Quantity, string>> = {
  ...NAMES,
  logit: say`Digit logit`,
  length: say`Length`,
  change: say`Change`,
};

/** What the selected state holds at the cursor, candidate by candidate. */
export function Panel() {
  const { anatomy: feed, page } = useApp();
  useEffect(() => feed.watch(), [feed]);
  const { latest: anatomy, opaque } = useStore(feed.store);
  const record = useRun((state) => state.record);
  const worker = useRun((state) => state.worker.kind);
  const cell = usePage((state) => state.cell);
  const [quantity, setQuantity] = useSetup(stateSetup);
  const [digit, setDigit] = useState<number | null>(null);
  const [hovered, setHovered] = useState<Candidate | null>(null);
  const { grid, cellName } = useBoard(record?.problem.task);
  const givens = useMemo(() => record?.problem.input ?? new Uint8Array(grid.rows * grid.columns), [record, grid]);
  const decoded = (record && decodedAt(record, anatomy?.trajectory ?? 0, anatomy?.k ?? 0)[cell]) || 1;
  const current = { cell, digit: digit ?? decoded };
  const shown = hovered ?? current;

  return (
    <>
      <StageHead
        title={say`What the state knows`}
        note={
          anatomy && (
            <Term name="latent">{say`trajectory ${trajectoryNumber(anatomy.trajectory)} at k = ${anatomy.k}`}</Term>
          )
        }
      >
        <Choice
          label={say`Colour by`}
          showLabel={false}
          options={QUANTITIES.map((value) => ({ value, text: LONG_NAMES[value] }))}
          value={quantity}
          onChange={setQuantity}
        />
      </StageHead>
      <div className="state-view">
        <LatentBoards
          anatomy={anatomy}
          quantity={quantity}
          grid={grid}
          cellName={cellName}
          givens={givens}
          current={current}
          hovered={hovered}
          onPick={(candidate) => {
            page.setState({ cell: candidate.cell });
            setDigit(candidate.digit === digit && candidate.cell === cell ? null : candidate.digit);
          }}
          onHover={setHovered}
          empty={
            worker === "failed"
              ? say`The run has failed, so there is no state to look into.`
              : opaque
                ? say`This model's map offers no look into its states.`
                : say`The state is drawn once a run has begun.`
          }
        />
        {anatomy && (
          <div className="state-side">
            <CandidateTable
              anatomy={anatomy}
              quantity={quantity}
              quantityName={NAMES[quantity]}
              candidate={shown}
              values={grid.values}
              cellName={cellName(shown.cell)}
              given={givens[shown.cell] ?? 0}
            />
            <LatentLegend anatomy={anatomy} quantity={quantity} />
          </div>
        )}
      </div>
    </>
  );
}
