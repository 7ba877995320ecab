"""The recipes that figures are given for: options of training.run and of training.grow by name."""

from __future__ import annotations

# Written by `npm run train`, which knows how: scripts/train.ts.
GENERATED = "training/runs"
# The published split is not ours to hand on: it and its neighbours count where its file lies in the repository's root.
SPLIT = "sudoku_extreme_1k_train.csv"

PRESETS = {
    "extreme": {
        "data": [
            f"{GENERATED}/minimal.txt=0.08",
            f"{GENERATED}/hard.txt=0.15",
            f"{GENERATED}/near.txt=0.42?",
            f"{SPLIT}=0.35:800?",
        ],
        "steps": 32_500,
        "hold": 0.4,
        "slots": 64,
        "lr": 2e-3,
        "muon_lr": 0.02,
    }
}

BESIDES = [f"{GENERATED}/minimal.txt=0.05?", f"{SPLIT}=0.2:800?", f"{GENERATED}/near.txt=0.15?"]
BESIDES += [f"{GENERATED}/several.npz=0.16?"]
AGAIN = "--hold 0 --hints 0.2 --nudges 0.15 --favour 0.95"

GROW = {
    # From nothing; 22 minutes of training on one H200, the generator's time beside.
    "large": {
        "pool": [f"{GENERATED}/near.txt"],
        "data": BESIDES,
        "rounds": 4,
        "first_minutes": 5.0,
        "minutes": 4.0,
        "generate": 20.0,
        "seeds": f"{SPLIT}:800",
        "mine": 110_000,
        "mined": 0.6,
        "develop": f"{SPLIT}:800",
        "train": f"--features 64 --slots 1024 --ema 0.9985 --lr 1.2e-3 --muon-lr 0.012 {AGAIN}",
        "train_first": "--features 64 --slots 1024 --ema 0.9985 --lr 2e-3 --muon-lr 0.02 --hold 0.4",
    },
    # Goes on from shipped weights on one GPU, 12 minutes in all; with puzzles that are there already.
    "continue": {
        "pool": [],
        "data": BESIDES,
        "rounds": 2,
        "first_minutes": 0.0,
        "minutes": 4.0,
        "generate": 0.0,
        "seeds": "",
        "mine": 110_000,
        "mined": 0.6,
        "develop": f"{SPLIT}:800",
        "train": f"--features 64 --slots 1024 --ema 0.9985 --lr 1e-3 --muon-lr 0.01 {AGAIN}",
        "train_first": "",
    },
    # The compact map on a processor, from its shipped weights.
    "compact": {
        "pool": [f"{GENERATED}/near.txt"],
        "data": BESIDES,
        "rounds": 3,
        "first_minutes": 180.0,
        "minutes": 60.0,
        "generate": 10.0,
        "seeds": f"{SPLIT}:800",
        "mine": 12_000,
        "mined": 0.45,
        "develop": f"{SPLIT}:800",
        "train": "--slots 96 --lr 6e-4 --muon-lr 0.006 --hold 0.1 --hints 0.25 --nudges 0.2",
        "train_first": "--slots 64 --lr 2e-3 --muon-lr 0.02 --hold 0.4",
    },
}
