"""Puzzles with several solutions, and a sample of these: `python -m training.several --puzzles FILE --out FILE.npz`.

A share (`--random`) are random clues of a full grid, 15 to 20 of them (`--clues`); the others are puzzles of the file
with one or two clues less. Each comes with up to `--solutions` of its solutions, drawn by a randomised search and
repeated to fill: [N, K, 81].
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import torch

from training.data import PuzzleSet, load, save

PEERS = [
    [
        j
        for j in range(81)
        if j != i and (i // 9 == j // 9 or i % 9 == j % 9 or (i // 27 == j // 27 and i % 9 // 3 == j % 9 // 3))
    ]
    for i in range(81)
]


def random_solution(givens: list[int], rng: random.Random, most: int = 5000) -> list[int] | None:
    """A solution found by guessing at random where fewest digits are possible; None after `most` guesses."""
    options = [0x1FF] * 81
    digits = [0] * 81
    if not all(_place(options, digits, cell, digit) for cell, digit in enumerate(givens) if digit):
        return None
    guesses = 0

    def search(options: list[int], digits: list[int]) -> list[int] | None:
        nonlocal guesses
        blank = [cell for cell in range(81) if digits[cell] == 0]
        if not blank:
            return digits
        fewest = min(options[cell].bit_count() for cell in blank)
        cell = rng.choice([c for c in blank if options[c].bit_count() == fewest])
        possible = [d for d in range(1, 10) if options[cell] >> (d - 1) & 1]
        for digit in rng.sample(possible, len(possible)):
            guesses += 1
            if guesses > most:
                return None
            then, filled = options[:], digits[:]
            if _place(then, filled, cell, digit):
                found = search(then, filled)
                if found or guesses > most:
                    return found
        return None

    return search(options, digits)


def _place(options: list[int], digits: list[int], cell: int, digit: int) -> bool:
    """Sets a digit and strikes it from the cell's peers; False when one of them is left without any."""
    bit = 1 << (digit - 1)
    if not options[cell] & bit:
        return False
    options[cell], digits[cell] = bit, digit
    for peer in PEERS[cell]:
        if options[peer] & bit:
            options[peer] ^= bit
            if options[peer] == 0:
                return False
    return True


def sample(givens: list[int], solutions: int, rng: random.Random) -> list[list[int]]:
    """Different solutions, drawn until there are so many or three draws in four bring nothing new."""
    found: set[tuple[int, ...]] = set()
    for drawn in range(1, 4 * solutions + 1):
        solution = random_solution(givens, rng)
        if solution:
            found.add(tuple(solution))
        if len(found) >= solutions or (drawn >= 8 and len(found) * 4 < drawn):
            break
    return [list(solution) for solution in found]


def make(
    puzzles: PuzzleSet,
    count: int,
    solutions: int,
    rng: random.Random,
    clues: tuple[int, int] = (15, 20),
    share: float = 0.5,
) -> PuzzleSet:
    """`count` puzzles with at least two sampled solutions each, a `share` of them random `clues`."""
    givens, choices = [], []
    while len(givens) < count:
        row = rng.randrange(len(puzzles))
        puzzle, grid = puzzles.givens[row].tolist(), puzzles.solutions[row].tolist()
        if rng.random() < share:
            kept = set(rng.sample(range(81), rng.randint(*clues)))
            puzzle = [digit if cell in kept else 0 for cell, digit in enumerate(grid)]
        else:
            given = [cell for cell, digit in enumerate(puzzle) if digit]
            for cell in rng.sample(given, rng.randint(1, 2)):
                puzzle[cell] = 0
        found = sample(puzzle, solutions, rng)
        if len(found) > 1:
            givens.append(puzzle)
            choices.append([found[i % len(found)] for i in range(solutions)])
    return PuzzleSet(torch.tensor(givens), torch.tensor(choices))


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--puzzles", type=Path, required=True, help="puzzles and solutions to begin with")
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--count", type=int, default=3000)
    p.add_argument("--solutions", type=int, default=8)
    p.add_argument("--clues", type=int, nargs=2, default=(15, 20), metavar=("LEAST", "MOST"))
    p.add_argument("--random", type=float, default=0.5)
    p.add_argument("--seed", type=int, default=1)
    o = p.parse_args()
    save(o.out, make(load(o.puzzles), o.count, o.solutions, random.Random(o.seed), tuple(o.clues), o.random))


if __name__ == "__main__":
    main()
