/** Files whose texts do not pass through the catalogue yet. Take a file out when it is converted; add none. */
export const UNCONVERTED: readonly string[] = [];
