"""The recipes that figures are given for: options of training.run by name."""

from __future__ import annotations

# Written by `npm run train`, which knows how: scripts/train.ts.
GENERATED = "training/runs"

PRESETS = {
    "extreme": {
        # The published split is not ours to hand on: it and its neighbours count where its file lies in the
        # repository's root.
        "data": [
            f"{GENERATED}/minimal.txt=0.08",
            f"{GENERATED}/hard.txt=0.15",
            f"{GENERATED}/near.txt=0.42?",
            "sudoku_extreme_1k_train.csv=0.35:800?",
        ],
        "steps": 32_500,
        "decay": 20_000,
        "slots": 64,
        "micro": 32,
        "lr": 2e-3,
        "muon_lr": 0.02,
    }
}
