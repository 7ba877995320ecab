from pathlib import Path

import pytest
import torch
from torch.nn import functional as nnf
from training.data import PuzzleSet, allowed, condition, load
from training.slots import SlotRules, Slots

SOLUTION = "534678912672195348198342567859761423426853791713924856961537284287419635345286179"
PUZZLE = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"


def one_puzzle() -> PuzzleSet:
    digits = [[int(c) if c != "." else 0 for c in text] for text in (PUZZLE, SOLUTION)]
    return PuzzleSet(torch.tensor(digits[:1]), torch.tensor(digits[1:]))


def test_load_passes_over_headers_and_torn_lines(tmp_path: Path):
    file = tmp_path / "puzzles.txt"
    file.write_text(f"puzzle,solution,rating\n{PUZZLE},{SOLUTION},3\n{PUZZLE},{SOLUTION[:40]}")
    puzzles = load(file)
    assert len(puzzles) == 1
    assert puzzles.givens[0, :3].tolist() == [5, 3, 0]


def test_load_says_what_to_do_with_an_empty_file(tmp_path: Path):
    file = tmp_path / "empty.txt"
    file.write_text("nothing here\n")
    with pytest.raises(ValueError, match="npm run generate"):
        load(file)


def test_condition_marks_the_given_digit_and_the_others_of_its_cell():
    x = condition(one_puzzle().givens)
    assert x.shape == (1, 9, 9, 9)
    assert x[0, 0, 0].tolist() == [2, 2, 2, 2, 1, 2, 2, 2, 2]
    assert x[0, 0, 2].tolist() == [0] * 9


def test_allowed_is_what_no_peer_rules_out():
    options = allowed(one_puzzle().givens)[0, 2]  # row 1 has 5 3 7, column 3 has 8, the box has 5 3 6 9 8
    assert [d + 1 for d in range(9) if options[d]] == [1, 2, 4]


def slots(**rules) -> Slots:
    rng = torch.Generator().manual_seed(3)
    return Slots(16, 4, [(1.0, one_puzzle())], SlotRules(**rules), rng)


def test_hints_are_correct_cells():
    filled = slots(hints=1.0)
    extra = (filled.givens > 0).sum(1) - (one_puzzle().givens > 0).sum()
    assert extra.min() >= 1 and extra.max() <= 6
    assert ((filled.givens == 0) | (filled.givens == filled.solution)).all()


def test_wrong_nudges_are_told_as_misled_and_respect_the_givens():
    pool = slots(hints=0.0, nudge=1.0, nudge_right=0.0, nudge_own=0.0, nudge_after=0, release=0.0)
    pool.nudge()
    assert (pool.hypotheses > 0).any(1).all()
    wrong = (pool.hypotheses > 0) & (pool.hypotheses != pool.solution)
    assert torch.equal(wrong.any(1), pool.misled())
    assert (allowed(pool.givens).gather(2, (pool.hypotheses - 1).clamp(min=0)[..., None])[wrong]).all()


def test_own_nudges_are_drawn_from_the_softmax_of_undecided_cells():
    pool = slots(hints=0.0, nudge=1.0, nudge_own=1.0, nudge_after=0, release=0.0)
    undecided = torch.zeros(81, dtype=torch.bool)
    undecided[[2, 3, 5]] = True
    shares = torch.zeros(81, 9)
    shares[undecided, 3:5] = 0.5
    shares[~undecided, 0] = 1.0
    pool.belief = shares.expand(16, -1, -1).clone()
    pool.nudge()
    assert (pool.hypotheses[:, ~undecided] == 0).all()
    assert set(pool.hypotheses.unique().tolist()) == {0, 4, 5}


def test_nudges_are_released_and_solved_slots_are_refilled():
    pool = slots(nudge=1.0, nudge_after=0, release=1.0, solved_segments=2, hints=0.0)
    pool.nudge()
    pool.nudge()
    assert (pool.hypotheses == 0).all()
    pool.age[:] = 0
    solved = torch.ones(16, dtype=torch.bool)
    assert len(pool.after_segment(pool.z, solved, pool.belief)) == 0
    assert len(pool.after_segment(pool.z, solved, pool.belief)) == 16
    assert (pool.age == 0).all()


def test_a_state_that_is_no_number_is_replaced():
    pool = slots()
    pool.age[:] = 0
    z = pool.z.clone()
    z[2, 0, 0, 0, 0] = torch.nan
    pool.after_segment(z, torch.zeros(16, dtype=torch.bool), pool.belief)
    assert torch.isfinite(pool.z).all()


def test_a_group_shares_its_puzzle_and_ends_as_one():
    pool = slots(together=4, solved_segments=1, hints=1.0)
    groups = pool.givens.view(4, 4, 81)
    assert (groups == groups[:, :1]).all()
    assert not torch.equal(pool.z[0], pool.z[1])
    pool.age[:] = 0
    solved = torch.ones(16, dtype=torch.bool)
    solved[0] = False
    assert len(pool.after_segment(pool.z, solved, pool.belief)) == 12
    assert pool.age.tolist() == [1] * 4 + [0] * 12


def test_the_loss_favours_the_start_nearest_to_the_solution():
    pool = slots(together=4, favour=0.7)
    assert torch.allclose(pool.shares(), torch.ones(16))
    pool.belief[1] = nnf.one_hot(pool.solution[1] - 1, 9).float()
    shares = pool.shares()
    assert torch.allclose(shares[:4].mean(), torch.ones(()))
    assert shares[1] > 3.0 and shares[0] < 0.31


def test_groups_must_fill_the_slots():
    with pytest.raises(ValueError, match="multiple"):
        slots(together=5)
