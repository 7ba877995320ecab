import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from torch import Tensor
from training.data import condition, load
from training.evaluate import evaluate, load_checkpoint
from training.export import flops, parity_cases, write_index, write_weights
from training.model import Config, EqR
from training.rollout import Path as Way
from training.rollout import Settling, rollout
from training.tests.test_data_and_slots import PUZZLE, SOLUTION

ROOT = Path(__file__).parents[2]


@pytest.fixture
def puzzles(tmp_path: Path) -> Path:
    file = tmp_path / "puzzles.txt"
    file.write_text(f"{PUZZLE},{SOLUTION},0\n" * 4)
    return file


def train(puzzles: Path, out: Path, steps: int, *more: str, processes: int = 1) -> dict:
    command = [sys.executable, "-m", "training.run"]
    if processes > 1:
        command = [
            sys.executable,
            "-m",
            "torch.distributed.run",
            f"--nproc_per_node={processes}",
            "--master_port=29533",
        ]
        command += ["-m", "training.run"]
    command += ["--data", f"{puzzles}=1", "--out", str(out), "--steps", str(steps), "--slots", "16", "--micro", "4"]
    command += ["--features", "8", "--no-compile", "--save-every", "4", *more]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
    return torch.load(out / "checkpoint.pt", weights_only=True)


def test_training_learns_resumes_and_repeats(puzzles: Path, tmp_path: Path):
    first = train(puzzles, tmp_path / "a", 4)
    again = train(puzzles, tmp_path / "b", 4)
    assert all(torch.equal(first["model"][k], again["model"][k]) for k in first["model"])
    resumed = train(puzzles, tmp_path / "a", 40)
    assert resumed["step"] == 40
    lines = [json.loads(line) for line in (tmp_path / "a" / "metrics.jsonl").read_text().splitlines()]
    assert lines[-1]["loss"] < lines[0]["loss"]


def test_two_processes_hold_the_same_weights_as_each_other_and_differ_from_one(puzzles: Path, tmp_path: Path):
    two = train(puzzles, tmp_path / "two", 4, processes=2)
    again = train(puzzles, tmp_path / "two-again", 4, processes=2)
    assert two["step"] == 4
    assert all(torch.equal(two["model"][k], again["model"][k]) for k in two["model"])


def test_rollout_measures_the_residual_of_the_noiseless_map():
    torch.manual_seed(0)
    model = EqR(Config(d=8)).eval()
    x = condition(torch.zeros(1, 81, dtype=torch.int64))
    moments = list(rollout(model, x, torch.tensor([0]), 1, Way(0.7, 0.1), 2))
    moved = model.iterate(moments[1].z, x, 0.7)
    expected = (moved - moments[1].z).norm() / moments[1].z.norm()
    assert torch.isnan(moments[0].residual).all()
    assert float(moments[2].residual[0]) == pytest.approx(float(expected), rel=1e-5)
    assert not torch.allclose(moments[2].z, moved)


def test_settling_marks_the_first_of_three_below_the_tolerance():
    settling = Settling(2, 0.1)
    for k, pair in enumerate([(1, 1), (0.05, 0.05), (0.05, 1), (0.05, 0.05), (0.05, 0.05)]):
        settling.take(type("M", (), {"k": k, "residual": torch.tensor(pair)})())
    assert settling.at.tolist() == [1, -1]


def test_evaluation_counts_what_it_should(puzzles: Path):
    torch.manual_seed(0)
    result = evaluate(EqR(Config(d=8)).eval(), load(puzzles), 2, 0.7, 0.0, [2, 4])
    assert result["puzzles"] == 4
    assert result["depths"][4]["one"] == 0


class Drawn(EqR):
    """A map that draws every state to the same one, and counts its iterations."""

    iterations = 0

    def iterate(self, z: Tensor, x: Tensor, lam: float | Tensor) -> Tensor:
        self.iterations += 1
        return z + 0.99 * (1 - z)


def test_an_evaluation_with_annealed_noise_stops_while_the_noise_pauses(puzzles: Path):
    one = load(puzzles)[slice(0, 1)]

    def iterations(stop: bool) -> int:
        model = Drawn(Config(d=8)).eval()
        evaluate(model, one, 2, 0.7, 0.1, [64], places=2, anneal=(32, 0.75), stop=stop)
        return model.iterations

    assert (iterations(stop=False), iterations(stop=True)) == (64, 32)


def test_export_writes_what_the_page_reads(puzzles: Path, tmp_path: Path):
    train(puzzles, tmp_path / "run", 4)
    model = load_checkpoint(tmp_path / "run" / "checkpoint.pt")
    entry = write_weights(model, tmp_path, "tiny")
    assert (tmp_path / entry["file"]).stat().st_size == entry["bytes"]
    (tmp_path / "tiny.json").write_text(json.dumps({"name": "tiny", "title": "Tiny"}))
    write_index(tmp_path, "large", "tiny")
    assert json.loads((tmp_path / "index.json").read_text()) == {
        "default": {"gpu": "tiny", "elsewhere": "tiny"},
        "models": [{"name": "tiny", "title": "Tiny"}],
    }
    assert flops(EqR()) == 15_675_392
    cases, tensors = parity_cases(model)
    assert tensors["first.z1"].shape == (2, 9, 9, 9, 8)
    assert len(next(c for c in cases if c["name"] == "settle")["digits"]) == 4
