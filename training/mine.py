"""Puzzles that a model fails: `python -m training.mine --checkpoint FILE --puzzles FILE --out FILE.npz`.

One start of each puzzle, no noise; what it has not solved within `--iterations` is kept. Prints the share that failed.
What a solver finds hard is not what the network finds hard (EXPERIMENTS.md), so the network is asked.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path as File

import torch
from torch import Tensor

from training.data import PuzzleSet, load, save
from training.evaluate import load_checkpoint
from training.flow import Check, flow
from training.model import EqR
from training.noise import START_DEVIATION
from training.rollout import Path


def mine(
    model: EqR, puzzles: PuzzleSet, iterations: int = 96, places: int = 16, seconds: float = float("inf")
) -> Tensor:
    """Of puzzles [N], tried in order until the time is over: failed [n] bool, n <= N."""
    device, ends = next(model.parameters()).device, time.monotonic() + seconds
    puzzles = puzzles.to(device)
    failed = torch.zeros(len(puzzles), dtype=torch.bool, device=device)

    def starts(rows: Tensor) -> Tensor:
        return START_DEVIATION * torch.randn(len(rows), 9, 9, 9, model.config.d, device=device)

    def check(now: Check) -> Tensor:
        solved = (now.digits == puzzles.solutions[now.row]).all(1)
        failed[now.row] = ~solved
        return solved | (now.age >= iterations)

    tried = flow(model, puzzles.givens, starts, Path(), places, check, lambda: time.monotonic() < ends)
    return failed[:tried]


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--checkpoint", type=File, required=True)
    p.add_argument("--puzzles", type=File, required=True)
    p.add_argument("--out", type=File, required=True, help=".npz or .txt, which --data of training.run reads")
    p.add_argument("--count", type=int, help="try so many of them, drawn at random (default: all, in a random order)")
    p.add_argument("--iterations", type=int, default=96)
    p.add_argument("--places", type=int, help="puzzles in flight (default: 4,096 on a GPU, 16 on a CPU)")
    p.add_argument("--minutes", type=float, default=float("inf"), help="stop after so long with what there is")
    p.add_argument("--seed", type=int, default=1)
    options = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    cuda = torch.cuda.is_available()
    model = load_checkpoint(options.checkpoint).to("cuda" if cuda else "cpu")
    model.f = torch.compile(model.f, dynamic=False)
    puzzles = load(options.puzzles)
    puzzles = puzzles[torch.randperm(len(puzzles))[: options.count]]
    places = options.places or (4096 if cuda else 16)
    failed = mine(model, puzzles, options.iterations, places, options.minutes * 60).cpu()
    tried = len(failed)
    kept = puzzles[:tried][failed]
    save(options.out, kept)
    print(json.dumps({"tried": tried, "failed": len(kept), "share": round(len(kept) / max(1, tried), 4)}))


if __name__ == "__main__":
    main()
