"""The solution nearest to a belief, of a puzzle with more solutions than could be listed."""

from __future__ import annotations

from functools import cache

import torch
from torch import Tensor
from torch.nn import functional as nnf

from training.bank import legal

# A candidate is a cell and a digit: 9 * cell + digit - 1.
CANDIDATES = 729
# How far a try after the first may move a belief: far enough to choose otherwise where the state is undecided.
SHAKE = 0.5


@cache
def conflicts(device: torch.device) -> Tensor:
    """[729, 729] bool: two candidates cannot both stand: of one cell, or of one digit in one unit."""
    cell, digit = torch.arange(CANDIDATES) // 9, torch.arange(CANDIDATES) % 9
    row, column = cell // 9, cell % 9
    units = (row, column, row // 3 * 3 + column // 3)
    seen = torch.stack([unit[:, None] == unit for unit in units]).any(0) & (digit[:, None] == digit)
    return ((seen | (cell[:, None] == cell)) & ~torch.eye(CANDIDATES, dtype=torch.bool)).to(device)


def _forced(options: Tensor) -> Tensor:
    """Of options [n, 729] bool those that a cell, row, column or box leaves no choice about."""
    grid = options.view(-1, 9, 9, 9)
    boxes = grid.view(-1, 3, 3, 3, 3, 9).sum((2, 4), keepdim=True).expand(-1, 3, 3, 3, 3, 9).reshape(grid.shape)
    alone = (grid.sum(3, keepdim=True) == 1) | (grid.sum(2, keepdim=True) == 1) | (grid.sum(1, keepdim=True) == 1)
    return options & (alone | (boxes == 1)).view(-1, CANDIDATES)


def completed(givens: Tensor, belief: Tensor, rng: torch.Generator, tries: int = 4) -> Tensor:
    """[n, 81] digits: the givens [n, 81] filled up with what the belief [n, 81, 9] holds most likely.

    Places one candidate after another, forced ones first, then the likeliest; nothing is taken back. Every try but the
    first shakes the belief. Where no try ends on a solution the grid is not `legal`, so ask.
    """
    n, conflict = len(givens), conflicts(givens.device)
    shaken = SHAKE * torch.rand(tries, n, CANDIDATES, generator=rng, device=rng.device)
    shaken[0] = 0
    likely = (belief.reshape(1, n, CANDIDATES) + shaken).view(-1, CANDIDATES)
    wide = givens.repeat(tries, 1)
    given = nnf.one_hot(wide, 10)[:, :, 1:].reshape(-1, CANDIDATES).float()
    options, placed = given @ conflict.float() == 0, torch.zeros_like(likely, dtype=torch.bool)
    for _ in range(81):
        left = options & ~placed
        # Forced ones first: no likelihood is above 1 + SHAKE.
        score = (likely + 2 * _forced(options)).masked_fill(~left, -1)
        chosen = score.argmax(1)
        # Where nothing is left the choice means nothing.
        options &= ~(conflict[chosen] & left.any(1, keepdim=True))
        placed |= nnf.one_hot(chosen, CANDIDATES).bool() & left
    # A cell without any digit decodes to 1, which is legal only by chance.
    digits = placed.view(-1, 81, 9).int().argmax(2) + 1
    first = legal(digits, wide).view(tries, n).int().argmax(0)
    return digits.view(tries, n, 81)[first, torch.arange(n, device=first.device)]
