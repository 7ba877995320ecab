"""Accuracy of a checkpoint while it is trained: `python -m training.evaluate --checkpoint FILE --puzzles FILE`.

Pure EqR: Gaussian starts, no hypotheses. For figures that stand on a model card use `npm run eval`, which measures the
shipped weights through the code that runs in the browser; this one is for watching a training run.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from torch import Tensor

from training.data import PuzzleSet, condition, load
from training.model import Config, EqR
from training.rollout import rollout

CHUNK = 64
SETTLED = 1e-4


def load_checkpoint(path: Path) -> EqR:
    """The model with its averaged weights."""
    saved = torch.load(path, map_location="cpu", weights_only=True)
    model = EqR(Config(**saved["config"]))
    model.load_state_dict(saved["ema"])
    return model.eval()


def evaluate(
    model: EqR, puzzles: PuzzleSet, breadth: int, lam: float, sigma: float, marks: list[int], seed: int = 1
) -> dict:
    """Exact solves at each depth of `marks`: `one`, the mean over single starts; `best`, of the first B starts the one
    with the smallest residual (mean of the last 3), for B = 1, 2, 4, ... `breadth`; and the starts that settled
    (residual < 1e-4) and settled right."""
    breadths = [2**i for i in range(breadth.bit_length()) if 2**i < breadth] + [breadth]
    tally = {k: {"one": 0.0, "best": dict.fromkeys(breadths, 0), "settled": 0, "settled_right": 0} for k in marks}
    chunk = max(1, CHUNK // breadth)
    for i in range(0, len(puzzles), chunk):
        part = puzzles[slice(i, i + chunk)]
        x = condition(part.givens).repeat_interleave(breadth, 0)
        solution = part.solutions.repeat_interleave(breadth, 0)
        trajectories = torch.arange(breadth).repeat(len(part))
        recent: list[Tensor] = []
        for moment in rollout(model, x, trajectories, seed, lam, sigma, max(marks)):
            recent = [*recent[-2:], moment.residual]
            if moment.k not in tally:
                continue
            right = (moment.digits == solution).all(1).view(-1, breadth)
            score = torch.stack(recent).mean(0).view(-1, breadth)
            row = tally[moment.k]
            row["one"] += right.float().mean(1).sum().item()
            for b in breadths:
                chosen = score[:, :b].argmin(1)
                row["best"][b] += right[torch.arange(len(part)), chosen].sum().item()
            settled = (moment.residual < SETTLED).view(-1, breadth)
            row["settled"] += settled.sum().item()
            row["settled_right"] += (settled & right).sum().item()
    return {"puzzles": len(puzzles), "breadth": breadth, "lam": lam, "sigma": sigma, "depths": tally}


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--checkpoint", type=Path, required=True)
    p.add_argument("--puzzles", type=Path, required=True)
    p.add_argument("--first", type=int, default=0, help="rows to pass over (those trained on)")
    p.add_argument("--limit", type=int, default=200)
    p.add_argument("--breadth", type=int, default=1)
    p.add_argument("--lam", type=float, default=0.7)
    p.add_argument("--sigma", type=float, default=0.0)
    p.add_argument("--depths", type=int, nargs="+", default=[32, 64, 128])
    p.add_argument("--compile", action="store_true", help="compile the map: pays from some 50,000 iterations on")
    options = p.parse_args()
    torch.set_num_threads(1)
    puzzles = load(options.puzzles)[slice(options.first, options.first + options.limit)]
    model = load_checkpoint(options.checkpoint)
    if options.compile:
        model.f = torch.compile(model.f, dynamic=False)
    print(json.dumps(evaluate(model, puzzles, options.breadth, options.lam, options.sigma, options.depths)))


if __name__ == "__main__":
    main()
