"""Ships a checkpoint: `python -m training.export --checkpoint FILE --name NAME --title TITLE`.

Writes public/weights/NAME.safetensors (averaged weights), NAME.json (the model card), NAME.onnx (for the benchmark's
peer) and index.json; for the model that the page starts with without a GPU (`--default`) also the parity fixtures
that the TypeScript and WGSL maps are tested against, and the noise table. Accuracy on the card comes from `npm run
eval --json` lines (`--accuracy "WHAT THE PUZZLES ARE=FILE"`), so that the card says what the shipped code measures; a
line measured otherwise names its command.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor

from training.data import condition
from training.evaluate import load_checkpoint
from training.model import EqR
from training.noise import typescript_table
from training.onnx_export import write_onnx
from training.rollout import Path as Way
from training.rollout import Settling, rollout

ROOT = Path(__file__).parent.parent
# Generated puzzles of ours, so that the fixtures carry nobody else's data.
PARITY_PUZZLES = ROOT / "training" / "parity_puzzles.txt"


def flops(model: EqR) -> int:
    """Multiply-adds of the matrix products of one iteration, times two."""
    d = model.config.d
    rows = 729 + 81 + 2 * 81 + 81 + 2 * 243 + 9 + 1
    return model.config.blocks * 2 * (rows * d * 2 * d + 729 * d * d)


def write_weights(model: EqR, folder: Path, name: str) -> dict:
    """Writes NAME.safetensors; returns its entry of the card."""
    path = folder / f"{name}.safetensors"
    save_file({k: v.contiguous() for k, v in model.state_dict().items()}, path)
    path.chmod(0o644)
    data = path.read_bytes()
    return {"file": path.name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def parity_cases(model: EqR) -> tuple[list[dict], dict[str, Tensor]]:
    """What the other implementations must reproduce: states after 1 iteration, the settled digits and iteration of
    noiseless runs, states after 8 iterations with noise, and after 7 with annealed noise."""
    cases, tensors = [], {}
    puzzles = PARITY_PUZZLES.read_text(encoding="ascii").split()
    plans = [("first", 0, 0.7, 0.0, 2, 1, [1]), ("settle", 0, 0.7, 0.0, 4, 128, []), ("hard", 1, 0.7, 0.0, 4, 128, [])]
    plans += [("noise", 0, 0.8, 0.1, 2, 8, [1, 8])]
    ways = [(*plan, Way(plan[2], plan[3])) for plan in plans]
    ways += [("anneal", 0, 0.65, 0.12, 1, 7, [7], Way(0.65, 0.12, 4, 0.75))]
    for name, index, lam, sigma, breadth, depth, kept, way in ways:
        puzzle = puzzles[index]
        givens = torch.tensor([[0 if c == "." else int(c) for c in puzzle]])
        x = condition(givens).expand(breadth, -1, -1, -1)
        case = {"name": name, "puzzle": puzzle, "seed": 7, "lambda": lam, "sigma": sigma, "breadth": breadth}
        case |= {"depth": depth, "iterations": kept}
        if way.share < 1:
            case |= {"noisyFor": int(way.share * way.period), "period": way.period}
        settling = Settling(breadth, 1e-4)
        for moment in rollout(model, x, torch.arange(breadth), 7, way, depth):
            settling.take(moment)
            if moment.k in kept:
                tensors[f"{name}.z{moment.k}"] = moment.z.contiguous()
        if sigma == 0 and depth > 1:
            case |= {"settledAt": settling.at.tolist()}
            case |= {"digits": ["".join(map(str, row)) for row in moment.digits.tolist()]}
        cases.append(case)
    return cases, tensors


MEASURED = ("kind", "depth", "breadth", "select", "lambda", "sigma", "seed", "solved", "puzzles")
# What a line may lack, such as one of an older version.
ALSO_MEASURED = ("noisyFor", "period", "nudges", "budget", "accepted", "wronglyAccepted", "settled", "wronglySettled")
ALSO_MEASURED += ("meanGflop", "gflop99", "command")


def accuracy_rows(specs: list[str]) -> list[dict]:
    """Rows of the card from SET=FILE, each file holding lines that `npm run eval -- --json` printed."""
    rows = []
    for spec in specs:
        name, _, path = spec.rpartition("=")
        lines = Path(path).read_text(encoding="utf-8").splitlines()
        for row in map(json.loads, filter(None, lines)):
            also = {k: row[k] for k in ALSO_MEASURED if row.get(k) is not None}
            rows.append({"set": name, **{k: row[k] for k in MEASURED}, **also})
    return rows


def write_index(folder: Path, gpu: str, elsewhere: str) -> None:
    """index.json: the shipped models and which one the page starts with, on a graphics processor and elsewhere."""
    read = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json")) if p.name != "index.json"]
    # Other measurements of a model lie beside its card.
    cards = sorted((card for card in read if "title" in card), key=lambda card: card["name"] != elsewhere)
    default = {"gpu": gpu if any(c["name"] == gpu for c in cards) else elsewhere, "elsewhere": elsewhere}
    index = {"default": default, "models": [{"name": c["name"], "title": c["title"]} for c in cards]}
    (folder / "index.json").write_text(json.dumps(index, indent=2) + "\n", encoding="utf-8")


def write_fixtures(model: EqR, name: str, sha256: str) -> None:
    """The parity cases and the noise table, where the TypeScript tests read them."""
    cases, tensors = parity_cases(model)
    fixtures = ROOT / "src" / "model" / "maps" / "relational" / "fixtures"
    fixtures.mkdir(exist_ok=True)
    save_file(tensors, fixtures / "parity.safetensors")
    parity = {"model": name, "weights": sha256, "cases": cases}
    (fixtures / "parity.json").write_text(json.dumps(parity, indent=2) + "\n", encoding="utf-8")
    (ROOT / "src" / "model" / "eqr" / "noise" / "quantiles.ts").write_text(typescript_table(), encoding="utf-8")
    print(json.dumps({"settled": [c.get("settledAt") for c in cases]}))


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--checkpoint", type=Path, required=True)
    p.add_argument("--name", default="relational")
    p.add_argument("--title", default="Compact")
    p.add_argument("--default", default="relational", help="name of the model that the page starts with without a GPU")
    p.add_argument("--gpu-default", default="large", help="name of the one for a GPU, where it is there")
    p.add_argument(
        "--description", default="A relational Equilibrium Reasoner for Sudoku; every weight shared by all candidates."
    )
    p.add_argument("--data", default="", help="what it was trained on, in words")
    p.add_argument("--hardware", default="2 CPU cores")
    p.add_argument("--command", default="python -m training.run")
    p.add_argument("--accuracy", nargs="*", default=[], help="SET=FILE, a file of `npm run eval -- --json` lines")
    p.add_argument("--limits", nargs="*", default=[])
    p.add_argument("--out", type=Path, default=ROOT / "public" / "weights")
    options = p.parse_args()
    torch.set_num_threads(1)
    saved = torch.load(options.checkpoint, map_location="cpu", weights_only=True)
    model = load_checkpoint(options.checkpoint)
    options.out.mkdir(parents=True, exist_ok=True)
    weights = write_weights(model, options.out, options.name)
    write_onnx(model, options.out, options.name)
    card = {
        "name": options.name,
        "title": options.title,
        "description": options.description,
        "task": "sudoku",
        "map": "relational",
        "config": model.config.to_dict(),
        "parameters": sum(t.numel() for t in model.parameters()),
        "layersPerIteration": model.config.blocks,
        "flopsPerIteration": flops(model),
        "weights": weights,
        "training": {
            "data": options.data,
            "steps": saved["step"],
            "seed": saved["seed"],
            "minutes": round(saved["seconds"] / 60, 1),
            "hardware": options.hardware,
            "command": options.command,
        },
        "accuracy": accuracy_rows(options.accuracy),
        "limits": options.limits,
    }
    (options.out / f"{options.name}.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    write_index(options.out, options.gpu_default, options.default)
    if options.name == options.default:
        write_fixtures(model, options.name, weights["sha256"])
    print(json.dumps({"parameters": card["parameters"], "flops": card["flopsPerIteration"]}))


if __name__ == "__main__":
    main()
