import { useEffect, useState } from "react";

/** Something that is on its way, there, or not to be had: then the message says why and what to do. */
export type Fetched<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "there"; readonly value: T }
  | { readonly kind: "failed"; readonly message: string };

/** What `fetch` gives, asked for anew whenever `key` changes. */
export function useFetched<T>(key: string, fetch: () => Promise<T>): Fetched<T> {
  const [state, setState] = useState<{ readonly key: string; readonly fetched: Fetched<T> } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is fetched
  useEffect(() => {
    let wanted = true;
    const set = (fetched: Fetched<T>) => wanted && setState({ key, fetched });
    fetch().then(
      (value) => set({ kind: "there", value }),
      (error) => set({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [key]);
  return state?.key === key ? state.fetched : { kind: "loading" };
}
