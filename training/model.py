"""The relational Equilibrium Reasoner: one map F, iterated.

    z' = (1 - lam) z + lam f(z, x) + sigma eps          (arXiv 2605.21488, the damped noisy iteration)

The latent state has one vector per candidate: z [B, 9, 9, 9, d] (row, column, digit, feature). f sees the puzzle as a
condition per candidate: x [B, 9, 9, 9] int, 0 unknown, 1 this digit is given, 2 another digit is given in this cell.
Every weight is shared by all candidates and every pool follows a unit of Sudoku, so f commutes with the symmetries of
the puzzle (digit relabelling, transposition, permutation of bands and of lines within them).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as nnf

RMS_EPS = 1e-5


@dataclass(frozen=True)
class Config:
    """Sizes of the map. d: features a candidate; blocks: relational blocks in f."""

    d: int = 32
    blocks: int = 2

    def to_dict(self) -> dict:
        return asdict(self)


def rms_norm(u: Tensor) -> Tensor:
    """u / sqrt(mean(u^2) + 1e-5) over the last axis; same shape."""
    return u * torch.rsqrt(u.square().mean(-1, keepdim=True) + RMS_EPS)


class Block(nn.Module):
    """One relational block: gated mix of a candidate with the means over the units it is in.

    u [B, 9, 9, 9, d] -> [B, 9, 9, 9, d]. `mix` maps d -> 2d for each of: the candidate itself (with bias), its cell,
    its two lines, its box, its two segments (box with row, box with column), its digit, everything.
    """

    UNITS = ("self", "cell", "line", "box", "seg", "dig", "all")

    def __init__(self, d: int):
        super().__init__()
        scale = d**-0.5
        self.mix = nn.ParameterDict({k: nn.Parameter(torch.randn(d, 2 * d) * scale * 0.6) for k in self.UNITS})
        self.bias = nn.Parameter(torch.zeros(2 * d))
        self.out = nn.Parameter(torch.randn(d, d) * scale * 0.5)

    def forward(self, u: Tensor) -> Tensor:
        b, d = u.shape[0], u.shape[-1]
        mix = self.mix
        cell = u.mean(3, keepdim=True)
        row_seg = u.view(b, 9, 3, 3, 9, d).mean(3)  # [B, row, band of columns, digit, d]
        col_seg = u.view(b, 3, 3, 9, 9, d).mean(2)  # [B, band of rows, column, digit, d]
        row = row_seg.mean(2)  # [B, row, digit, d]
        col = col_seg.mean(1)  # [B, column, digit, d]
        box = row_seg.view(b, 3, 3, 3, 9, d).mean(2)  # [B, band of rows, band of columns, digit, d]
        dig = row.mean(1)  # [B, digit, d]
        everything = dig.mean(1)  # [B, d]
        shared = dig @ mix["dig"] + (everything @ mix["all"] + self.bias)[:, None]
        by_row = row @ mix["line"] + shared[:, None]
        by_col = col @ mix["line"]
        by_row_seg = row_seg @ mix["seg"] + by_row[:, :, None]
        by_row_seg = (by_row_seg.view(b, 3, 3, 3, 9, 2 * d) + (box @ mix["box"])[:, :, None]).view(b, 9, 3, 9, 2 * d)
        by_col_seg = col_seg @ mix["seg"] + by_col[:, None]
        y = u @ mix["self"] + cell @ mix["cell"]
        y = (y.view(b, 9, 3, 3, 9, 2 * d) + by_row_seg[:, :, :, None]).view(b, 3, 3, 9, 9, 2 * d)
        y = (y + by_col_seg[:, :, None]).view(b, 9, 9, 9, 2 * d)
        gate, value = y.split(d, -1)
        return rms_norm(u + (nnf.silu(gate) * value) @ self.out)


class EqR(nn.Module):
    """f, its heads, and the damped iteration."""

    def __init__(self, config: Config | None = None):
        super().__init__()
        self.config = config or Config()
        d = self.config.d
        self.emb = nn.Parameter(torch.randn(3, d) * 0.5)
        self.blocks = nn.ModuleList(Block(d) for _ in range(self.config.blocks))
        self.digit = nn.Parameter(torch.randn(d) * d**-0.5)
        self.q_weight = nn.Parameter(torch.zeros(d))
        self.q_bias = nn.Parameter(torch.zeros(()))

    def f(self, z: Tensor, x: Tensor) -> Tensor:
        """The undamped map f(z, x): z [B, 9, 9, 9, d], x [B, 9, 9, 9] -> [B, 9, 9, 9, d]."""
        u = z + nnf.embedding(x, self.emb)
        for block in self.blocks:
            u = block(u)
        return u

    def iterate(self, z: Tensor, x: Tensor, lam: Tensor | float, noise: Tensor | None = None) -> Tensor:
        """One iteration. lam broadcasts against z; noise is sigma * eps, already scaled, or None."""
        z = z + lam * (self.f(z, x) - z)
        return z if noise is None else z + noise

    def logits(self, z: Tensor) -> Tensor:
        """Digit logits [B, 9, 9, 9]; a softmax over the last axis is the belief about a cell."""
        return z @ self.digit

    def q(self, z: Tensor) -> Tensor:
        """Halting logit [B]: does this state decode to the solution?"""
        return z.mean((1, 2, 3)) @ self.q_weight + self.q_bias
