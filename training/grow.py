"""From nothing, or from a checkpoint, to a better map: `python -m training.grow --preset large --out DIR`.

Rounds of: generate neighbours of what failed last, mine (keep what one start of the weights now does not solve), train
on that. Each round begins with the averaged weights of the last; what is done of a stopped run is not done again.
DIR holds round-N/ (generated, mined, checkpoint, metrics), figures.jsonl (the development rows after every round) and
checkpoint.pt, the last round's.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import time
from pathlib import Path

import torch

from training.data import PuzzleSet, load, save
from training.evaluate import evaluate, load_checkpoint
from training.mine import mine
from training.presets import GROW
from training.run import parse_arguments as run_options
from training.run import train
from training.trainer import Trainer

ROOT = Path(__file__).parent.parent


def parse_arguments(argv: list[str] | None = None) -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--preset", choices=sorted(GROW), default="large")
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--init", type=Path, help="a checkpoint to go on from; without it round 0 trains from nothing")
    p.add_argument("--pool", type=Path, nargs="*", help="files of puzzles to mine, besides what is generated")
    p.add_argument("--data", nargs="+", help="FILE=WEIGHT[:FIRST_ROWS][?]: what every round trains on besides")
    p.add_argument("--rounds", type=int)
    p.add_argument("--minutes", type=float, help="of training, each round")
    p.add_argument("--first-minutes", type=float, help="of training from nothing, in round 0")
    p.add_argument("--generate", type=float, help="minutes of generating neighbours, each round; 0: none")
    p.add_argument("--seeds", help="FILE[:FIRST_ROWS] whose neighbours round 1 generates; later ones take what failed")
    p.add_argument("--mine", type=int, help="puzzles tried, each round")
    p.add_argument("--mined", type=float, help="share of mined puzzles in training")
    p.add_argument("--develop", help="FILE:FIRST_ROW: rows never trained on, measured after every round")
    p.add_argument("--train", help="further options of training.run")
    p.add_argument("--train-first", help="those of round 0")
    preset = p.parse_known_args(argv)[0].preset
    p.set_defaults(**GROW[preset])
    return p.parse_args(argv)


def say(options: argparse.Namespace, **line: object) -> None:
    text = json.dumps(line)
    print(text, flush=True)
    with open(options.out / "figures.jsonl", "a", encoding="utf-8") as file:
        file.write(text + "\n")


def generated(options: argparse.Namespace, number: int, folder: Path) -> Path | None:
    """Neighbours of what failed in the last round, by the project's generator."""
    seeds = options.seeds if number == 1 else str(options.out / f"round-{number - 1}" / "mined.txt")
    if options.generate <= 0 or not Path(seeds.partition(":")[0]).exists():
        return None
    out = folder / "near.txt"
    if not out.exists():
        part = folder / "near.part"
        command = [shutil.which("npx") or "npx", "tsx", "scripts/generate.ts", "--near", seeds, "--out", str(part)]
        command += ["--count", "1000000", "--minutes", str(options.generate), "--seed", f"round-{number}"]
        subprocess.run(command, check=True, cwd=ROOT)
        part.replace(out)
    return out


def mined(options: argparse.Namespace, number: int, folder: Path, checkpoint: Path) -> Path:
    """What one start of the checkpoint fails of the pool and of fresh neighbours."""
    out = folder / "mined.txt"
    if out.exists():
        return out
    fresh = generated(options, number, folder)
    pool = PuzzleSet.concat([load(path) for path in [*(options.pool or []), *([fresh] if fresh else [])]])
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = load_checkpoint(checkpoint).to(device)
    if device == "cuda":
        model.f = torch.compile(model.f, dynamic=False)
    tried = pool[torch.randperm(len(pool), generator=torch.Generator().manual_seed(number))[: options.mine]]
    began = time.monotonic()
    failed = mine(model, tried, places=4096 if device == "cuda" else 16).cpu()
    save(out, tried[failed])
    say(options, round=number, tried=len(tried), failed=int(failed.sum()), seconds=round(time.monotonic() - began, 1))
    return out


def trained(options: argparse.Namespace, folder: Path, data: list[str], init: Path | None, minutes: float) -> Path:
    """A round's checkpoint."""
    more = options.train if init else options.train_first
    argv = ["--out", str(folder), "--minutes", str(minutes), "--data", *data, *more.split()]
    run = run_options([*argv, "--init", str(init)] if init else argv)
    trainer = Trainer(run)
    train(trainer)
    return trainer.checkpoint


def measure(options: argparse.Namespace, number: int, checkpoint: Path) -> None:
    """A line of figures: the development rows by one start, and by 32 where there is a GPU."""
    path, _, first = (options.develop or "").partition(":")
    if not Path(path).is_file():
        return
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model, rows = load_checkpoint(checkpoint).to(device), load(path)[int(first or 0) :]
    if device == "cuda":
        model.f = torch.compile(model.f, dynamic=False)
    for breadth in (1, 32) if device == "cuda" else (1,):
        places = 1024 if device == "cuda" else 16
        figures = evaluate(model, rows, breadth, 0.7, 0.0, [256], places=places)
        say(options, round=number, **figures)


def main(argv: list[str] | None = None) -> None:
    options = parse_arguments(argv)
    torch.set_num_threads(1)
    options.out.mkdir(parents=True, exist_ok=True)
    checkpoint = options.init
    for number in range(0 if checkpoint is None else 1, options.rounds + 1):
        folder = options.out / f"round-{number}"
        folder.mkdir(exist_ok=True)
        data = list(options.data)
        if number > 0:
            data.append(f"{mined(options, number, folder, checkpoint)}={options.mined}")
        minutes = options.minutes if number else options.first_minutes
        checkpoint = trained(options, folder, data, checkpoint, minutes)
        measure(options, number, checkpoint)
    shutil.copyfile(checkpoint, options.out / "checkpoint.pt")


if __name__ == "__main__":
    main()
