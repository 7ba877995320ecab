"""Runs the map without gradient: settled states, residuals and decoded grids, by the shared noise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from training.model import EqR
from training.noise import gaussian, start

SETTLE_RUN = 3


@dataclass(frozen=True)
class Path:
    """The dynamics of a run: damping, noise of the path, and for which share of every period the noise acts; the same
    as in src/model/eqr/recipe/schedule.ts, where share * period is `noisyFor`."""

    lam: float = 0.7
    sigma: float = 0.0
    period: int = 1
    share: float = 1.0

    def noise(self, age: Tensor) -> Tensor:
        """[n]: the deviation of the noise in the iteration that follows `age` [n] of them."""
        return self.sigma * (age % self.period < self.share * self.period)


@dataclass
class Moment:
    """One iteration of a batch: k, z [B, 9, 9, 9, d], residual [B] (NaN at k = 0), digits [B, 81], q [B]."""

    k: int
    z: Tensor
    residual: Tensor
    digits: Tensor
    q: Tensor


def residual(after: Tensor, before: Tensor) -> Tensor:
    """||F(z) - z|| / ||z|| for each row, F the noiseless damped map: after = F(before)."""
    return (after - before).flatten(1).norm(dim=1) / before.flatten(1).norm(dim=1)


@torch.no_grad()
def rollout(model: EqR, x: Tensor, trajectories: Tensor, seed: int, path: Path, depth: int) -> Iterator[Moment]:
    """Moments 0 ... depth of the rows of x [B, 9, 9, 9]; row i starts as trajectory trajectories[i]."""
    d = model.config.d
    distinct, rows = torch.unique(trajectories, return_inverse=True)
    z = start(seed, distinct, d)[rows]
    yield _moment(model, 0, z, torch.full((len(x),), torch.nan))
    for k in range(1, depth + 1):
        moved = model.iterate(z, x, path.lam)
        r = residual(moved, z)
        sigma = float(path.noise(torch.tensor(k - 1)))
        if sigma > 0:
            moved = moved + sigma * gaussian(seed, distinct, k, 729 * d).view(-1, 9, 9, 9, d)[rows]
        z = moved
        yield _moment(model, k, z, r)


def _moment(model: EqR, k: int, z: Tensor, r: Tensor) -> Moment:
    return Moment(k, z, r, model.logits(z).argmax(-1).view(-1, 81) + 1, model.q(z))


class Settling:
    """Follows residuals and tells at which iteration each row settled: the first of 3 below the tolerance, else -1."""

    def __init__(self, rows: int, tolerance: float):
        self.tolerance = tolerance
        self.streak = torch.zeros(rows, dtype=torch.int64)
        self.at = torch.full((rows,), -1, dtype=torch.int64)

    def take(self, moment: Moment) -> None:
        self.streak = torch.where(moment.residual < self.tolerance, self.streak + 1, 0)
        self.at = torch.where(self.streak == 0, -1, self.at)
        self.at[self.streak == SETTLE_RUN] = moment.k - SETTLE_RUN + 1
