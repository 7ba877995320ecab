import { wordSetup } from "../fields";

export const KNOBS = ["lambda", "sigma", "chaos"] as const;

/** Which of the parameters is varied, or whether the question is chaos. */
export const parametersSetup = wordSetup(KNOBS, "lambda");
