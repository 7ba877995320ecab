import { useEffect, useRef } from "react";

/** Dims the page but for a circle around the pointer. */
export function Spotlight() {
  const shade = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent) => {
      shade.current?.style.setProperty("--x", `${clientX}px`);
      shade.current?.style.setProperty("--y", `${clientY}px`);
    };
    window.addEventListener("pointermove", follow);
    return () => window.removeEventListener("pointermove", follow);
  }, []);
  return <div ref={shade} className="spotlight" aria-hidden="true" />;
}
