import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { type GridTags, NO_GRIDS } from "../model/analysis/gridTags";
import type { Recipe } from "../model/eqr/recipe/recipe";
import { say } from "../words/say";
import type { App } from "./app";
import { tagsOf } from "./store/letters";
import type { PageState } from "./store/page";
import type { PuzzleState } from "./store/puzzle";
import type { RunState } from "./store/run";
import type { Settings } from "./store/settings";
import { arrange, setupIn } from "./store/setups";
import type { TaskBoard, TaskView } from "./tasks/view";
import type { Setup } from "./views/view";

/** Hands the app down to the panels. */
export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error(say`A panel is outside AppContext.`);
  return app;
}

export function usePuzzle<T>(select: (state: PuzzleState) => T): T {
  return useStore(useApp().puzzle, select);
}

export function useSettings<T>(select: (state: Settings) => T): T {
  return useStore(useApp().settings, select);
}

export function useRun<T>(select: (state: RunState) => T): T {
  return useStore(useApp().run, select);
}

/** The grids known of a puzzle: which letter and hue each has. */
export function useTagsOf(puzzle: Pick<Recipe, "task" | "puzzle"> | null): GridTags {
  return useRun(({ letters }) => (puzzle ? tagsOf(letters, puzzle) : NO_GRIDS));
}

export function usePage<T>(select: (state: PageState) => T): T {
  return useStore(useApp().page, select);
}

/** What the page shows of the task of the puzzle on the board. */
export function useTask(): TaskView {
  const { taskView } = useApp();
  return taskView(usePuzzle((state) => state.task));
}

/** How boards of a task are drawn: that of a run, whatever is on the board by now. */
export function useBoard(task?: string): TaskBoard {
  return useApp().taskView(task).board;
}

/** The state of a view's set-up, and what changes it. */
export function useSetup<S>(setup: Setup<S>): readonly [S, (next: S | ((before: S) => S)) => void] {
  const { setups } = useApp();
  const state = useStore(setups, (all) => setupIn(all, setup));
  return [state, (next) => arrange(setups, setup, (before) => (isChange(next) ? next(before) : next))];
}

function isChange<S>(next: S | ((before: S) => S)): next is (before: S) => S {
  return typeof next === "function";
}

/** How many steps can be undone and redone. */
export function useHistory(): { undo: number; redo: number } {
  const { temporal } = useApp().puzzle;
  const undo = useStore(temporal, ({ pastStates }) => pastStates.length);
  const redo = useStore(temporal, ({ futureStates }) => futureStates.length);
  return { undo, redo };
}
