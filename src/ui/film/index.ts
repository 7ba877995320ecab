/** What the page loads when a film is made. */
export { collectBeliefs } from "./beliefs";
export { makeFilm } from "./makeFilm";
export { filmPlan } from "./plan";
