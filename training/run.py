"""Trains an Equilibrium Reasoner: `python -m training.run --preset extreme --out DIR`.

A step runs every slot for one segment of 4 iterations with gradient from the state the last segment left (truncated
backpropagation; the paper's persistent latent state). Learning rate: warm-up, constant, cosine to zero, by the share of
`--minutes` that is over or else of `--steps`; a stopped run goes on where it was.
Under `torchrun` every process trains its own slots and gradients are averaged (gloo on CPU, nccl on GPU).
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import defaultdict
from pathlib import Path

import torch
import torch.distributed as dist

from training.presets import PRESETS
from training.slots import SlotRules
from training.trainer import Trainer


def parse_arguments(argv: list[str] | None = None) -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--preset", choices=sorted(PRESETS), help="a recipe of presets.py, which the other options change")
    p.add_argument(
        "--data",
        nargs="+",
        help="FILE=WEIGHT[:FIRST_ROWS][!][?]: puzzle files, their shares; !: teaches beside --keep; ?: may be missing",
    )
    p.add_argument(
        "--out", type=Path, required=True, help="folder of the checkpoint and metrics; resumed when it exists"
    )
    p.add_argument("--init", type=Path, help="a checkpoint whose averaged weights a new run begins with")
    p.add_argument(
        "--keep", type=Path, help="a checkpoint whose map is kept to, but for puzzles of the sets marked with !"
    )
    p.add_argument("--steps", type=int, default=40_000)
    p.add_argument("--minutes", type=float, help="train for so long instead of a number of steps")
    p.add_argument("--hold", type=float, default=0.5, help="share of the run at the full rate, before the cosine")
    p.add_argument("--slots", type=int, default=64, help="puzzles in flight, over all processes")
    p.add_argument(
        "--micro", type=int, help="slots a backward pass (default: on a CPU 8, which its cache holds; else all)"
    )
    p.add_argument("--lr", type=float, default=2.5e-3, help="of AdamW")
    p.add_argument("--muon-lr", type=float, default=0.02, help="of Muon, which takes the matrices; 0: AdamW takes all")
    p.add_argument("--ema", type=float, default=0.999)
    p.add_argument("--hints", type=float, default=SlotRules.hints, help="share of puzzles with extra correct cells")
    p.add_argument("--nudges", type=float, default=SlotRules.nudge, help="probability of a hypothesis, each segment")
    p.add_argument("--favour", type=float, default=SlotRules.favour, help="how much the nearest start counts, 0 to 1")
    p.add_argument("--features", type=int, default=32, help="d, features a candidate")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--no-compile", action="store_true")
    p.add_argument("--bf16", action=argparse.BooleanOptionalAction, help="autocast (default: on a GPU)")
    p.add_argument("--save-every", type=int, default=250)
    preset = p.parse_known_args(argv)[0].preset
    p.set_defaults(**PRESETS.get(preset, {}))
    options = p.parse_args(argv)
    if not options.data:
        p.error("which puzzles? Give --preset or --data")
    return options


def report(trainer: Trainer, loss: float, ended: dict[int, list[int]], rate: float) -> None:
    """One line on the screen and one in metrics.jsonl: share solved by puzzle set, of the puzzles that ended since."""
    shares = {source: sum(rows) / len(rows) for source, rows in sorted(ended.items())}
    line = {"step": trainer.step, "minutes": round(trainer.seconds / 60, 2), "loss": round(loss, 4)}
    line |= {"solved": {str(k): round(v, 3) for k, v in shares.items()}, "segments_per_s": round(rate, 1)}
    line |= {"running": round(float(trainer.slots.running().float().mean()), 2)}
    print(json.dumps(line), flush=True)
    with open(trainer.options.out / "metrics.jsonl", "a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


def train(trainer: Trainer) -> None:
    """Steps until the run is over; the first process reports and saves."""
    options = trainer.options
    ended: dict[int, list[int]] = defaultdict(list)
    losses, mark, since = [], time.monotonic(), time.monotonic()
    while trainer.spent() < 1:
        loss, finished = trainer.train_step()
        losses.append(loss)
        for source, solved in finished.tolist():
            ended[source].append(solved)
        now = time.monotonic()
        trainer.seconds += now - mark
        mark = now
        if trainer.rank == 0 and (trainer.step % options.save_every == 0 or trainer.spent() >= 1):
            mean = float(torch.stack(losses).mean())
            report(trainer, mean, ended, len(losses) * options.slots / (now - since))
            trainer.save()
            ended.clear()
            losses, since = [], now


def main(argv: list[str] | None = None) -> None:
    options = parse_arguments(argv)
    torch.set_num_threads(options.threads)
    rank, world = int(os.environ.get("RANK", "0")), int(os.environ.get("WORLD_SIZE", "1"))
    if world > 1:
        dist.init_process_group("nccl" if torch.cuda.is_available() else "gloo")
    options.out.mkdir(parents=True, exist_ok=True)
    train(Trainer(options, rank, world))
    if world > 1:
        dist.destroy_process_group()


if __name__ == "__main__":
    main()
