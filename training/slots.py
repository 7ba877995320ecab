"""Slots: puzzles whose latent state persists from segment to segment while the map is trained.

A slot holds one puzzle with its own damping and noise; all of them live on one device and change by whole-tensor
operations. Neighbouring slots hold the same puzzle from different starts, and the loss favours the start that is
nearest to the solution (multiple choice learning): starts then keep apart and search different places, which is what
breadth lives on. Some slots get extra correct cells from the start, and some get nudges: hypotheses, right or wrong,
presented as if given and taken away again, so that the map learns to use a right one and to leave a wrong one. Of a
puzzle with several solutions the target is what the state believes now, completed to a solution.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from training.bank import Bank, legal
from training.completion import completed
from training.data import PuzzleSet, condition
from training.hypotheses import drawn_digits, few, own_digits


@dataclass(frozen=True)
class SlotRules:
    """Probabilities and bounds of the recipe; segments are of 4 iterations.

    together: starts of one puzzle that are trained side by side. favour: from 0, each counts the same, to 1, softmin of
    their cross-entropies at temperature `spread` (nats a cell). deviation: of the starts, drawn for a group.
    """

    lam: tuple[float, float] = (0.5, 0.95)
    sigma_max: float = 0.2
    noiseless: float = 0.4
    deviation: tuple[float, float] = (1.0, 3.0)
    together: int = 8
    favour: float = 0.9
    spread: float = 0.1
    hints: float = 0.3
    hints_max: int = 6
    nudge_after: int = 2
    nudge: float = 0.25
    nudge_max: int = 4
    nudge_right: float = 0.7
    nudge_own: float = 0.25
    undecided: float = 0.97
    release: float = 0.4
    segments: int = 64
    solved_segments: int = 4


class Slots:
    """State of `count` slots on the device of `rng`, which decides everything."""

    def __init__(self, count: int, d: int, sets: list[tuple[float, PuzzleSet]], rules: SlotRules, rng: torch.Generator):
        if count % rules.together:
            raise ValueError(f"{count} slots cannot hold groups of {rules.together}: take a multiple of it.")
        self.count, self.d, self.rules, self.rng = count, d, rules, rng
        self.bank = Bank(sets, rng.device)

        def whole(*shape: int) -> Tensor:
            return torch.zeros(count, *shape, dtype=torch.int64, device=rng.device)

        self.z = torch.zeros(count, 9, 9, 9, d, device=rng.device)
        self.belief = torch.zeros(count, 81, 9, device=rng.device)
        self.lam, self.sigma = self.z.new_zeros(count), self.z.new_zeros(count)
        self.givens, self.solution, self.hypotheses = whole(81), whole(81), whole(81)
        self.source, self.puzzle, self.age, self.solved_for = whole(), whole(), whole(), whole()
        self.refill(torch.ones(count, dtype=torch.bool, device=rng.device))
        # Ages start spread out, so that slots do not all end together.
        groups = count // rules.together
        ages = torch.randint(0, rules.segments, (groups,), generator=rng, device=rng.device)
        self.age = ages.repeat_interleave(rules.together)

    def _rand(self, *shape: int) -> Tensor:
        return torch.rand(*shape, generator=self.rng, device=self.rng.device)

    def refill(self, which: Tensor) -> None:
        """Puts new puzzles and random starts into the slots where `which` [count], the same for a group, is true."""
        rules, n, together = self.rules, int(which.sum()), self.rules.together
        if n == 0:
            return
        source, puzzle = self.bank.draw(n // together, self.rng)
        givens, solution = self._hinted(puzzle)
        low, high = rules.deviation
        deviation = low + (high - low) * self._rand(n // together)
        for mine, drawn in (
            (self.source, source),
            (self.puzzle, puzzle),
            (self.givens, givens),
            (self.solution, solution),
        ):
            mine[which] = drawn.repeat_interleave(together, 0)
        low, high = rules.lam
        self.lam[which] = low + (high - low) * self._rand(n)
        self.sigma[which] = torch.where(self._rand(n) < rules.noiseless, 0.0, rules.sigma_max * self._rand(n))
        starts = torch.randn(n, 9, 9, 9, self.d, generator=self.rng, device=self.rng.device)
        self.z[which] = starts * deviation.repeat_interleave(together).view(-1, 1, 1, 1, 1)
        self.belief[which] = 1 / 9
        self.hypotheses[which] = self.age[which] = self.solved_for[which] = 0

    def _hinted(self, puzzle: Tensor) -> tuple[Tensor, Tensor]:
        """Givens and a solution of bank puzzles [n], some of those with one solution with correct cells as givens."""
        givens, solution = self.bank.givens[puzzle].long(), self.bank.solutions[self.bank.first[puzzle]].long()
        some = (self._rand(len(puzzle)) < self.rules.hints) & ~self.bank.several(puzzle)
        cells = few(givens == 0, self.rules.hints_max, self.rng) & some[:, None]
        return torch.where(cells, solution, givens), solution

    def nudge(self) -> None:
        """Sets and releases hypotheses for the coming segment."""
        rules = self.rules
        standing = (self.hypotheses > 0).any(1)
        released = standing & (self._rand(self.count) < rules.release)
        due = ~standing & (self.solved_for == 0) & (self.age >= rules.nudge_after) & ~self.bank.several(self.puzzle)
        due &= self._rand(self.count) < rules.nudge
        own = (self._rand(self.count) < rules.nudge_own)[:, None]
        open_cells = (self.givens == 0) & (~own | (self.belief.amax(2) < rules.undecided))
        cells = few(open_cells, rules.nudge_max, self.rng) & due[:, None]
        drawn = drawn_digits(self.givens, self.solution, rules.nudge_right, self.rng)
        digits = torch.where(own, own_digits(self.belief, self.rng), drawn)
        self.hypotheses = torch.where(cells, digits, self.hypotheses.masked_fill(released[:, None], 0))

    def shares(self) -> Tensor:
        """[count], mean 1 in a group: what a start's cross-entropy counts, more where it was small a segment ago."""
        rules = self.rules
        right = self.belief.gather(2, (self.solution - 1)[:, :, None]).clamp_min(1e-6)
        ce = -right.log().mean((1, 2)).view(-1, rules.together)
        nearest = (-ce / rules.spread).softmax(1) * rules.together
        return (1 + rules.favour * (nearest - 1)).flatten()

    def x(self) -> Tensor:
        """Condition of every slot, hypotheses presented as if given."""
        return condition(torch.where(self.hypotheses > 0, self.hypotheses, self.givens))

    def misled(self) -> Tensor:
        """[count] bool: a wrong hypothesis stands."""
        return ((self.hypotheses > 0) & (self.hypotheses != self.solution)).any(1)

    def running(self) -> Tensor:
        """[count] bool: not resting. A start that is solved and has been trained to rest waits for its group."""
        return self.solved_for < self.rules.solved_segments

    def after_segment(self, z: Tensor, solved: Tensor, belief: Tensor) -> Tensor:
        """Takes the new states in, with their softmax [count, 81, 9]; refills what is done. Returns [n, 2] (source,
        solved) of what ended."""
        rules = self.rules
        self.z, self.belief = z, belief
        self.age += 1
        free = (self.hypotheses == 0).all(1)
        self.solved_for = torch.where(solved & free, self.solved_for + 1, 0)
        broken = ~torch.isfinite(z).flatten(1).all(1)
        rested = (self.solved_for >= rules.solved_segments).view(-1, rules.together).all(1)
        over = ((self.age >= rules.segments) | broken).view(-1, rules.together).any(1)
        # A group ends as one: those that are solved wait for the others.
        done = (rested | over).repeat_interleave(rules.together)
        ended = torch.stack([self.source[done], (self.solved_for[done] > 0).long()], 1)
        self.refill(done)
        self._aim()
        return ended

    def _aim(self) -> None:
        """The targets of puzzles with several solutions: what the state holds where that is one, else its belief
        completed to one, else the nearest of those sampled."""
        several = self.bank.several(self.puzzle)
        if self.bank.most == 1 or not several.any():
            return
        belief, givens, puzzle = self.belief[several], self.givens[several], self.puzzle[several]
        aim = belief.argmax(2) + 1
        undecided = ~legal(aim, givens)
        aim[undecided] = completed(givens[undecided], belief[undecided], self.rng)
        aimless = ~legal(aim, givens)
        aim[aimless] = self.bank.nearest(puzzle[aimless], belief[aimless])
        self.solution[several] = aim
