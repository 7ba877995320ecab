import random

import torch
from training.bank import Bank, legal
from training.data import PuzzleSet, load, save
from training.several import make, random_solution
from training.slots import SlotRules, Slots
from training.tests.test_data_and_slots import one_puzzle

CPU = torch.device("cpu")


def with_two_solutions() -> PuzzleSet:
    """No givens; the known grid and the same with 1 and 2 exchanged."""
    grid = one_puzzle().solutions
    exchanged = torch.tensor([0, 2, 1, 3, 4, 5, 6, 7, 8, 9])[grid]
    return PuzzleSet(torch.zeros(1, 81, dtype=torch.int64), torch.stack([grid, exchanged], 1))


def test_sets_are_drawn_by_their_weights():
    bank = Bank([(0.0, one_puzzle()), (1.0, with_two_solutions())], CPU)
    source, puzzle = bank.draw(20, torch.Generator().manual_seed(1))
    assert source.tolist() == [1] * 20 and puzzle.tolist() == [1] * 20
    assert bank.several(torch.tensor([0, 1])).tolist() == [False, True]


def test_the_nearest_solution_is_the_one_believed_in():
    two = with_two_solutions()
    bank = Bank([(1.0, one_puzzle()), (1.0, two)], CPU)
    for chosen in range(2):
        belief = torch.full((2, 81, 9), 1 / 9)
        belief[1, 0] = torch.nn.functional.one_hot(two.solutions[0, chosen, 0] - 1, 9).float()
        belief[1, 1:50] = torch.nn.functional.one_hot(two.solutions[0, chosen, 1:50] - 1, 9).float()
        nearest = bank.nearest(torch.tensor([0, 1]), belief)
        assert torch.equal(nearest[0], one_puzzle().solutions[0])
        assert torch.equal(nearest[1], two.solutions[0, chosen])


def test_legal_keeps_the_givens_and_repeats_nothing():
    puzzle = one_puzzle()
    grid = puzzle.solutions[0]
    exchanged = torch.tensor([0, 2, 1, 3, 4, 5, 6, 7, 8, 9])[grid]
    twice = grid.clone()
    twice[0] = twice[1]
    digits = torch.stack([grid, exchanged, twice, torch.ones_like(grid)])
    assert legal(digits, puzzle.givens.expand(4, -1)).tolist() == [True, False, False, False]
    assert legal(digits, torch.zeros(4, 81, dtype=torch.int64)).tolist() == [True, True, False, False]


def test_a_slot_aims_at_what_it_holds_or_at_the_nearest_solution():
    two = with_two_solutions()
    pool = Slots(8, 4, [(1.0, two)], SlotRules(hints=1.0, nudge=1.0, nudge_after=0), torch.Generator().manual_seed(1))
    assert (pool.givens == 0).all()
    pool.nudge()
    assert (pool.hypotheses == 0).all()
    pool.age[:] = 0
    # Another grid that solves it, not among the two.
    other = torch.tensor([0, 9, 8, 7, 6, 5, 4, 3, 2, 1])[two.solutions[0, 0]]
    belief = torch.nn.functional.one_hot(two.solutions[0, 1] - 1, 9).float().repeat(8, 1, 1)
    belief[0] = torch.nn.functional.one_hot(other - 1, 9).float()
    belief[1, :10] = 1 / 9
    pool.after_segment(pool.z, torch.zeros(8, dtype=torch.bool), belief)
    assert torch.equal(pool.solution[0], other)
    assert torch.equal(pool.solution[1], two.solutions[0, 1])


def test_sampled_solutions_solve_the_puzzle_and_survive_the_file(tmp_path):
    made = make(one_puzzle(), 2, 3, random.Random(1))
    save(tmp_path / "several.npz", made)
    read = load(tmp_path / "several.npz")
    assert read.solutions.shape == (2, 3, 81) and torch.equal(read.givens, made.givens)
    for i in range(3):
        assert legal(read.solutions[:, i], read.givens).all()


def test_a_puzzle_without_a_solution_has_no_random_one():
    clash = [5, 5] + [0] * 79
    assert random_solution(clash, random.Random(1)) is None
    assert random_solution(one_puzzle().givens[0].tolist(), random.Random(1)) == one_puzzle().solutions[0].tolist()
