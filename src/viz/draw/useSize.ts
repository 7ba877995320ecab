import { type RefObject, useLayoutEffect, useState } from "react";
import { magnificationOf } from "./magnified";

export interface Size {
  readonly width: number;
  readonly height: number;
}

const NOTHING: Size = { width: 0, height: 0 };

/** Size of an element's content box in whole CSS pixels, followed as it changes; 0 × 0 until it is known. */
export function useSize(ref: RefObject<Element | null>): Size {
  const [size, setSize] = useState(NOTHING);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = (width: number, height: number) => {
      const next = { width: Math.floor(width), height: Math.floor(height) };
      setSize((old) => (old.width === next.width && old.height === next.height ? old : next));
    };
    const box = element.getBoundingClientRect();
    const factor = magnificationOf(element);
    measure(box.width / factor, box.height / factor);
    const observer = new ResizeObserver(([entry]) => {
      if (entry) measure(entry.contentRect.width, entry.contentRect.height);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
