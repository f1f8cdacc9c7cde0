"""docs/hien-tuong.md misses no row and names only what is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "hien-tuong.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in PAGE.splitlines()
    if re.match(r"\| \d+ \|", line)
]
TESTS = {
    name
    for file in Path(__file__).parent.glob("test_rows_*.py")
    for name in re.findall(r"^def (test_rows?_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
}


def named(test: str) -> set[int]:
    """The rows that a test shows, by its name: "test_rows_12_14_15_…", "test_rows_17_21_to_23_…"."""
    numbers = re.match(r"test_rows?((?:_(?:\d\d|to))+)", test)
    assert numbers is not None, test
    found: set[int] = set()
    steps = numbers.group(1).strip("_").split("_")
    for at, step in enumerate(steps):
        if step == "to":
            found |= set(range(int(steps[at - 1]), int(steps[at + 1])))
        else:
            found.add(int(step))
    return found


def test_no_row_is_missed() -> None:
    assert [int(row[0]) for row in ROWS] == list(range(1, 68))
    assert {row[2] for row in ROWS} == {"chính", "thường", "hiếm", "khác"}
    counts = [sum(row[2] == word for row in ROWS) for word in ("chính", "thường", "hiếm", "khác")]
    assert counts == [32, 24, 7, 4]


def test_every_core_and_common_row_is_shown_by_a_test_of_its_number() -> None:
    for row in ROWS:
        tests = re.findall(r"`(test_\w+)`", row[-1])
        assert tests or row[2] in ("hiếm", "khác"), row
        assert [name for name in tests if int(row[0]) not in named(name)] == []


def test_every_test_and_file_that_is_named_is_there_and_no_test_is_left_out() -> None:
    assert set(re.findall(r"`(test_\w+)`", PAGE)) == TESTS
    for path in re.findall(r"`((?:samples|tests)/[^`]+)`", PAGE):
        assert (ROOT / path).exists(), path
