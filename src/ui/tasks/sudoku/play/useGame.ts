import { useMemo } from "react";
import { useStore } from "zustand";
import { CELLS, digitsOf } from "../../../../model/tasks/sudoku/grid";
import { say } from "../../../../words/say";
import type { App } from "../../../app";
import { useApp, usePuzzle } from "../../../appContext";
import type { Entry, GameState } from "../../../store/game";
import { notify } from "../../../store/notices";
import { entryAfter, type PlayKey } from "./entryKeys";
import { moved } from "./moves";
import { type Standing, standingOf } from "./standing";
import { readWork, type Work, writeWork } from "./work";

export function useGame<T>(select: (state: GameState) => T): T {
  return useStore(useApp().game, select);
}

/** The own digits and marks on the board, and how the game stands. */
export function useWork(): { readonly work: Work; readonly standing: Standing } {
  const puzzle = usePuzzle((state) => state.puzzle);
  const own = usePuzzle((state) => state.own);
  return useMemo(() => {
    const givens = digitsOf(puzzle);
    const work = readWork(own, givens);
    return { work, standing: standingOf(givens, work) };
  }, [puzzle, own]);
}

/** The cells that a digit goes to. A cell chosen elsewhere on the page stands alone. */
export function selectionOf(cells: readonly number[], current: number): readonly number[] {
  return cells.includes(current) ? cells : [current];
}

type Moves = ReturnType<typeof movesOf>;

export function useMoves(): Moves {
  const app = useApp();
  return useMemo(() => movesOf(app), [app]);
}

/** What a digit does on the board, by its mode, and what keys and buttons do in Play. */
function movesOf({ puzzle, game, page, notices, edit }: App) {
  const said = (text: string): void => notify(notices, { topic: "game", tone: "info", text, seconds: 6 });
  const selection = () => selectionOf(game.getState().cells, page.getState().cell);
  const enter = (cells: readonly number[], entry: Entry, value: number): void => {
    const now = puzzle.getState();
    const givens = digitsOf(now.puzzle);
    const next = writeWork(moved(readWork(now.own, givens), givens, { cells, entry, value }));
    if (next !== now.own) puzzle.setState({ own: next });
  };
  const select = (cells: readonly number[], current: number): void => {
    game.setState({ cells });
    page.setState({ cell: current });
  };
  // A digit from the keyboard or the pad, 0 erases. Never a clue but in Edit clues.
  const digit = (value: number, as?: Entry): void => {
    const { mode, entry } = game.getState();
    const { cell } = page.getState();
    const entered = as ?? entry;
    const given = puzzle.getState().puzzle[cell] !== ".";
    const refused = mode === "play" ? selection().length === 1 && entered !== "colour" && value > 0 : true;
    if (mode === "edit") edit.setValue(cell, value);
    else if (given && refused) said(say`This is a clue. Choose Edit clues to change it.`);
    else if (mode === "play") enter(selection(), entered, value);
    else if (value > 0) {
      game.setState({ mode: "play", entry: "digit", cells: [cell] });
      enter([cell], "digit", value);
      said(say`Play: your own digits. The network's are hidden until you choose Watch.`);
    }
  };
  const key = (pressed: PlayKey): void => {
    if (pressed.kind === "enter") digit(pressed.value, pressed.entry);
    else game.setState(({ entry }) => stateAfter(pressed, entry, page.getState().cell));
  };
  return {
    select,
    digit,
    key,
    /** Puts one digit into one cell, as a hint does. */
    put: (cell: number, value: number): void => enter([cell], "digit", value),
  };
}

function stateAfter(
  key: Exclude<PlayKey, { readonly kind: "enter" }>,
  entry: Entry,
  cell: number,
): Partial<Pick<GameState, "entry" | "cells">> {
  switch (key.kind) {
    case "entry":
      return { entry: key.entry };
    case "nextEntry":
      return { entry: entryAfter(entry) };
    case "selectAll":
      return { cells: Array.from({ length: CELLS }, (_, at) => at) };
    case "selectOne":
      return { cells: [cell] };
  }
}
