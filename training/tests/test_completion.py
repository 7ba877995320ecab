import torch
from torch.nn import functional as nnf
from training.bank import legal
from training.completion import completed, conflicts
from training.tests.test_bank import CPU, with_two_solutions

RNG = torch.Generator().manual_seed(1)


def belief_in(grid: torch.Tensor, share: float) -> torch.Tensor:
    """[n, 81, 9]: `share` on the digits of grid [n, 81], the rest even."""
    return share * nnf.one_hot(grid - 1, 9) + (1 - share) / 9


def test_every_candidate_conflicts_with_eight_of_its_cell_and_twenty_of_its_digit():
    found = conflicts(CPU)
    assert (found.sum(1) == 28).all() and torch.equal(found, found.T)


def test_a_belief_in_a_solution_is_completed_to_that_one_though_some_cells_are_undecided():
    grids = with_two_solutions().solutions[0]
    belief = belief_in(grids, 0.8)
    belief[:, ::9] = 1 / 9
    found = completed(torch.zeros(2, 81, dtype=torch.int64), belief, RNG)
    assert torch.equal(found, grids)


def test_the_givens_outweigh_the_belief():
    grid, other = with_two_solutions().solutions[0].split(1)
    assert torch.equal(completed(grid, belief_in(other, 0.9), RNG), grid)


def test_a_belief_in_no_grid_is_mostly_completed_to_some_solution():
    belief = torch.rand(8, 81, 9, generator=torch.Generator().manual_seed(2)).softmax(-1)
    givens = torch.zeros(8, 81, dtype=torch.int64)
    givens[:, :3] = torch.tensor([1, 2, 3])
    found = completed(givens, belief, RNG, tries=8)
    solutions = found[legal(found, givens)]
    assert len(solutions) >= 6 and len(solutions.unique(dim=0)) == len(solutions)


def test_what_has_no_solution_is_not_legal():
    clash = torch.zeros(1, 81, dtype=torch.int64)
    clash[0, :2] = 5
    assert not legal(completed(clash, torch.full((1, 81, 9), 1 / 9), RNG), clash).any()
