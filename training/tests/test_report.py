import json
from pathlib import Path

import pytest
from training.report import main, smooth, wilson


def test_the_interval_is_wilsons():
    low, high = wilson(8, 10)
    assert (low, high) == (pytest.approx(0.4902, abs=1e-4), pytest.approx(0.9433, abs=1e-4))
    assert wilson(10, 10)[1] == pytest.approx(1)


def test_smoothing_keeps_a_constant_and_follows_a_step():
    assert smooth([0.5, 0.5]) == [0.5, 0.5]
    assert smooth([0.0, 1.0], 0.25) == [0.0, 0.25]


def test_the_picture_names_what_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    line = {"step": 1, "minutes": 1.5, "solved": {"0": 0.5, "2": 0.1}}
    (tmp_path / "metrics.jsonl").write_text(json.dumps(line) + "\n")
    solved = [{"breadth": 2, "solved": [3, 4]}, {"breadth": 1, "solved": [2, 3]}]
    pure = {"puzzles": 37, "breadth": 2, "depths": [8, 16], "curves": solved}
    (tmp_path / "pure.json").write_text(json.dumps(pure))
    (tmp_path / "nudged.csv").write_text("line,solved,gflop\n1,1,2.5\n2,0,9\n")
    out = tmp_path / "training.svg"
    # Text as text, so that it can be looked for.
    monkeypatch.setitem(__import__("matplotlib").rcParams, "svg.fonttype", "none")
    monkeypatch.setattr("sys.argv", ["report", "--results", str(tmp_path), "--out", str(out)])
    main()
    text = out.read_text()
    for words in ("37 rows", "best of 2 by residual", "depth 16", "nudged, n = 2", "Sudoku-Extreme"):
        assert words in text
