"""Noise that every backend agrees on: Philox 4x32-10 and a table of normal quantiles.

Element e of a state takes lane e % 4 of the block with counter (e // 4, iteration, trajectory, 0) and key
(seed, STREAM); the top 12 bits of that word pick one of 4,096 standard normal quantiles. Only integers and one table
look-up: the same floats here, in TypeScript and in WGSL, bit for bit. Iteration 0 makes the start z_0, iteration k the
path noise of the step that makes z_k. Source: Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
"""

from __future__ import annotations

import base64
from functools import cache
from statistics import NormalDist

import numpy as np
import torch
from torch import Tensor

STREAM = 0x45715221
LEVELS = 4096
# Standard deviation of the starts: wider ones end more apart, so breadth finds more (EXPERIMENTS.md).
START_DEVIATION = 3.0
_M0, _M1 = 0xD2511F53, 0xCD9E8D57
_W0, _W1 = 0x9E3779B9, 0xBB67AE85
_MASK = 0xFFFFFFFF


def _mul(a: int, b: Tensor) -> tuple[Tensor, Tensor]:
    """High and low 32 bits of a * b; b int64 in [0, 2^32). Halves, because int64 holds no 64-bit product."""
    high = ((a >> 16) * b + (((a & 0xFFFF) * b) >> 16)) >> 16
    return high & _MASK, (a * b) & _MASK


def philox(counter: tuple[Tensor, Tensor, Tensor, Tensor], key: tuple[int, int]) -> tuple[Tensor, ...]:
    """Ten rounds. counter: four int64 tensors in [0, 2^32) that broadcast; returns four of the common shape."""
    c0, c1, c2, c3 = torch.broadcast_tensors(*counter)
    k0, k1 = key
    for _ in range(10):
        h0, l0 = _mul(_M0, c0)
        h1, l1 = _mul(_M1, c2)
        c0, c1, c2, c3 = h1 ^ c1 ^ k0, l1, h0 ^ c3 ^ k1, l0
        k0, k1 = (k0 + _W0) & _MASK, (k1 + _W1) & _MASK
    return c0, c1, c2, c3


@cache
def quantiles() -> Tensor:
    """[4096] float32: the standard normal quantile at (i + 1/2) / 4096."""
    normal = NormalDist()
    return torch.tensor([normal.inv_cdf((i + 0.5) / LEVELS) for i in range(LEVELS)], dtype=torch.float32)


def gaussian(seed: int, trajectories: Tensor | list[int], k: int, count: int) -> Tensor:
    """[len(trajectories), count] float32 noise of iteration k; count must be a multiple of 4."""
    blocks = torch.arange(count // 4)
    rows = torch.as_tensor(trajectories, dtype=torch.int64)[:, None]
    words = philox((blocks, torch.tensor(k), rows, torch.tensor(0)), (seed, STREAM))
    return quantiles()[torch.stack(words, -1).reshape(len(rows), count) >> 20]


def typescript_table() -> str:
    """The table as the TypeScript module src/model/eqr/noise/quantiles.ts."""
    text = base64.b64encode(np.asarray(quantiles().numpy(), dtype="<f4").tobytes()).decode()
    return (
        "// Written by training/export.py from training/noise.py; do not edit.\n"
        "/** 4,096 standard normal quantiles at (i + 1/2) / 4096, little-endian float32. */\n"
        f'export const QUANTILES_BASE64 =\n  "{text}";\n'
    )


def start(seed: int, trajectories: Tensor | list[int], d: int) -> Tensor:
    """z_0 ~ N(0, START_DEVIATION^2 I), [B, 9, 9, 9, d], of the given trajectories."""
    return START_DEVIATION * gaussian(seed, trajectories, 0, 729 * d).view(-1, 9, 9, 9, d)
