/**
 * Standard deviation of the starts: z_0 ~ N(0, 3² I). Wider starts end more apart, so breadth finds more
 * (training/EXPERIMENTS.md). A product by 3 is rounded alike by every backend.
 */
export const START_DEVIATION = 3;
