import type { App } from "../../app";
import { createDraftStore, type DraftStore } from "./draftStore";

const known = new WeakMap<App, DraftStore>();

/** The draft of a page: made when a lesson is first written, and there as long as the page. */
export function draftsOf(app: App): DraftStore {
  const drafts = known.get(app) ?? createDraftStore();
  known.set(app, drafts);
  return drafts;
}
