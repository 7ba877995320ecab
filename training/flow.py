"""Runs of many starts without gradient, so many at a time: a start that is done makes place for the next one.

Half of all starts rest after some 30 iterations, others wander to the end; waiting for those would waste most of the
time, on a GPU as on a CPU.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from training.data import condition
from training.model import EqR
from training.rollout import Path, residual

CHECK_EVERY = 8


@dataclass
class Check:
    """The rows that ran, as they are after `age` iterations: row [n], age [n], digits [n, 81], residual [n] (the
    largest of the last three)."""

    row: Tensor
    age: Tensor
    digits: Tensor
    residual: Tensor


@torch.no_grad()
def flow(
    model: EqR,
    givens: Tensor,
    starts: Callable[[Tensor], Tensor],
    path: Path,
    places: int,
    check: Callable[[Check], Tensor],
    going_on: Callable[[], bool] = lambda: True,
) -> int:
    """Runs the rows of `givens` [N, 81] in order, `places` at a time, from `starts(rows)`. Every 8 iterations `check`
    returns which of its rows are done. Returns how many rows were begun before `going_on` turned false."""
    device, total, following = givens.device, len(givens), 0
    row = torch.full((places,), -1, device=device)
    age = torch.zeros(places, dtype=torch.int64, device=device)
    z = torch.zeros(places, 9, 9, 9, model.config.d, device=device)
    free = torch.ones(places, dtype=torch.bool, device=device)
    while True:
        last = min(total, following + int(free.sum())) if going_on() else following
        order = following + free.cumsum(0) - 1
        row = torch.where(free, torch.where(order < last, order, -1), row)
        begun = free & (row >= 0)
        if following < last:
            z[begun] = starts(row[begun])
        age = torch.where(free, 0, age)
        following = last
        running = row >= 0
        if not running.any():
            return following
        # A place without a row runs along on the first puzzle.
        x = condition(givens[row.clamp(min=0)])
        worst = torch.zeros(places, device=device)
        for k in range(CHECK_EVERY):
            moved = model.iterate(z, x, path.lam)
            if k >= CHECK_EVERY - 3:
                worst = torch.maximum(worst, residual(moved, z))
            if path.sigma > 0:
                moved = moved + path.noise(age).view(-1, 1, 1, 1, 1) * torch.randn_like(moved)
            z, age = moved, age + 1
        digits = model.logits(z).view(places, 81, 9).argmax(-1) + 1
        free = ~running
        free[running] = check(Check(row[running], age[running], digits[running], worst[running]))
