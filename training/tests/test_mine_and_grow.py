import json
import sys
from itertools import pairwise
from pathlib import Path

import pytest
import torch
from training.data import PuzzleSet, condition, load, save
from training.flow import Check, flow
from training.grow import main
from training.mine import mine
from training.model import Config, EqR
from training.optimizers import orthogonalised, schedule
from training.rollout import Path as Way
from training.rollout import rollout
from training.tests.test_data_and_slots import one_puzzle


def many(count: int) -> PuzzleSet:
    return PuzzleSet(one_puzzle().givens.repeat(count, 1), one_puzzle().solutions.repeat(count, 1))


def test_flow_runs_every_row_to_its_own_end():
    torch.manual_seed(0)
    model = EqR(Config(d=4)).eval()
    ends = torch.tensor([8, 24, 8, 16, 8])
    seen: dict[int, int] = {}

    def check(now: Check) -> torch.Tensor:
        seen.update(zip(now.row.tolist(), now.age.tolist(), strict=True))
        return now.age >= ends[now.row]

    begun = flow(model, many(5).givens, lambda rows: torch.randn(len(rows), 9, 9, 9, 4), Way(), 2, check)
    assert begun == 5
    assert [seen[row] for row in range(5)] == ends.tolist()


def test_annealed_noise_rests_at_the_end_of_each_period():
    noise = Way(sigma=0.1, period=4, share=0.75).noise(torch.arange(8))
    assert noise.tolist() == pytest.approx([0.1, 0.1, 0.1, 0] * 2)
    assert Way(sigma=0.1).noise(torch.arange(3)).tolist() == pytest.approx([0.1] * 3)


def test_a_rollout_with_annealed_noise_is_the_noiseless_map_at_the_end_of_each_period():
    torch.manual_seed(0)
    model = EqR(Config(d=8)).eval()
    x = condition(torch.zeros(1, 81, dtype=torch.int64))
    z = [moment.z for moment in rollout(model, x, torch.tensor([0]), 1, Way(0.7, 0.1, 4, 0.75), 8)]
    still = [torch.equal(after, model.iterate(before, x, 0.7)) for before, after in pairwise(z)]
    assert still == [False, False, False, True] * 2


def test_mining_keeps_what_is_not_solved():
    torch.manual_seed(0)
    model = EqR(Config(d=4)).eval()
    hopeless = many(3)
    assert mine(model, hopeless, iterations=8, places=2).tolist() == [True] * 3
    # What the untrained map decodes counts as the solution: then nothing fails.
    easy = PuzzleSet(hopeless.givens, torch.ones_like(hopeless.solutions))
    with torch.no_grad():
        model.digit.zero_()
    assert mine(model, easy, iterations=8, places=2).tolist() == [False] * 3
    assert len(mine(model, easy, places=2, seconds=0)) == 0


def test_the_rate_warms_up_holds_and_falls_to_nothing():
    assert schedule(0, 0.0, 0.5) == pytest.approx(1 / 200)
    assert schedule(500, 0.5, 0.5) == 1
    assert schedule(500, 0.75, 0.5) == pytest.approx(0.5)
    assert schedule(500, 1.0, 0.5) == pytest.approx(0)


def test_muon_makes_singular_values_alike():
    torch.manual_seed(0)
    values = torch.linalg.svdvals(orthogonalised(torch.randn(3, 16, 8)))
    assert values.min() > 0.5 and values.max() < 1.4


def test_growing_mines_and_trains_round_by_round_and_resumes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    save(tmp_path / "pool.txt", many(4))
    assert len(load(tmp_path / "pool.txt")) == 4
    out, data = tmp_path / "run", f"{tmp_path / 'pool.txt'}=1"
    train = "--features 4 --slots 8 --no-compile --steps 2"
    argv = ["--out", str(out), "--pool", str(tmp_path / "pool.txt"), "--data", data, "--rounds", "1", "--mine", "4"]
    argv += ["--minutes", "0.002", "--first-minutes", "0.002", "--generate", "0", "--train", train]
    argv += ["--train-first", train, "--develop", f"{tmp_path / 'pool.txt'}:2"]
    main(argv)
    lines = [json.loads(line) for line in (out / "figures.jsonl").read_text().splitlines()]
    assert [line["round"] for line in lines] == [0, 1, 1]
    assert lines[0]["puzzles"] == 2 and lines[1] == {**lines[1], "tried": 4, "failed": 4}
    assert torch.load(out / "checkpoint.pt", weights_only=True)["config"] == {"d": 4, "blocks": 2}
    mined = (out / "round-1" / "mined.txt").stat().st_mtime
    main(argv)
    assert (out / "round-1" / "mined.txt").stat().st_mtime == mined
    assert "training.grow" in sys.modules
