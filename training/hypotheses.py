"""Hypotheses in training: digits, right or wrong, shown as if given and taken away again, for all slots at once."""

from __future__ import annotations

import torch
from torch import Tensor

from training.data import allowed


def few(open_cells: Tensor, most: int, rng: torch.Generator) -> Tensor:
    """[n, 81] bool: of each row's open cells 1 to `most`, drawn at random."""
    n = len(open_cells)
    wanted = torch.randint(1, most + 1, (n, 1), generator=rng, device=rng.device)
    order = torch.rand(n, 81, generator=rng, device=rng.device).masked_fill(~open_cells, 2.0)
    return open_cells & (order.argsort(1).argsort(1) < wanted)


def gumbel(n: int, rng: torch.Generator) -> Tensor:
    """[n, 81, 9]: the largest of log p + gumbel is a draw from p."""
    uniform = torch.rand(n, 81, 9, generator=rng, device=rng.device).clamp(1e-9, 1 - 1e-7)
    return -(-uniform.log()).log()


def own_digits(belief: Tensor, rng: torch.Generator) -> Tensor:
    """[n, 81]: as a run draws its hypotheses, from the network's own softmax of the last state."""
    return (belief.clamp_min(1e-9).log() + gumbel(len(belief), rng)).argmax(2) + 1


def drawn_digits(givens: Tensor, solution: Tensor, right: float, rng: torch.Generator) -> Tensor:
    """[n, 81]: the right digit with probability `right`, else a wrong one that the givens allow."""
    digits = torch.arange(1, 10, device=givens.device)
    wrong = allowed(givens) & (digits != solution[:, :, None])
    other = gumbel(len(givens), rng).masked_fill(~wrong, -torch.inf).argmax(2) + 1
    keep = torch.rand(len(givens), 81, generator=rng, device=rng.device) < right
    return torch.where(keep | ~wrong.any(2), solution, other)
