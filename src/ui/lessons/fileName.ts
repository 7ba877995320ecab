import type { Course } from "./course";

/** A name for a file of a course: its title in small letters, digits and hyphens. */
export function fileNameOf({ title }: Pick<Course, "title">): string {
  const name = title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, "");
  return name || "lesson";
}
