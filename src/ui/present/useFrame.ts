import { useEffect, useState } from "react";
import { magnify } from "../../viz/draw/magnified";
import { type Frame, frameFor } from "./frame";

/** The frame of this window, followed as it changes; canvases are drawn as sharp as it magnifies them. */
export function useFrame(): Frame {
  // Before the first canvas is drawn.
  const [frame, setFrame] = useState(frameOfWindow);
  useEffect(() => {
    const onResize = () => setFrame(frameOfWindow());
    // Once more: a second mounting undoes what the first began.
    onResize();
    window.addEventListener("resize", onResize);
    return () => {
      window.removeEventListener("resize", onResize);
      magnify(1);
    };
  }, []);
  return frame;
}

function frameOfWindow(): Frame {
  const frame = frameFor(window.innerWidth, window.innerHeight);
  magnify(frame.factor);
  return frame;
}
