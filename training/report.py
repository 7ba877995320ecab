"""Draws how good the model is, from what was measured: `python -m training.report --out docs/training.svg`.

Reads training/results: metrics.jsonl (the trainer's), pure.json (the line of `npm run eval -- --preset pure --json`)
and nudged.csv (of `npm run eval -- --preset extreme --out`). Four panels: share solved against training time, depth,
breadth and compute, with Wilson 95 % intervals where puzzles were counted.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
from pathlib import Path

from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from training.export import ROOT, flops
from training.model import EqR

BLUE, ORANGE, GREEN = "#0072b2", "#d55e00", "#009e73"
SETS = {"0": ("minimal", GREEN), "1": ("hard, ours", BLUE), "2": ("Sudoku-Extreme", ORANGE)}


def wilson(solved: float, n: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    z = 1.959964
    share, spread = solved / n, z * z / n
    centre = (share + spread / 2) / (1 + spread)
    half = z * math.sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return centre - half, centre + half


def smooth(values: list[float], share: float = 0.2) -> list[float]:
    """Exponential mean: a report of the trainer counts few puzzles."""
    out: list[float] = []
    for value in values:
        out.append(value if not out else out[-1] + share * (value - out[-1]))
    return out


def draw_time(ax: Axes, lines: list[dict]) -> None:
    for key, (label, colour) in SETS.items():
        rows = [(line["minutes"], line["solved"][key]) for line in lines if key in line["solved"]]
        if rows:
            minutes, shares = zip(*rows, strict=True)
            ax.plot(minutes, smooth(list(shares)), color=colour, label=label)
    ax.set(xlabel="minutes of training", title="In training (puzzles that change with the recipe)")


def draw_shares(ax: Axes, xs: list[float], solved: list[float], n: int, colour: str, label: str) -> None:
    low, high = zip(*(wilson(s, n) for s in solved), strict=True)
    ax.fill_between(xs, low, high, color=colour, alpha=0.15, linewidth=0)
    ax.plot(xs, [s / n for s in solved], color=colour, marker="o", markersize=3, label=label)


def curves(pure: dict) -> dict[int, list[int]]:
    """Puzzles solved at each of pure["depths"], by breadth, narrowest first."""
    return {curve["breadth"]: curve["solved"] for curve in sorted(pure["curves"], key=lambda c: c["breadth"])}


def draw_depth(ax: Axes, pure: dict) -> None:
    depths, n = pure["depths"], pure["puzzles"]
    solved = curves(pure)
    draw_shares(ax, depths, solved[1], n, ORANGE, "one start")
    widest = max(solved)
    draw_shares(ax, depths, solved[widest], n, BLUE, f"best of {widest} by residual")
    ax.set_xscale("log", base=2)
    ax.set(xlabel="depth (iterations)", title="Pure: depth")


def draw_breadth(ax: Axes, pure: dict) -> None:
    solved = curves(pure)
    ends = [of_depth[-1] for of_depth in solved.values()]
    draw_shares(ax, list(solved), ends, pure["puzzles"], BLUE, f"depth {pure['depths'][-1]}")
    ax.set_xscale("log", base=2)
    ax.set(xlabel="breadth (starts, chosen by smallest residual)", title="Pure: breadth")


def draw_compute(ax: Axes, pure: dict, nudged: list[dict]) -> None:
    each, n = flops(EqR()) / 1e9, pure["puzzles"]
    solved, depths = curves(pure), pure["depths"]
    points = [(k * each, s / n) for k, s in zip(depths, solved[1], strict=True)]
    points += [(b * depths[-1] * each, of_depth[-1] / n) for b, of_depth in solved.items() if b > 1]
    ax.plot(*zip(*points, strict=True), color=BLUE, marker="o", markersize=3, label="pure: depth, then breadth")
    if nudged:
        spent = sorted(float(row["gflop"]) for row in nudged if row["solved"] == "1")
        shares = [(i + 1) / len(nudged) for i in range(len(spent))]
        ax.step(spent, shares, where="post", color=ORANGE, label=f"nudged, n = {len(nudged)}")
    ax.set_xscale("log")
    ax.set(xlabel="GFLOP a puzzle", title="Share solved within this compute")


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--results", type=Path, default=ROOT / "training" / "results")
    p.add_argument("--out", type=Path, default=ROOT / "docs" / "training.svg")
    options = p.parse_args()
    lines = [json.loads(line) for line in (options.results / "metrics.jsonl").read_text().splitlines()]
    pure = json.loads((options.results / "pure.json").read_text())
    with open(options.results / "nudged.csv", encoding="utf-8") as file:
        nudged = list(csv.DictReader(file))
    # Without a fixed salt the same figures would give another file each time.
    plt.rcParams.update(
        {"svg.hashsalt": "settle", "font.size": 9, "axes.spines.top": False, "axes.spines.right": False}
    )
    figure, axes = plt.subplots(2, 2, figsize=(9, 6), layout="constrained", sharey=True)
    draw_time(axes[0, 0], lines)
    draw_depth(axes[0, 1], pure)
    draw_breadth(axes[1, 0], pure)
    draw_compute(axes[1, 1], pure, nudged)
    for ax in axes.flat:
        ax.set_ylim(0, 1.02)
        ax.yaxis.set_major_formatter(PercentFormatter(1))
        ax.grid(color="#e5e5e5", linewidth=0.6)
        ax.set_axisbelow(True)
        ax.legend(frameon=False, fontsize=8, loc="lower right")
    figure.suptitle(f"Sudoku-Extreme, {pure['puzzles']} rows never trained on", fontsize=10)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(options.out, metadata={"Date": None})


if __name__ == "__main__":
    main()
