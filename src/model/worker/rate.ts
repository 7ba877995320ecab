export interface Rate {
  /** Learns that so many iterations of one state took so many milliseconds. */
  observe(iterations: number, milliseconds: number): void;
}

/** Of the past, so much is kept at each observation. */
const KEPT = 0.8;
/** A change by less than this factor is not worth a word. */
const WORTH_TELLING = 1.15;

/** How fast the device is, in iterations of one state a second; `tell` hears of it at first and when it has changed. */
export function createRate(tell: (perSecond: number) => void): Rate {
  let [made, seconds, told] = [0, 0, 0];
  return {
    observe(iterations, milliseconds) {
      if (iterations <= 0 || milliseconds <= 0) return;
      made = made * KEPT + iterations;
      seconds = seconds * KEPT + milliseconds / 1000;
      const now = made / seconds;
      if (now < told * WORTH_TELLING && now > told / WORTH_TELLING) return;
      told = now;
      tell(now);
    },
  };
}
