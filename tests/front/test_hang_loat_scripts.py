"""`baocao hang-loat` as a script meets it: lines of JSON, exit codes, interrupts, other consoles."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hang_loat_kit import NAMES, data_of, ended, reports, rows, started, write_units

import baocao
from baocao.batch.outcome import Status
from baocao.batch.telling.tally import Step
from baocao.cli import run


@pytest.fixture
def units(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder so-lieu with five communes, in the current folder."""
    monkeypatch.chdir(tmp_path)
    return write_units(Path("so-lieu"))


def test_each_unit_is_a_line_of_json_and_the_sums_are_the_last(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (units / "don-vi-5.yaml").write_text(data_of("Gia Ví", 5, settled=-1), encoding="utf-8")
    assert run(["hang-loat", "so-lieu", "-o", "ra", "--json"]) == 1
    said = capsys.readouterr()
    assert said.err == ""
    *lines, last = map(json.loads, said.out.splitlines())
    table = [json.loads(line) for line in Path("ra/ket-qua.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sorted(lines, key=lambda row: row["thu_tu"]) == table
    sums = last["tom_tat"]
    assert {key: sums[key] for key in ("thanh_cong", "tong_so", "da_lam", "chua_lam", "bi_dung")} == {
        "thanh_cong": False,
        "tong_so": 5,
        "da_lam": 4,
        "chua_lam": 1,
        "bi_dung": False,
    }
    assert sums["bang"] == [str(Path("ra/ket-qua.xlsx")), str(Path("ra/ket-qua.jsonl"))]
    assert all(len(digest) == 64 for row in table[:4] for digest in row["ma_bam"].values())


def test_what_keeps_a_run_from_starting_is_one_line_too(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["hang-loat", "so-lieu", "-o", "so-lieu/don-vi-1.yaml", "--json"]) == 4
    (line,) = capsys.readouterr().out.splitlines()
    sums = json.loads(line)["tom_tat"]
    assert (sums["thanh_cong"], [item["ma"] for item in sums["phat_hien"]]) == (False, ["thu-muc-la-tep"])


@pytest.mark.parametrize(
    "words",
    [("so-lieu", "-o", "ra", "--gheide"), ("so-lieu", "--phan", "3/2", "-o", "ra"), ("-o", "ra")],
    ids=" ".join,
)
def test_a_command_that_is_mistyped_is_one_line_too(
    units: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert run(["hang-loat", *words, "--json"]) == 2
    (line,) = capsys.readouterr().out.splitlines()
    (told,) = json.loads(line)["tom_tat"]["phat_hien"]
    assert told["ma"] == "lenh-sai"
    assert "\n" not in told["noi_dung"]


@pytest.mark.parametrize("name", ["khong-doc", "full"])
def test_lines_that_nobody_takes_stop_no_report(units: Path, name: str) -> None:
    if name == "full" and not Path("/dev/full").exists():
        pytest.skip("no device that is always full here")
    words = [sys.executable, "-m", "baocao", "hang-loat", "so-lieu", "-o", "ra", "--json"]
    reading, writing = os.pipe()
    os.close(reading)
    out = open("/dev/full", "wb") if name == "full" else os.fdopen(writing, "wb")  # noqa: SIM115
    with out:
        ended_ = subprocess.run(words, stdout=out, stderr=subprocess.PIPE, timeout=60)
    assert ended_.returncode == 4
    assert len(reports(Path("ra"))) == 5
    assert set(ended(Path("ra")).values()) == {"da_lam"}
    assert "ket-qua.jsonl" in ended_.stderr.decode()
    assert "Traceback" not in ended_.stderr.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
def test_a_log_whose_disk_is_full_is_no_fault_of_the_program(units: Path) -> None:
    words = [sys.executable, "-m", "baocao", "hang-loat", "so-lieu", "-o", "ra"]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 4
    assert "Không in được hết lời kết quả" in done.stderr.decode()
    assert len(reports(Path("ra"))) == 5


@pytest.mark.skipif(os.name == "nt", reason="a shell that closes streams")
def test_a_program_without_a_console_works(units: Path) -> None:
    command = f"{sys.executable} -m baocao hang-loat so-lieu -o ra >&- 2>&-"
    assert subprocess.run(command, shell=True, timeout=60).returncode == 0
    assert len(reports(Path("ra"))) == 5


def test_the_same_from_python(units: Path) -> None:
    steps: list[Step] = []
    summary = baocao.make_reports(["so-lieu"], "ra", baocao.BatchOptions(processes=1), watch=steps.append)
    assert isinstance(summary, baocao.BatchSummary)
    assert (summary.total, summary.counts, summary.left) == (5, {Status.MADE: 5}, None)
    assert [step.done for step in steps] == [0, 1, 2, 3, 4, 5]
    assert [step.row["don_vi"] for step in steps if step.row] == [f"Ủy ban nhân dân xã {x}" for x in NAMES]
    assert sorted(path.name for path in Path("ra").glob("*.docx")) == sorted(reports(Path("ra")))


def test_processes_zone_locale_and_hash_seed_change_no_byte(units: Path) -> None:
    assert run(["hang-loat", "so-lieu", "-o", "ra", "--so-tien-trinh", "1"]) == 0
    other = started(
        *("so-lieu", "-o", "khac", "--so-tien-trinh", "4"),
        TZ="Asia/Ho_Chi_Minh",
        LC_ALL="C",
        PYTHONHASHSEED="7",
    )
    other.communicate(timeout=120)
    assert other.returncode == 0
    assert reports(Path("khac")) == reports(Path("ra"))


def test_a_console_of_windows_is_told_in_full(units: Path) -> None:
    (units / "don-vi-5.yaml").write_text(data_of("Gia Ví", 5, settled=-1), encoding="utf-8")
    process = started("so-lieu", "-o", "ra", PYTHONIOENCODING="cp1258", PYTHONUTF8="0")
    out, err = process.communicate(timeout=120)
    assert process.returncode == 1
    assert "04 báo cáo đã làm, 01 chưa làm được." in out.decode("utf-8")
    assert "Ủy ban nhân dân xã Gia Ví" in err.decode("utf-8")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_says_so_and_the_next_goes_on(tmp_path: Path, number: signal.Signals) -> None:
    names = [f"Số {place}" for place in range(1, 201)]
    units, folder = write_units(tmp_path / "so-lieu", names), tmp_path / "ra"
    process = started(str(units), "-o", str(folder), "--so-tien-trinh", "2")
    deadline = time.monotonic() + 60
    while len(list(folder.glob("*.docx"))) < 5 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(number)
    out, _ = process.communicate(timeout=60)
    said = out.decode("utf-8")
    assert process.returncode == 130
    assert "Đã dừng theo yêu cầu, còn " in said
    assert "Chạy lại đúng lệnh này là làm tiếp." in said
    done = reports(folder)
    assert 5 <= len(done) < 200
    assert {row["tep"] for row in rows(folder).values()} == set(done)
    assert run(["hang-loat", str(units), "-o", str(folder)]) == 0
    assert len(reports(folder)) == 200
    assert {name: reports(folder)[name] for name in done} == done
    counted = list(ended(folder).values())
    assert counted.count("khong_doi") == len(done)
