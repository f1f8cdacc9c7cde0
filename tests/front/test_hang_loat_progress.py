"""How far a run is, as a clerk sees it: the words, the lines of a log, the bar of a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from types import SimpleNamespace

import pytest

from baocao.cli import progress
from baocao.cli.progress import Bar, Lines, Pace, Stand, Unseen, time_words, watching


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "1 giây"),
        (14.4, "14 giây"),
        (59.6, "1 phút 00 giây"),
        (125, "2 phút 05 giây"),
        (3600, "1 giờ 00 phút"),
        (4350, "1 giờ 12 phút"),
    ],
)
def test_a_span_of_time_is_read_aloud(seconds: float, words: str) -> None:
    assert time_words(seconds) == words


def test_rate_remaining_time_and_faults_stand_in_one_line() -> None:
    stand = Stand(1204, 3321, 2)
    assert stand.words(152.3) == "1.204/3.321 đơn vị · 152 đơn vị/giây · còn 14 giây · 02 chưa làm được"
    assert Stand(0, 3321, 0).words(0.0) == "0/3.321 đơn vị"
    assert Stand(3, 12, 0, "bản PDF").words(0.52) == "3/12 bản PDF · 0,5 bản PDF/giây · còn 17 giây"
    assert Stand(1, 120, 0, "bản PDF").words(0.05) == "1/120 bản PDF"
    assert Stand(12, 12, 0).words(12) == "12/12 đơn vị · 12 đơn vị/giây"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: now[0]))
    return now


def test_a_first_burst_gives_no_rate_and_later_only_the_last_half_minute_counts(clock: list[float]) -> None:
    pace = Pace()
    for done in range(1, 16):
        pace.note(done)
        clock[0] += 0.001
    assert pace.rate() == 0.0  # not 1.000 a second
    clock[0] = 103.0
    pace.note(30)
    assert pace.rate() == pytest.approx(10.0)
    for second in range(100):
        clock[0] = 104.0 + second
        pace.note(32 + 2 * second)
    assert pace.rate() == pytest.approx(2.0, rel=0.05)


def test_a_log_has_a_line_every_few_seconds(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines()
    for done in range(101):
        lines.show("Đang làm báo cáo", Stand(done, 100, 0))
        clock[0] += 0.125
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        "Đang làm báo cáo: 40/100 đơn vị · 8,0 đơn vị/giây · còn 8 giây",
        "Đang làm báo cáo: 80/100 đơn vị · 8,0 đơn vị/giây · còn 2 giây",
    ]


def test_without_a_terminal_there_are_lines_and_for_a_program_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert isinstance(watching(as_json=False), Lines)
    with watching(as_json=True) as unseen:
        assert isinstance(unseen, Unseen)
        unseen.show("Đang làm báo cáo", Stand(1, 2, 0))
        unseen.say("Một tiến trình bị ngắt.")
    assert capsys.readouterr() == ("", "")


_DRAWN = """
from baocao.cli.progress import Stand, watching
with watching(as_json=False) as screen:
    print(type(screen).__name__)
    screen.show("Đang làm báo cáo", Stand(0, 12, 0))
    screen.show("Đang làm báo cáo", Stand(7, 12, 1))
    screen.say("Một [b]tiến trình[/b] bị ngắt.")
"""


def _on_terminal(script: str, term: str) -> str:
    """What a script prints on a terminal of that kind."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": term, "COLUMNS": "120", "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen([sys.executable, "-c", script], stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    said = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        said += part
    os.close(ours)
    assert process.wait(30) == 0
    return said.decode()


def test_a_terminal_has_a_bar_that_goes_away() -> None:
    said = _on_terminal(_DRAWN, "xterm")
    assert Bar.__name__ in said
    assert "Đang làm báo cáo" in said
    assert "7/12 đơn vị" in said
    assert "01 chưa làm được" in said
    assert "Một [b]tiến trình[/b] bị ngắt." in said
    assert said.endswith("\x1b[2K")  # the line of the bar is wiped


def test_a_terminal_that_draws_nothing_has_lines() -> None:
    assert _on_terminal(_DRAWN, "dumb").startswith("Lines")
