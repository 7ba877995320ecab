import { QUANTITIES } from "../../../viz/latent/quantity";
import { wordSetup } from "../fields";

/** What the candidates are coloured by. */
export const stateSetup = wordSetup(QUANTITIES, "logit");
