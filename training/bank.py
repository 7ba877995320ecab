"""The bank: every puzzle that a run trains on, on the device, with all the solutions that may be a puzzle's target."""

from __future__ import annotations

import torch
from torch import Tensor

from training.data import PuzzleSet


class Bank:
    """Weighted sets side by side. A puzzle's solutions are `count` rows of one table from `first` on."""

    def __init__(self, sets: list[tuple[float, PuzzleSet]], device: torch.device):
        self.weights = torch.tensor([weight for weight, _ in sets], device=device)
        sizes = torch.tensor([len(puzzles) for _, puzzles in sets], device=device)
        self.sizes, self.offsets = sizes, sizes.cumsum(0) - sizes
        self.givens = torch.cat([puzzles.givens for _, puzzles in sets]).to(torch.uint8).to(device)
        choices = [
            puzzles.solutions if puzzles.solutions.ndim == 3 else puzzles.solutions[:, None] for _, puzzles in sets
        ]
        self.solutions = torch.cat([c.reshape(-1, 81) for c in choices]).to(torch.uint8).to(device)
        self.count = torch.cat([torch.full((len(c),), c.shape[1]) for c in choices]).to(device)
        self.first = self.count.cumsum(0) - self.count
        self.most = int(self.count.max())

    def draw(self, n: int, rng: torch.Generator) -> tuple[Tensor, Tensor]:
        """n puzzles by the weights of their sets: (set [n], puzzle [n])."""
        source = torch.multinomial(self.weights, n, replacement=True, generator=rng)
        share = torch.rand(n, generator=rng, device=rng.device)
        return source, self.offsets[source] + (share * self.sizes[source]).long()

    def several(self, puzzle: Tensor) -> Tensor:
        """[n] bool: it has more than one solution."""
        return self.count[puzzle] > 1

    def nearest(self, puzzle: Tensor, belief: Tensor) -> Tensor:
        """[n, 81]: of each puzzle's solutions the one that the belief [n, 81, 9] holds most likely."""
        which = torch.arange(self.most, device=puzzle.device).minimum(self.count[puzzle, None] - 1)
        choices = self.solutions[self.first[puzzle, None] + which].long()
        likely = belief.clamp_min(1e-6).log()
        score = likely.gather(2, (choices - 1).transpose(1, 2)).sum(1)
        best = score.argmax(1)[:, None, None].expand(-1, 1, 81)
        return choices.gather(1, best)[:, 0]


def legal(digits: Tensor, givens: Tensor) -> Tensor:
    """[n] bool: digits [n, 81], 1..9, solve the puzzle: they keep its givens and no unit holds a digit twice."""
    hot = (digits[:, :, None] == torch.arange(1, 10, device=digits.device)).view(-1, 9, 9, 9)
    boxes = hot.view(-1, 3, 3, 3, 3, 9).any(4).any(2)
    units = hot.any(2).flatten(1).all(1) & hot.any(1).flatten(1).all(1) & boxes.flatten(1).all(1)
    return units & ((givens == 0) | (digits == givens)).all(1)
