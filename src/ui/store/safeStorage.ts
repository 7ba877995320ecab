import type { PersistStorage } from "zustand/middleware";

/** One of the browser's storages; reaching for it may throw, and it may be null. */
export type StorageSource = () => Pick<Storage, "getItem" | "setItem" | "removeItem"> | null | undefined;

const TAB: StorageSource = () => sessionStorage;
const ORIGIN: StorageSource = () => localStorage;

/** All that the page keeps is shorter. */
const PROBE_LENGTH = 4000;

/**
 * Where a store's state is kept: in the tab for its reloads, and in the origin as what a new tab starts with. What the
 * browser refuses to keep (storage closed, null, full or of another's making) is not kept, and nothing throws.
 */
export function safeStorage<T>(tab = TAB, origin = ORIGIN): PersistStorage<T> {
  return {
    getItem: (name) => read(tab, name) ?? read(origin, name),
    setItem(name, value) {
      const text = JSON.stringify(value);
      for (const source of [tab, origin]) write(source, name, text);
    },
    removeItem(name) {
      for (const source of [tab, origin]) attempt(() => source()?.removeItem(name));
    },
  };
}

/** For a page in a frame: what is done there must not change the visitor's own board. */
export function noStorage<T>(): PersistStorage<T> {
  return { getItem: () => null, setItem: () => {}, removeItem: () => {} };
}

/** Whether what this tab writes will be there after a reload. */
export function storageKeeps(tab = TAB): boolean {
  const name = "settle.probe";
  const keeps = write(tab, name, "1".repeat(PROBE_LENGTH));
  attempt(() => tab()?.removeItem(name));
  return keeps;
}

function read(source: StorageSource, name: string) {
  return attempt(() => {
    const text = source()?.getItem(name);
    return typeof text === "string" ? JSON.parse(text) : null;
  });
}

/** Whether the text is there afterwards. Where it is not, nothing is: an older value would come back after a reload. */
function write(source: StorageSource, name: string, text: string): boolean {
  const keeps = attempt(() => {
    const storage = source();
    storage?.setItem(name, text);
    return storage?.getItem(name) === text;
  });
  if (!keeps) attempt(() => source()?.removeItem(name));
  return keeps ?? false;
}

function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
