"""Trains an Equilibrium Reasoner: `python -m training.run --preset extreme --out DIR`.

A step runs every slot for one segment of 4 iterations with gradient from the state the last segment left (truncated
backpropagation; the paper's persistent latent state). Loss: cross-entropy of the solution + 0.1 BCE(q, solved) + 0.1
residual where it is solved and no noise acts, so that solutions are fixed points at every lambda; while a wrong
hypothesis stands only q is asked, with target 0. Learning rate: warm-up, constant, cosine to zero over the last
`--decay` steps, so a run can be prolonged from its checkpoint by a larger `--steps`.
Under `torchrun` every process trains its own slots and gradients are averaged (gloo on CPU, nccl on GPU).
"""

from __future__ import annotations

import argparse
import contextlib
import json
import math
import os
import time
from collections import defaultdict
from pathlib import Path

import torch
import torch.distributed as dist
from torch import Tensor
from torch.nn import functional as nnf

from training.data import PuzzleSet, load
from training.model import Config, EqR
from training.presets import PRESETS
from training.slots import SlotRules, Slots

ITERATIONS = 4
Q_WEIGHT = 0.1
REST_WEIGHT = 0.1


def parse_arguments(argv: list[str] | None = None) -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--preset", choices=sorted(PRESETS), help="a recipe of presets.py, which the other options change")
    p.add_argument(
        "--data", nargs="+", help="FILE=WEIGHT[:FIRST_ROWS][?]: puzzle files, their shares; ? passes over a missing one"
    )
    p.add_argument(
        "--out", type=Path, required=True, help="folder of the checkpoint and metrics; resumed when it exists"
    )
    p.add_argument("--steps", type=int, default=40_000)
    p.add_argument("--decay", type=int, default=10_000, help="steps of the final cosine decay")
    p.add_argument("--slots", type=int, default=64, help="puzzles in flight, over all processes")
    p.add_argument("--micro", type=int, default=16, help="slots a backward pass; small ones stay in the cache")
    p.add_argument("--lr", type=float, default=2.5e-3, help="of AdamW")
    p.add_argument("--muon-lr", type=float, default=0.02, help="of Muon, which takes the matrices; 0: AdamW takes all")
    p.add_argument("--ema", type=float, default=0.999)
    p.add_argument("--features", type=int, default=32, help="d, features a candidate")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--no-compile", action="store_true")
    p.add_argument("--bf16", action="store_true", help="autocast; pays only on processors or GPUs with bf16 units")
    p.add_argument("--save-every", type=int, default=250)
    preset = p.parse_known_args(argv)[0].preset
    p.set_defaults(**PRESETS.get(preset, {}))
    options = p.parse_args(argv)
    if not options.data:
        p.error("which puzzles? Give --preset or --data")
    return options


def read_sets(specs: list[str]) -> list[tuple[float, PuzzleSet]]:
    """FILE=WEIGHT[:FIRST_ROWS][?] -> weighted sets. FIRST_ROWS keeps the rest of a file out of training."""
    sets = []
    for spec in specs:
        path, _, rest = spec.removesuffix("?").rpartition("=")
        weight, _, rows = rest.partition(":")
        if spec.endswith("?") and not Path(path).exists():
            print(f"{path} is not here; training goes on without it.", flush=True)
            continue
        sets.append((float(weight), load(path, int(rows) if rows else None)))
    return sets


def schedule(step: int, options: argparse.Namespace) -> float:
    """Share of the full learning rate: warm-up over 200 steps, constant, cosine to zero over the last `decay` steps."""
    warm = min(1.0, (step + 1) / 200)
    left = (options.steps - step) / max(1, options.decay)
    return warm * (1.0 if left >= 1 else 0.5 - 0.5 * math.cos(math.pi * max(0.0, left)))


def make_optimizers(model: EqR, options: argparse.Namespace) -> list[torch.optim.Optimizer]:
    """Muon (orthogonalised momentum; Jordan et al. 2024) for the matrices of the blocks, AdamW for the rest."""
    matrices = [p for p in model.blocks.parameters() if p.ndim == 2] if options.muon_lr > 0 else []
    taken = {id(p) for p in matrices}
    rest = [p for p in model.parameters() if id(p) not in taken]
    optimizers: list[torch.optim.Optimizer] = [torch.optim.AdamW(rest, lr=options.lr, weight_decay=1e-4)]
    if matrices:
        optimizers.append(torch.optim.Muon(matrices, lr=options.muon_lr, weight_decay=1e-4))
    return optimizers


