"""Muon for the matrices of the blocks, AdamW for the rest, and the learning rate over time."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from training.model import EqR

WARM_UP = 200


def schedule(step: int, spent: float, hold: float) -> float:
    """Share of the full learning rate when the share `spent` of the run is over: warm-up, constant up to `hold`, then a
    cosine to zero."""
    warm = min(1.0, (step + 1) / WARM_UP)
    over = (spent - hold) / max(1e-9, 1 - hold)
    return warm * (0.5 + 0.5 * math.cos(math.pi * min(1.0, max(0.0, over))))


class Muon(torch.optim.Optimizer):
    """Orthogonalised momentum (Jordan et al. 2024). Matrices of one shape go through Newton-Schulz as one batch:
    a GPU spends its time on starting kernels when each goes alone."""

    def __init__(self, matrices: list[nn.Parameter], lr: float, momentum: float = 0.95, weight_decay: float = 1e-4):
        shapes = sorted({tuple(m.shape) for m in matrices})
        groups = [{"params": [m for m in matrices if tuple(m.shape) == shape]} for shape in shapes]
        super().__init__(groups, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:
        for group in self.param_groups:
            matrices, lr = group["params"], group["lr"]
            gradient = torch.stack([m.grad for m in matrices])
            state = self.state[matrices[0]]
            if "momentum" not in state:
                state["momentum"] = torch.zeros_like(gradient)
            mean = state["momentum"].lerp_(gradient, 1 - group["momentum"])
            update = orthogonalised(gradient.lerp(mean, group["momentum"]))
            rows, columns = matrices[0].shape
            for matrix, change in zip(matrices, update, strict=True):
                scale = lr * max(1.0, rows / columns) ** 0.5
                matrix.mul_(1 - lr * group["weight_decay"]).sub_(change, alpha=scale)


def orthogonalised(matrices: Tensor) -> Tensor:
    """[n, a, b] of the same shape: five steps of Newton-Schulz towards the nearest matrices with singular values 1."""
    u = matrices.bfloat16()
    tall = u.shape[1] > u.shape[2]
    u = u.mT if tall else u
    u = u / u.norm(dim=(1, 2), keepdim=True).clamp(min=1e-7)
    for _ in range(5):
        a = u @ u.mT
        u = 3.4445 * u + (-4.7750 * a + 2.0315 * (a @ a)) @ u
    return (u.mT if tall else u).to(matrices.dtype)


def make_optimizers(model: EqR, lr: float, muon_lr: float) -> list[torch.optim.Optimizer]:
    """AdamW and, unless its rate is 0, Muon for the matrices of the blocks."""
    matrices = [p for p in model.blocks.parameters() if p.ndim == 2] if muon_lr > 0 else []
    taken = {id(p) for p in matrices}
    rest = [p for p in model.parameters() if id(p) not in taken]
    fused = next(model.parameters()).is_cuda
    optimizers: list[torch.optim.Optimizer] = [torch.optim.AdamW(rest, lr=lr, weight_decay=1e-4, fused=fused)]
    return [*optimizers, Muon(matrices, muon_lr)] if matrices else optimizers
