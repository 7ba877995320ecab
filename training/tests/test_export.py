import json

from training.export import accuracy_rows

LINE = {
    "kind": "nudged", "depth": 32768, "breadth": 1, "select": "q", "lambda": 0.75, "sigma": 0.1, "seed": 1,
    "solved": 99, "puzzles": 100,
}  # fmt: skip


def test_a_row_of_the_card_has_what_the_evaluation_printed(tmp_path):
    file = tmp_path / "lines.json"
    more = {"nudges": 6, "accepted": 99, "wronglyAccepted": 0, "meanGflop": 8.5, "gflop99": 133.0}
    file.write_text(json.dumps(LINE | more | {"seconds": 3, "budget": None}) + "\n\n" + json.dumps(LINE) + "\n")
    full, bare = accuracy_rows([f"some = puzzles={file}"])
    assert full == {"set": "some = puzzles", **LINE, **more}
    assert bare == {"set": "some = puzzles", **LINE}