def make_segment(model: EqR, options: argparse.Namespace):
    """The compiled segment: (z, x, lam, noise [4, like z], solution, misled, share, quiet) -> loss, z, solved, softmax.
    share: what each slot's cross-entropy counts; quiet: it has no path noise."""

    def segment(
        z: Tensor, x: Tensor, lam: Tensor, noise: Tensor, solution: Tensor, misled: Tensor, share: Tensor, quiet: Tensor
    ):
        cast = torch.autocast(z.device.type, torch.bfloat16) if options.bf16 else contextlib.nullcontext()
        with cast:
            for k in range(ITERATIONS):
                before = z
                moved = model.iterate(z, x, lam)
                z = moved + noise[k]
            logits, q = model.logits(z), model.q(z)
        logits = logits.float().view(-1, 81, 9)
        solved = (logits.argmax(-1) + 1 == solution).all(1)
        ce = nnf.cross_entropy(logits.transpose(1, 2), solution - 1, reduction="none").mean(1)
        target = (solved & ~misled).float()
        bce = nnf.binary_cross_entropy_with_logits(q.float(), target, reduction="none")
        change, size = (moved - before).float().flatten(1), before.float().flatten(1)
        residual = (change.square().mean(1) / size.square().mean(1) + 1e-8).sqrt()
        rest = (solved & ~misled & quiet).float()
        loss = (share * ce * (~misled).float() + Q_WEIGHT * bce + REST_WEIGHT * rest * residual).sum()
        return loss, z.float().detach(), solved, logits.detach().softmax(-1)

    return segment if options.no_compile else torch.compile(segment, dynamic=False)


class Noise:
    """Path noise for a step, cut out of a pool of normals at random places: drawing it all anew took a quarter of a
    step's time, and half of the time inside the compiled segment. The pool is drawn anew every 64 cuts."""

    def __init__(self, size: int = 2**22, renew: int = 64):
        self.size, self.renew, self.cuts = size, renew, 0
        self.pool = torch.empty(size)

    def draw(self, sigma: Tensor, shape: torch.Size) -> Tensor:
        """sigma * eps for states of `shape` [B, 9, 9, 9, d] and a sigma [B] each: [4, *shape]."""
        if self.cuts % self.renew == 0:
            self.pool.normal_()
        self.cuts += 1
        count = shape[1:].numel()
        noise = torch.zeros(ITERATIONS, *shape)
        noisy = [i for i, s in enumerate(sigma.tolist()) if s > 0]
        starts = torch.randint(0, self.size - count, (ITERATIONS, len(noisy))).tolist()
        for k, row in enumerate(starts):
            for i, at in zip(noisy, row, strict=True):
                torch.mul(self.pool[at : at + count].view(shape[1:]), sigma[i], out=noise[k, i])
        return noise


