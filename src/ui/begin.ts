import { beginLanguage } from "../words/begin";

/** Modules of the page say words as they are loaded, so its language comes first. */
void beginLanguage().then(start);

async function start(): Promise<void> {
  const { startPage } = await import("./main");
  startPage();
}
