import { useState } from "react";
import { fromModel } from "../../../words/say";

/** What came of the last attempt, for people to read. */
export interface Attempt {
  readonly busy: boolean;
  /** Null while all is well. */
  readonly fault: string | null;
  /** Runs something that may fail with an Error in words. */
  run(work: () => void | Promise<void>): void;
}

/** Keeps a button from being pressed twice while its work goes on, and tells what went wrong. */
export function useAttempt(): Attempt {
  const [state, setState] = useState<{ busy: boolean; fault: string | null }>({ busy: false, fault: null });
  return {
    ...state,
    run(work) {
      setState({ busy: true, fault: null });
      // Asynchronously in any case, so that the button shows that it was pressed before a long file is written.
      void Promise.resolve()
        .then(work)
        .then(
          () => setState({ busy: false, fault: null }),
          (error) =>
            setState({ busy: false, fault: fromModel(error instanceof Error ? error.message : String(error)) }),
        );
    },
  };
}
