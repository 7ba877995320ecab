import { beginLanguage } from "../words/begin";
import { language, SOURCE } from "../words/language";

/** Modules of the page say words as they are loaded, so its language comes first. In English there is nothing to wait for. */
if (language === SOURCE) void start();
else void beginLanguage().then(start);

async function start(): Promise<void> {
  const { startPage } = await import("./main");
  startPage();
}
