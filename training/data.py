"""Puzzles: files of lines `puzzle,solution[,rating...]` or .npz, and the condition the map sees."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as nnf


@dataclass(frozen=True)
class PuzzleSet:
    """givens [N, 81] int64, 0 blank; solutions [N, 81] int64, 1..9."""

    givens: Tensor
    solutions: Tensor

    def __len__(self) -> int:
        return len(self.givens)

    def __getitem__(self, index: slice | Tensor) -> PuzzleSet:
        return PuzzleSet(self.givens[index], self.solutions[index])

    def to(self, device: torch.device | str) -> PuzzleSet:
        return PuzzleSet(self.givens.to(device), self.solutions.to(device))

    @staticmethod
    def concat(sets: list[PuzzleSet]) -> PuzzleSet:
        return PuzzleSet(torch.cat([s.givens for s in sets]), torch.cat([s.solutions for s in sets]))


def load(path: str | Path, limit: int | None = None) -> PuzzleSet:
    """Reads a file. Lines of text whose first two fields are no puzzle and solution (a header, a torn last line)
    are passed over; an .npz holds `givens` and `solutions`, uint8 [N, 81]. Raises ValueError when there is no file or
    nothing is left."""
    if not Path(path).exists():
        raise ValueError(f"There is no file {path}: `npm run train` writes the puzzles that it needs.")
    if Path(path).suffix == ".npz":
        with np.load(path) as file:
            givens, solutions = (torch.from_numpy(file[name][:limit]).long() for name in ("givens", "solutions"))
        return PuzzleSet(givens, solutions)
    rows = []
    with open(path, encoding="ascii") as lines:
        for line in lines:
            fields = line.strip().split(",")
            if len(fields) >= 2 and len(fields[0]) == 81 and len(fields[1]) == 81 and fields[1].isdigit():
                rows.append((fields[0].replace(".", "0"), fields[1]))
            if limit is not None and len(rows) == limit:
                break
    if not rows:
        raise ValueError(f"{path} holds no line `puzzle,solution`: generate one with `npm run generate`.")
    both = torch.tensor([[int(c) for c in puzzle + solution] for puzzle, solution in rows])
    return PuzzleSet(both[:, :81], both[:, 81:])


@dataclass(frozen=True)
class Part:
    """A file of a training run: its share, its first rows (all: None), and whether it teaches beside `--keep`."""

    path: str
    weight: float
    rows: int | None
    teaches: bool


def parts(specs: list[str]) -> list[Part]:
    """FILE=WEIGHT[:FIRST_ROWS][!][?], without those marked with ? that are not here. FIRST_ROWS keeps the rest of a
    file out of training."""
    found = []
    for spec in specs:
        path, _, rest = spec.removesuffix("?").rpartition("=")
        weight, _, rows = rest.removesuffix("!").partition(":")
        if spec.endswith("?") and not Path(path).exists():
            print(f"{path} is not here; training goes on without it.", flush=True)
            continue
        found.append(Part(path, float(weight), int(rows) if rows else None, rest.endswith("!")))
    return found


def save(path: Path, puzzles: PuzzleSet) -> None:
    """Writes a file that `load` reads: .npz, or else lines `puzzle,solution`."""
    if path.suffix == ".npz":
        arrays = {"givens": puzzles.givens, "solutions": puzzles.solutions}
        np.savez_compressed(path, **{name: t.cpu().to(torch.uint8).numpy() for name, t in arrays.items()})
        return
    with open(path, "w", encoding="ascii") as file:
        for givens, solution in zip(puzzles.givens.tolist(), puzzles.solutions.tolist(), strict=True):
            puzzle = "".join(str(digit) if digit else "." for digit in givens)
            file.write(f"{puzzle},{''.join(map(str, solution))}\n")


def condition(givens: Tensor) -> Tensor:
    """x [B, 9, 9, 9]: 0 unknown, 1 this digit is given, 2 another digit is given; from givens [B, 81], 0 blank."""
    given = givens[:, :, None]
    x = torch.where(given == torch.arange(1, 10, device=givens.device), 1, 2) * (given > 0)
    return x.view(-1, 9, 9, 9)


def allowed(givens: Tensor) -> Tensor:
    """[B, 81, 9] bool: digits of each cell that no given in its row, column or box rules out."""
    one_hot = (nnf.one_hot(givens, 10)[:, :, 1:] > 0).view(-1, 9, 9, 9)
    rows = one_hot.any(2, keepdim=True)
    columns = one_hot.any(1, keepdim=True)
    boxes = one_hot.view(-1, 3, 3, 3, 3, 9).any(4, keepdim=True).any(2, keepdim=True)
    boxes = boxes.expand(-1, 3, 3, 3, 3, 9).reshape(-1, 9, 9, 9)
    return ~(rows | columns | boxes).reshape(-1, 81, 9)
