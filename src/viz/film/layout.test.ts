import { expect, it } from "vitest";
import { FILM, filmIterations } from "./layout";

it("shows every iteration of a short run, and spreads a long one evenly up to its last", () => {
  expect(filmIterations(3, 100)).toEqual([0, 1, 2, 3]);
  expect(filmIterations(0, 100)).toEqual([0]);
  const long = filmIterations(4096, 480);
  expect(long.length).toBeLessThanOrEqual(481);
  expect(long.at(-1)).toBe(4096);
  expect(new Set(long.slice(1, -1).map((k, i) => k - (long[i] ?? 0))).size).toBe(1);
});

it("leaves no part outside of the picture, and none on another", () => {
  const parts = [FILM.title, FILM.board, FILM.map, FILM.chart, FILM.foot];
  for (const { left, top, width, height } of parts) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left + width).toBeLessThanOrEqual(FILM.width);
    expect(top + height).toBeLessThanOrEqual(FILM.height);
  }
  const overlap = (a: (typeof parts)[number], b: (typeof parts)[number]) =>
    a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
  parts.forEach((a, i) => {
    for (const b of parts.slice(i + 1)) expect(overlap(a, b)).toBe(false);
  });
});
