import copy

import pytest
import torch
from training.data import condition, parts
from training.model import Config, EqR
from training.segment import ITERATIONS, make_segment
from training.tests.test_data_and_slots import one_puzzle


def inputs(kept: bool) -> tuple[torch.Tensor, ...]:
    rng = torch.Generator().manual_seed(1)
    givens, solution = (t.expand(2, -1) for t in (one_puzzle().givens, one_puzzle().solutions))
    z = torch.randn(2, 9, 9, 9, 8, generator=rng)
    noise = torch.randn(ITERATIONS, *z.shape, generator=rng)
    about = (givens, solution, torch.zeros(2, dtype=torch.bool), torch.ones(2), torch.full((2,), kept))
    return (z, condition(givens), torch.full((2,), 0.7), noise, torch.full((2,), 0.1), *about)


def pulls(model: EqR, older: EqR | None, kept: bool) -> torch.Tensor:
    """The gradient of a segment's loss, all of it in one row."""
    model.zero_grad()
    make_segment(model, False, False, older)(*inputs(kept))[0].backward()
    return torch.cat([p.grad.flatten() for p in model.parameters()])


@pytest.fixture
def model() -> EqR:
    torch.manual_seed(3)
    model = EqR(Config(d=8))
    torch.nn.init.normal_(model.q_weight)
    return model


def test_what_is_kept_to_the_same_weights_pulls_nowhere(model: EqR):
    older = copy.deepcopy(model).requires_grad_(False)
    assert pulls(model, older, True).abs().max() < 1e-6
    assert pulls(model, older, False).abs().max() > 1e-3


def test_what_is_kept_pulls_back_to_older_weights(model: EqR):
    older = copy.deepcopy(model).requires_grad_(False)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter += 0.01 * torch.randn_like(parameter)
    away = torch.cat([(p - o).flatten() for p, o in zip(model.parameters(), older.parameters(), strict=True)])
    assert pulls(model, older, True) @ away > 0


def test_what_is_not_kept_learns_as_without_older_weights(model: EqR):
    older = EqR(Config(d=8)).requires_grad_(False)
    torch.testing.assert_close(pulls(model, older, False), pulls(model, None, False))


def test_a_set_says_whether_it_teaches(tmp_path):
    (tmp_path / "a.txt").touch()
    there, missing = tmp_path / "a.txt", tmp_path / "b.txt"
    found = parts([f"{there}=.5:800!", f"{missing}=.2!?", f"{there}=.3?", f"{there}=1!?"])
    assert [(part.weight, part.rows, part.teaches) for part in found] == [
        (0.5, 800, True),
        (0.3, None, False),
        (1.0, None, True),
    ]
