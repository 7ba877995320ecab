import { createStore } from "zustand/vanilla";

export type Tone = "info" | "good" | "warning" | "error";

/** Something the page has to say. One notice a topic: a new one takes the place of the old. */
export interface Notice {
  readonly topic: string;
  readonly tone: Tone;
  readonly text: string;
  /** A text to take along, behind a button of this name. */
  readonly copyable?: { readonly label: string; readonly text: string };
  /** Something that can be done about it. */
  readonly action?: { readonly label: string; act(): void };
  /** Goes away by itself after this many seconds; stays until closed without it. */
  readonly seconds?: number;
}

export interface Notices {
  readonly list: readonly Notice[];
}

export function createNoticeStore() {
  return createStore<Notices>()(() => ({ list: [] }));
}

export type NoticeStore = ReturnType<typeof createNoticeStore>;

/** Says something, and takes it back after its time. */
export function notify(store: NoticeStore, notice: Notice): void {
  store.setState(({ list }) => ({ list: [...list.filter(({ topic }) => topic !== notice.topic), notice] }));
  if (notice.seconds !== undefined) setTimeout(() => close(store, notice), notice.seconds * 1000);
}

/** Closes one notice; a newer one of the same topic stays. */
export function close(store: NoticeStore, notice: Notice): void {
  store.setState(({ list }) => ({ list: list.filter((other) => other !== notice) }));
}

export function closeTopic(store: NoticeStore, topic: string): void {
  store.setState(({ list }) => ({ list: list.filter((other) => other.topic !== topic) }));
}