class Trainer:
    """Model, averaged weights, optimiser and slots of one process."""

    def __init__(self, options: argparse.Namespace, rank: int, world: int):
        self.options, self.rank, self.world = options, rank, world
        self.device = torch.device("cuda", rank) if torch.cuda.is_available() else torch.device("cpu")
        torch.manual_seed(options.seed)
        self.model = EqR(Config(d=options.features)).to(self.device)
        self.ema = {k: v.detach().clone() for k, v in self.model.state_dict().items()}
        self.optimizers = make_optimizers(self.model, options)
        self.rates = [optimizer.param_groups[0]["lr"] for optimizer in self.optimizers]
        self.step, self.seconds = 0, 0.0
        self.checkpoint = options.out / "checkpoint.pt"
        if self.checkpoint.exists():
            saved = torch.load(self.checkpoint, map_location=self.device, weights_only=True)
            self.model.load_state_dict(saved["model"])
            self.ema = saved["ema"]
            for optimizer, state in zip(self.optimizers, saved["optimizers"], strict=True):
                optimizer.load_state_dict(state)
            self.step, self.seconds = saved["step"], saved["seconds"]
        # Slots are not saved: a resumed run draws new ones, from a stream that the step decides.
        rng = torch.Generator().manual_seed(options.seed * 1_000_003 + self.step * 1009 + rank)
        torch.manual_seed(options.seed * 7919 + self.step * 31 + rank)
        self.slots = Slots(options.slots // world, options.features, read_sets(options.data), SlotRules(), rng)
        self.segment = make_segment(self.model, options)
        self.noise = Noise()

    def train_step(self) -> tuple[float, Tensor]:
        """One segment of every slot and one update; returns the mean loss and what ended (Slots.after_segment)."""
        options, slots = self.options, self.slots
        slots.nudge()
        x, misled, share, quiet = slots.x(), slots.misled(), slots.shares(), slots.sigma == 0
        for optimizer in self.optimizers:
            optimizer.zero_grad(set_to_none=False)
        states, solved, beliefs, total = [], [], [], 0.0
        for i in range(0, slots.count, options.micro):
            part = slice(i, i + options.micro)
            noise = self.noise.draw(slots.sigma[part], slots.z[part].shape)
            lam = slots.lam[part].view(-1, 1, 1, 1, 1)
            inputs = (slots.z[part], x[part], lam, noise, slots.solution[part], misled[part], share[part], quiet[part])
            loss, z, right, belief = self.segment(*(t.to(self.device) for t in inputs))
            (loss / slots.count).backward()
            total += float(loss.detach())
            states.append(z.cpu())
            solved.append(right.cpu())
            beliefs.append(belief.cpu())
        self.average_gradients()
        norm = torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for optimizer, rate in zip(self.optimizers, self.rates, strict=True):
            optimizer.param_groups[0]["lr"] = rate * schedule(self.step, options)
            if torch.isfinite(norm):
                optimizer.step()
        decay = min(options.ema, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, value in self.model.state_dict().items():
                self.ema[name].lerp_(value, 1 - decay)
        self.step += 1
        return total / slots.count, slots.after_segment(torch.cat(states), torch.cat(solved), torch.cat(beliefs))

    def average_gradients(self) -> None:
        if self.world == 1:
            return
        gradients = [p.grad for p in self.model.parameters()]
        flat = torch.cat([g.flatten() for g in gradients])
        dist.all_reduce(flat)
        flat /= self.world
        for gradient, part in zip(gradients, flat.split([g.numel() for g in gradients]), strict=True):
            gradient.copy_(part.view_as(gradient))

    def save(self) -> None:
        """Writes the checkpoint in one move, so that a stopped run never leaves half a file."""
        state = {"model": self.model.state_dict(), "ema": self.ema}
        state["optimizers"] = [optimizer.state_dict() for optimizer in self.optimizers]
        state |= {
            "step": self.step,
            "seconds": self.seconds,
            "config": self.model.config.to_dict(),
            "seed": self.options.seed,
        }
        torch.save(state, self.checkpoint.with_suffix(".tmp"))
        os.replace(self.checkpoint.with_suffix(".tmp"), self.checkpoint)


def report(trainer: Trainer, loss: float, ended: dict[int, list[tuple[int, int]]], rate: float) -> None:
    """One line on the screen and one in metrics.jsonl: share solved by puzzle set, of the puzzles that ended since."""
    shares = {source: sum(s for s, _ in rows) / len(rows) for source, rows in sorted(ended.items())}
    line = {"step": trainer.step, "minutes": round(trainer.seconds / 60, 2), "loss": round(loss, 4)}
    line |= {"solved": {str(k): round(v, 3) for k, v in shares.items()}, "segments_per_s": round(rate, 1)}
    print(json.dumps(line), flush=True)
    with open(trainer.options.out / "metrics.jsonl", "a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


def main(argv: list[str] | None = None) -> None:
    options = parse_arguments(argv)
    torch.set_num_threads(options.threads)
    rank, world = int(os.environ.get("RANK", "0")), int(os.environ.get("WORLD_SIZE", "1"))
    if world > 1:
        dist.init_process_group("nccl" if torch.cuda.is_available() else "gloo")
    options.out.mkdir(parents=True, exist_ok=True)
    trainer = Trainer(options, rank, world)
    ended: dict[int, list[tuple[int, int]]] = defaultdict(list)
    losses, mark, since = [], time.monotonic(), time.monotonic()
    while trainer.step < options.steps:
        loss, finished = trainer.train_step()
        losses.append(loss)
        for source, solved, at in finished.tolist():
            ended[source].append((solved, at))
        now = time.monotonic()
        trainer.seconds += now - mark
        mark = now
        if rank == 0 and (trainer.step % options.save_every == 0 or trainer.step == options.steps):
            report(trainer, sum(losses) / len(losses), ended, len(losses) * options.slots / (now - since))
            trainer.save()
            ended.clear()
            losses, since = [], now
    if world > 1:
        dist.destroy_process_group()


if __name__ == "__main__":
    main()
