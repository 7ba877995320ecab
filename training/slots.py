"""Slots: puzzles whose latent state persists from segment to segment while the map is trained.

A slot holds one puzzle with its own damping and noise. It is refilled when it has been solved for a while or has had
its share of segments. Some slots get extra correct cells from the start, and some get nudges: hypotheses, right or
wrong, presented as if given and taken away again, so that the map learns to use a right one and to leave a wrong one.
Neighbouring slots hold the same puzzle from different starts, and the loss favours the start that is nearest to the
solution (multiple choice learning): starts then keep apart and search different places, which is what breadth lives on.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from training.data import PuzzleSet, allowed, condition


@dataclass(frozen=True)
class SlotRules:
    """Probabilities and bounds of the recipe; segments are of 4 iterations.

    together: starts of one puzzle that are trained side by side. favour: from 0, each counts the same, to 1, softmin of
    their cross-entropies at temperature `spread` (nats a cell).
    """

    lam: tuple[float, float] = (0.5, 0.95)
    sigma_max: float = 0.2
    noiseless: float = 0.4
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
    """State of `count` slots, refilled from weighted puzzle sets. `rng` decides everything."""

    def __init__(self, count: int, d: int, sets: list[tuple[float, PuzzleSet]], rules: SlotRules, rng: torch.Generator):
        if count % rules.together:
            raise ValueError(f"{count} slots cannot hold groups of {rules.together}: take a multiple of it.")
        self.count, self.d, self.rules, self.rng = count, d, rules, rng
        self.set_sets(sets)
        self.z = torch.zeros(count, 9, 9, 9, d)
        self.givens = torch.zeros(count, 81, dtype=torch.int64)
        self.solution = torch.zeros(count, 81, dtype=torch.int64)
        self.hypotheses = torch.zeros(count, 81, dtype=torch.int64)
        self.belief = torch.full((count, 81, 9), 1 / 9)
        self.lam = torch.zeros(count)
        self.sigma = torch.zeros(count)
        self.source = torch.zeros(count, dtype=torch.int64)
        self.age = torch.zeros(count, dtype=torch.int64)
        self.solved_for = torch.zeros(count, dtype=torch.int64)
        self.first_solved = torch.full((count,), -1, dtype=torch.int64)
        self.refill(torch.ones(count, dtype=torch.bool))
        # Ages start spread out, so that slots do not all end together.
        ages = torch.randint(0, rules.segments, (count // rules.together,), generator=rng)
        self.age = ages.repeat_interleave(rules.together)

    def set_sets(self, sets: list[tuple[float, PuzzleSet]]) -> None:
        self.sets = [s for _, s in sets]
        self.weights = torch.tensor([w for w, _ in sets])

    def _rand(self, *shape: int) -> Tensor:
        return torch.rand(*shape, generator=self.rng)

    def refill(self, which: Tensor) -> None:
        """Puts new puzzles and random starts into the slots where `which` [count], the same for a group, is true."""
        together = self.rules.together
        for first in range(0, self.count, together):
            if which[first]:
                source, givens, solution = self._puzzle()
                for i in range(first, first + together):
                    self.source[i], self.givens[i], self.solution[i] = source, givens, solution
                    self._start(i)

    def _puzzle(self) -> tuple[int, Tensor, Tensor]:
        """A puzzle of a set drawn by weight, some with hints: source, givens [81], solution [81]."""
        source = int(torch.multinomial(self.weights, 1, generator=self.rng))
        puzzles = self.sets[source]
        j = int(torch.randint(0, len(puzzles), (1,), generator=self.rng))
        givens, solution = puzzles.givens[j].clone(), puzzles.solutions[j]
        if float(self._rand(1)) < self.rules.hints:
            blank = (givens == 0).nonzero().flatten()
            m = int(torch.randint(1, self.rules.hints_max + 1, (1,), generator=self.rng))
            cells = blank[torch.randperm(len(blank), generator=self.rng)[:m]]
            givens[cells] = solution[cells]
        return source, givens, solution

    def _start(self, i: int) -> None:
        rules = self.rules
        low, high = rules.lam
        self.lam[i] = low + (high - low) * float(self._rand(1))
        self.sigma[i] = 0.0 if float(self._rand(1)) < rules.noiseless else rules.sigma_max * float(self._rand(1))
        self.z[i] = torch.randn(9, 9, 9, self.d, generator=self.rng)
        self.hypotheses[i] = 0
        self.belief[i] = 1 / 9
        self.age[i] = self.solved_for[i] = 0
        self.first_solved[i] = -1

    def nudge(self) -> None:
        """Sets and releases hypotheses for the coming segment."""
        rules = self.rules
        standing = (self.hypotheses > 0).any(1)
        release = standing & (self._rand(self.count) < rules.release)
        self.hypotheses[release] = 0
        due = ~standing & (self.solved_for == 0) & (self.age >= rules.nudge_after)
        due &= self._rand(self.count) < rules.nudge
        for i in due.nonzero().flatten().tolist():
            own = float(self._rand(1)) < rules.nudge_own
            open_cells = self.givens[i] == 0
            if own:
                open_cells &= self.belief[i].amax(1) < rules.undecided
            cells = open_cells.nonzero().flatten()
            m = int(torch.randint(1, rules.nudge_max + 1, (1,), generator=self.rng))
            cells = cells[torch.randperm(len(cells), generator=self.rng)[:m]]
            self.hypotheses[i, cells] = self._own_digits(i, cells) if own else self._drawn_digits(i, cells)

    def _own_digits(self, i: int, cells: Tensor) -> Tensor:
        """Digits as a run draws its hypotheses: from the network's own softmax of the last state."""
        if len(cells) == 0:
            return cells
        return torch.multinomial(self.belief[i, cells], 1, generator=self.rng)[:, 0] + 1

    def _drawn_digits(self, i: int, cells: Tensor) -> Tensor:
        """The right digit with probability nudge_right, else a wrong one that the givens allow."""
        options = allowed(self.givens[i : i + 1])[0]
        digits = self.solution[i, cells].clone()
        for j, cell in enumerate(cells.tolist()):
            wrong = [o + 1 for o in options[cell].nonzero().flatten().tolist() if o + 1 != digits[j]]
            if wrong and float(self._rand(1)) >= self.rules.nudge_right:
                digits[j] = wrong[int(torch.randint(0, len(wrong), (1,), generator=self.rng))]
        return digits

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

    def after_segment(self, z: Tensor, solved: Tensor, belief: Tensor) -> Tensor:
        """Takes the new states in, with their softmax [count, 81, 9]; refills what is done. Returns [n, 3] (source,
        solved, segments) of what ended."""
        rules = self.rules
        self.z, self.belief = z, belief
        self.age += 1
        free = (self.hypotheses == 0).all(1)
        newly = solved & free & (self.first_solved < 0)
        self.first_solved[newly] = self.age[newly]
        self.solved_for = torch.where(solved & free, self.solved_for + 1, 0)
        broken = ~torch.isfinite(z).flatten(1).all(1)
        rested = (self.solved_for >= rules.solved_segments).view(-1, rules.together).all(1)
        over = ((self.age >= rules.segments) | broken).view(-1, rules.together).any(1)
        # A group ends as one: those that are solved stay with the others and are trained to rest.
        done = (rested | over).repeat_interleave(rules.together)
        ended = torch.stack([self.source[done], (self.solved_for[done] > 0).long(), self.first_solved[done]], 1)
        self.refill(done)
        return ended
