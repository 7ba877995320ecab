"""A segment: 4 iterations with gradient from a detached start, its loss, and the noise along the way.

Loss of a slot: cross-entropy of the solution + 0.1 BCE(q, solved) + 0.1 residual where it is solved and no noise acts,
so that solutions are fixed points at every lambda; while a wrong hypothesis stands only q is asked, with target 0.

A slot that keeps to older weights (`--keep`) has another loss: how far its steps, beliefs and q go from theirs. It has
no gradient where the two maps agree, so that a few slots that learn something new do not shake loose what was learnt.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as nnf

from training.bank import legal
from training.model import EqR

ITERATIONS = 4
Q_WEIGHT = 0.1
REST_WEIGHT = 0.1
# Of the mean squared difference of f and the older f; both have the mean square 1 (`rms_norm`).
KEEP_WEIGHT = 20.0
# z, x, lambda, noise, sigma, givens, solution, misled, share, kept: see `make_segment`.
Inputs = tuple[Tensor, ...]


def make_segment(model: EqR, bf16: bool, compiled: bool, older: EqR | None = None):
    """(z [B, 9, 9, 9, d], x, lam [B], noise [4, like z], sigma [B], givens [B, 81], solution, misled [B], share [B],
    kept [B]) -> summed loss, z, solved [B], softmax [B, 81, 9]. share: what each slot's cross-entropy counts; kept:
    which slots keep to the `older` map, none without one."""

    def segment(
        z: Tensor,
        x: Tensor,
        lam: Tensor,
        noise: Tensor,
        sigma: Tensor,
        givens: Tensor,
        solution: Tensor,
        misled: Tensor,
        share: Tensor,
        kept: Tensor,
    ):
        lam, wide = lam.view(-1, 1, 1, 1, 1), sigma.view(-1, 1, 1, 1, 1)
        apart = torch.zeros_like(share)
        for k in range(ITERATIONS):
            before = z
            with torch.autocast(z.device.type, torch.bfloat16, enabled=bf16):
                moved = model.iterate(z, x, lam).float()
            if older is not None:
                with torch.no_grad(), torch.autocast(z.device.type, torch.bfloat16, enabled=bf16):
                    aim = older.iterate(z, x, lam).float()
                # Over lambda: as far as the undamped maps are apart.
                apart = apart + ((moved - aim) / lam).square().flatten(1).mean(1)
            z = moved + wide * noise[k]
        logits, q = model.logits(z).view(-1, 81, 9), model.q(z)
        solved = legal(logits.argmax(-1) + 1, givens)
        ce = nnf.cross_entropy(logits.transpose(1, 2), solution - 1, reduction="none").mean(1)
        target = (solved & ~misled).float()
        bce = nnf.binary_cross_entropy_with_logits(q, target, reduction="none")
        change, size = (moved - before).flatten(1), before.flatten(1)
        residual = (change.square().mean(1) / size.square().mean(1) + 1e-8).sqrt()
        rest = target * (sigma == 0)
        loss = share * ce * ~misled + Q_WEIGHT * bce + REST_WEIGHT * rest * residual
        if older is not None:
            loss = torch.where(kept, KEEP_WEIGHT * apart + _heads_apart(older, z, logits, q), loss)
        return loss.sum(), z.detach(), solved, logits.detach().softmax(-1)

    return torch.compile(segment, dynamic=False) if compiled else segment


def _heads_apart(older: EqR, z: Tensor, logits: Tensor, q: Tensor) -> Tensor:
    """[B]: what the heads say of z against what the older ones say: Kullback-Leibler divergence a cell, q's loss."""
    with torch.no_grad():
        belief, halt = older.logits(z).view(-1, 81, 9).log_softmax(-1), older.q(z).sigmoid()
    divergence = nnf.kl_div(logits.log_softmax(-1), belief, reduction="none", log_target=True).sum(2).mean(1)
    return divergence + Q_WEIGHT * nnf.binary_cross_entropy_with_logits(q, halt, reduction="none")


class Noise:
    """Normals for the path of a segment. On a CPU they are cut out of a pool at a random place, for drawing them all
    anew took a quarter of a step's time; the pool is drawn anew every 64 cuts. A GPU draws as fast as it reads."""

    def __init__(self, size: int = 2**23, renew: int = 64):
        self.size, self.renew, self.cuts = size, renew, 0
        self.pool = torch.empty(0)

    def draw(self, z: Tensor) -> Tensor:
        """[4, like z]."""
        count = ITERATIONS * z.numel()
        if z.is_cuda or count > self.size // 2:
            return torch.randn(ITERATIONS, *z.shape, device=z.device)
        if self.cuts % self.renew == 0:
            self.pool = torch.randn(self.size)
        self.cuts += 1
        at = int(torch.randint(0, self.size - count, (1,)))
        return self.pool[at : at + count].view(ITERATIONS, *z.shape)
