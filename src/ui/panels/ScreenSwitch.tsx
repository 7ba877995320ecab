import { useEffect, useState } from "react";
import { say } from "../../words/say";
import { usePage } from "../appContext";
import { viewNamed } from "../views";
import { showScreen } from "./screens";

/** The stage goes by the name of the view on it. */
const SCREENS = [
  { id: "puzzle", title: say`Puzzle` },
  { id: "stage", title: null },
  { id: "trajectories", title: say`Trajectories` },
] as const;

/** On a phone the three panels lie side by side: this tells which one is in sight, and goes to another without a swipe. */
export function ScreenSwitch() {
  const [current, setCurrent] = useState<string>("puzzle");
  const view = viewNamed(usePage((state) => state.view));
  useEffect(() => {
    const inSight = new Set<string>();
    const seen = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries)
          if (isIntersecting) inSight.add(target.id);
          else inSight.delete(target.id);
        // On a wide screen all three are, and a turned phone hears only which ones left.
        const first = SCREENS.find(({ id }) => inSight.has(id));
        if (first) setCurrent(first.id);
      },
      { root: document.getElementById("screens"), threshold: 0.6 },
    );
    for (const { id } of SCREENS) {
      const panel = document.getElementById(id);
      if (panel) seen.observe(panel);
    }
    return () => seen.disconnect();
  }, []);
  return (
    <nav className="screen-switch" aria-label={say`Panels`}>
      {SCREENS.map(({ id, title }) => (
        <a
          key={id}
          href={`#${id}`}
          aria-current={current === id || undefined}
          onClick={(event) => {
            event.preventDefault();
            showScreen(id);
          }}
        >
          {title ?? view.tab}
        </a>
      ))}
    </nav>
  );
}
