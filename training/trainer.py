"""The trainer of one process: model, averaged weights, optimisers and slots, a step at a time."""

from __future__ import annotations

import os
from argparse import Namespace

import torch
import torch.distributed as dist
from torch import Tensor

from training.data import load, parts
from training.evaluate import load_checkpoint
from training.model import Config, EqR
from training.optimizers import make_optimizers, schedule
from training.segment import Noise, make_segment
from training.slots import SlotRules, Slots


class Trainer:
    def __init__(self, options: Namespace, rank: int = 0, world: int = 1):
        self.options, self.rank, self.world = options, rank, world
        self.device = torch.device("cuda", rank) if torch.cuda.is_available() else torch.device("cpu")
        torch.manual_seed(options.seed)
        self.model = EqR(Config(d=options.features)).to(self.device)
        if options.init:
            self.model.load_state_dict(load_checkpoint(options.init).state_dict())
        self.ema = {k: v.detach().clone() for k, v in self.model.state_dict().items()}
        self.optimizers = make_optimizers(self.model, options.lr, options.muon_lr)
        self.rates = [optimizer.param_groups[0]["lr"] for optimizer in self.optimizers]
        self.step, self.seconds = 0, 0.0
        self.checkpoint = options.out / "checkpoint.pt"
        if self.checkpoint.exists():
            self._resume()
        # Slots are not saved: a resumed run draws new ones, from a stream that the step decides.
        rng = torch.Generator(self.device).manual_seed(options.seed * 1_000_003 + self.step * 1009 + rank)
        torch.manual_seed(options.seed * 7919 + self.step * 31 + rank)
        rules = SlotRules(hints=options.hints, nudge=options.nudges, favour=options.favour)
        data = parts(options.data)
        sets = [(part.weight, load(part.path, part.rows)) for part in data]
        self.slots = Slots(options.slots // world, options.features, sets, rules, rng)
        bf16 = self.device.type == "cuda" if options.bf16 is None else options.bf16
        older = load_checkpoint(options.keep).to(self.device).requires_grad_(False) if options.keep else None
        self.keeps = torch.tensor([older is not None and not part.teaches for part in data], device=self.device)
        self.segment = make_segment(self.model, bf16, not options.no_compile, older)
        # On a CPU few enough for its cache; on a GPU all at once.
        self.micro = options.micro or (self.slots.count if self.device.type == "cuda" else 8)
        self.noise = Noise()

    def _resume(self) -> None:
        saved = torch.load(self.checkpoint, map_location=self.device, weights_only=True)
        self.model.load_state_dict(saved["model"])
        self.ema = saved["ema"]
        for optimizer, state in zip(self.optimizers, saved["optimizers"], strict=True):
            optimizer.load_state_dict(state)
        self.step, self.seconds = saved["step"], saved["seconds"]

    def spent(self) -> float:
        """The share of the run that is over, by time where `--minutes` bounds it, else by steps."""
        minutes = self.options.minutes
        return self.seconds / (60 * minutes) if minutes else self.step / self.options.steps

    def train_step(self) -> tuple[Tensor, Tensor]:
        """One segment of every running slot and one update; returns the mean loss and what ended
        (Slots.after_segment)."""
        slots, micro = self.slots, min(self.micro, self.slots.count)
        slots.nudge()
        x, misled, share = slots.x(), slots.misled(), slots.shares()
        kept = self.keeps[slots.source]
        # Running slots first; resting ones only fill the last backward pass.
        order = torch.argsort(~slots.running(), stable=True)
        passes = slots.count // micro if micro == slots.count else -(-int(slots.running().sum()) // micro)
        for optimizer in self.optimizers:
            optimizer.zero_grad(set_to_none=False)
        z, belief = slots.z.clone(), slots.belief.clone()
        solved = slots.solved_for > 0
        total = torch.zeros((), device=self.device)
        for part in order[: max(1, passes) * micro].split(micro):
            state = slots.z[part]
            about = (t[part] for t in (slots.sigma, slots.givens, slots.solution, misled, share, kept))
            loss, state, right, softmax = self.segment(state, x[part], slots.lam[part], self.noise.draw(state), *about)
            (loss / slots.count).backward()
            total += loss.detach()
            z[part], solved[part], belief[part] = state, right, softmax
        self._update()
        return total / slots.count, slots.after_segment(z, solved, belief)

    def _update(self) -> None:
        if self.world > 1:
            self._average_gradients()
        norm = torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        share = schedule(self.step, self.spent(), self.options.hold)
        for optimizer, rate in zip(self.optimizers, self.rates, strict=True):
            for group in optimizer.param_groups:
                group["lr"] = rate * share
            if torch.isfinite(norm):
                optimizer.step()
        decay = min(self.options.ema, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            values = self.model.state_dict()
            torch._foreach_lerp_(list(self.ema.values()), [values[name] for name in self.ema], 1 - decay)
        self.step += 1

    def _average_gradients(self) -> None:
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
        state |= {"step": self.step, "seconds": self.seconds, "seed": self.options.seed}
        state |= {"config": self.model.config.to_dict()}
        torch.save(state, self.checkpoint.with_suffix(".tmp"))
        os.replace(self.checkpoint.with_suffix(".tmp"), self.checkpoint)
