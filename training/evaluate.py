"""Accuracy of a checkpoint while it is trained: `python -m training.evaluate --checkpoint FILE --puzzles FILE`.

Pure EqR: Gaussian starts, no hypotheses. For figures that stand on a model card use `npm run eval`, which measures the
shipped weights through the code that runs in the browser; this one is for watching a training run, and for figures that
only a GPU brings in time. Starts are the shared noise; the noise of a path (`--sigma`) is PyTorch's own.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path as File

import torch
from safetensors.torch import load_file
from torch import Tensor

from training.bank import legal
from training.data import PuzzleSet, load
from training.flow import Check, flow
from training.model import Config, EqR
from training.noise import start
from training.rollout import Path

SETTLED = 1e-4
# A start whose residual is below this has come to rest and is not followed further.
RESTS = 1e-5


def load_checkpoint(path: File) -> EqR:
    """The model of a checkpoint, with its averaged weights, or of a shipped .safetensors file."""
    if path.suffix == ".safetensors":
        weights = load_file(path)
        blocks = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("blocks."))
        config = {"d": len(weights["digit"]), "blocks": blocks}
    else:
        saved = torch.load(path, map_location="cpu", weights_only=True)
        weights, config = saved["ema"], saved["config"]
    model = EqR(Config(**config))
    model.load_state_dict(weights)
    return model.eval()


def evaluate(
    model: EqR,
    puzzles: PuzzleSet,
    breadth: int,
    lam: float,
    sigma: float,
    marks: list[int],
    seed: int = 1,
    places: int = 16,
    anneal: tuple[int, float] = (1, 1.0),
    stop: bool = False,
) -> dict:
    """Exact solves at each depth of `marks`, multiples of 8 (others count as the next one); of a puzzle with several
    solutions any counts. `one`: the mean over single starts. `best`: of the first B starts the one with the smallest
    residual (the largest of the last 3), for B = 1, 2, 4, ... `breadth`. `any`: of all starts. Then the starts that
    settled (residual < 1e-4), settled right, and rest there (< 1e-5); `different`: the grids that those which settled
    right found, puzzle by puzzle. anneal: sigma acts in this share of every period, (period, share). stop: a
    puzzle is over when one of its starts rests (with annealed noise, while it pauses); then only `best` of all starts
    means something, for the last mark."""
    device = next(model.parameters()).device
    n, rows = len(puzzles), len(puzzles) * breadth
    givens = puzzles.givens.to(device).repeat_interleave(breadth, 0)
    depths = sorted(marks)
    at = torch.tensor(depths, device=device)
    right = torch.zeros(len(depths), rows, dtype=torch.bool, device=device)
    rest = torch.full((len(depths), rows), torch.inf, device=device)
    grids = torch.zeros(rows, 81, dtype=torch.int64, device=device)
    every_start = start(seed, torch.arange(breadth), model.config.d).to(device)
    torch.manual_seed(seed)
    over = torch.zeros(n, dtype=torch.bool, device=device)

    def check(now: Check) -> Tensor:
        solved = legal(now.digits, givens[now.row])
        grids[now.row] = now.digits
        rests = now.residual < RESTS
        # What a resting start holds at a mark it holds at all later ones.
        for mark in range(len(depths)):
            here = (now.age <= at[mark]) | ((now.age - at[mark] < 8) & (now.age >= at[mark]))
            right[mark, now.row[here]] = solved[here]
            rest[mark, now.row[here]] = now.residual[here]
        over[now.row[rests] // breadth] = stop
        return (rests & (sigma == 0)) | (now.age >= depths[-1]) | over[now.row // breadth]

    flow(model, givens, lambda r: every_start[r % breadth], Path(lam, sigma, *anneal), places, check)
    breadths = [2**i for i in range(breadth.bit_length()) if 2**i < breadth] + [breadth]
    tally = {}
    for mark, depth in enumerate(depths):
        hit, score = right[mark].view(n, breadth), rest[mark].view(n, breadth)
        chosen = {b: hit.gather(1, score[:, :b].argmin(1, keepdim=True)).sum().item() for b in breadths}
        settled = score < SETTLED
        tally[depth] = {"one": hit.float().mean(1).sum().item(), "best": chosen, "any": hit.any(1).sum().item()}
        tally[depth] |= {"settled": settled.sum().item(), "settled_right": (settled & hit).sum().item()}
        right_grids = [grids.view(n, breadth, 81)[i, (settled & hit)[i]] for i in range(n)] if breadth > 1 else []
        tally[depth] |= {"different": sum(len(g.unique(dim=0)) for g in right_grids)}
        tally[depth] |= {"rest": (hit & (score < RESTS)).sum().item()}
    return {"puzzles": n, "breadth": breadth, "lam": lam, "sigma": sigma, "depths": tally}


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--checkpoint", type=File, required=True, help="a checkpoint or a shipped .safetensors file")
    p.add_argument("--puzzles", type=File, required=True)
    p.add_argument("--first", type=int, default=0, help="rows to pass over (those trained on)")
    p.add_argument("--limit", type=int, default=200)
    p.add_argument("--breadth", type=int, default=1)
    p.add_argument("--lam", type=float, default=0.7)
    p.add_argument("--sigma", type=float, default=0.0)
    p.add_argument("--anneal", type=float, nargs=2, default=(1, 1.0), metavar=("PERIOD", "SHARE"), help="of the noise")
    p.add_argument("--depths", type=int, nargs="+", default=[32, 64, 128])
    p.add_argument("--places", type=int, help="starts in flight (default: 1,024 on a GPU, 16 on a CPU)")
    p.add_argument("--stop", action="store_true", help="a puzzle is over when one of its starts rests")
    p.add_argument("--compile", action="store_true", help="compile the map: pays from some 50,000 iterations on")
    options = p.parse_args()
    torch.set_num_threads(1)
    cuda = torch.cuda.is_available()
    puzzles = load(options.puzzles)[slice(options.first, options.first + options.limit)]
    model = load_checkpoint(options.checkpoint).to("cuda" if cuda else "cpu")
    if options.compile:
        model.f = torch.compile(model.f, dynamic=False)
    period, share = options.anneal
    places = options.places or (1024 if cuda else 16)
    about = (options.breadth, options.lam, options.sigma, options.depths)
    print(json.dumps(evaluate(model, puzzles, *about, places=places, anneal=(int(period), share), stop=options.stop)))


if __name__ == "__main__":
    main()
