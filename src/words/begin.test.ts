import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** A page as far as its language goes: what its address asks for, and what its browser does. */
async function begun(search: string, languages: readonly string[] = ["en-US"]) {
  const documentElement = { lang: "en", dir: "" };
  vi.stubGlobal("document", { documentElement });
  vi.stubGlobal("location", { search, href: `https://settle.example/${search}` });
  vi.stubGlobal("navigator", { languages });
  vi.stubGlobal("localStorage", { getItem: () => null });
  const { beginLanguage } = await import("./begin");
  await beginLanguage();
  return { documentElement, ...(await import("./say")) };
}

it("says everything in the language that the address asks for", async () => {
  const { documentElement, say, fixed, counted, fromModel } = await begun("?lang=de");
  expect(documentElement).toEqual({ lang: "de", dir: "ltr" });
  expect(say`Share`).toBe("Teilen");
  expect(say`More starts (${24})`).toBe("Mehr Starts (24)");
  expect(fixed(0.25, 2)).toBe("0,25");
  expect(counted(12345)).toBe("12.345");
  expect(fromModel("Step size")).toBe("Schrittweite");
  expect(fromModel("The run stopped: out of luck. Start it again; if that does not help, reload the page.")).toBe(
    "Der Lauf hielt an: out of luck. Starte ihn neu; hilft das nicht, lade die Seite neu.",
  );
});

it("is English in an English browser, and where the address asks for what is not there", async () => {
  for (const search of ["", "?lang=en", "?lang=xx"]) {
    const { documentElement, say, fixed, fromModel } = await begun(search);
    expect(documentElement).toEqual({ lang: "en", dir: "" });
    expect([say`Share`, fixed(0.25, 2), fromModel("Step size")]).toEqual(["Share", "0.25", "Step size"]);
    vi.resetModules();
  }
});
