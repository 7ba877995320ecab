import { useEffect, useState } from "react";
import type { RunRecord } from "../../../model/eqr/record/record";
import { useReducedMotion } from "../../useReducedMotion";

const PER_SECOND = 14;

/** The iteration of a record that is shown. A new record plays from its start; with reduced motion it shows its end. */
export function usePlayback(record: RunRecord | null) {
  const still = useReducedMotion();
  const end = Math.max(0, (record?.frames.length ?? 0) - 1);
  const [cursor, setCursor] = useState(0);
  const [playing, setPlaying] = useState(false);

  useEffect(() => {
    if (!record) return;
    setCursor(still ? record.frames.length - 1 : 0);
    setPlaying(!still);
  }, [record, still]);

  useEffect(() => {
    if (!playing) return;
    if (cursor >= end) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => setCursor(cursor + 1), 1000 / PER_SECOND);
    return () => clearTimeout(timer);
  }, [playing, cursor, end]);

  return {
    cursor: Math.min(cursor, end),
    playing,
    toggle() {
      if (!playing && cursor >= end) setCursor(0);
      setPlaying(!playing);
    },
    seek(k: number) {
      setPlaying(false);
      setCursor(k);
    },
  };
}
