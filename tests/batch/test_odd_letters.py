"""Letters that no encoding has, in names of files and in data: they stop no run and no other unit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from batch_kit import Office

from baocao.batch.batch import run_batch
from baocao.batch.lines import as_line
from baocao.batch.options import Options


def odd(office: Office) -> Path:
    """A folder with a good file, one whose name is no UTF-8, one with half a pair of surrogates inside."""
    good = office.unit("xa/an-binh.yaml", "An Bình")
    other = office.unit("xa/b.yaml", "Ba")
    try:
        os.rename(os.fsencode(other), os.fsencode(other.parent) + b"/b\xff.yaml")
    except OSError:
        pytest.skip("file names here are text")
    unit = {"ten": "Ủy ban nhân dân xã N\ud800m", "cap": "xa", "dia_danh": "N\ud800m"}
    text = json.dumps({"goi": "viec", "don_vi": unit, "ky": {"loai": "nam", "nam": 2025}})
    (good.parent / "c.json").write_text(text, "utf-8")
    return good.parent


def test_odd_letters_stop_no_other_unit(office: Office) -> None:
    folder = odd(office)
    counts = run_batch([folder], office.results).counts
    assert {status.name: count for status, count in counts.items()} == {"MADE": 2, "FAILED": 1}
    again = run_batch([folder], office.results)
    assert {status.name: count for status, count in again.counts.items()} == {"SAME": 2, "FAILED": 1}
    files = {
        json.loads(line)["so_lieu"]
        for line in (office.results / "ket-qua.jsonl").read_text("utf-8").splitlines()
    }
    assert str(folder / "b\udcff.yaml") in files


def test_parts_with_odd_letters(office: Office) -> None:
    folder = odd(office)
    done = [run_batch([folder], office.results, Options(part=(part, 2))).total for part in (1, 2)]
    assert sum(done) == 3


@pytest.mark.parametrize("further", [[], ["--json"]])
def test_odd_letters_are_printed(office: Office, further: list[str]) -> None:
    folder = odd(office)
    command = [sys.executable, "-m", "baocao", "hang-loat", folder, "-o", office.results, *further]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "xã N" in (done.stdout if further else done.stderr).decode()


def test_a_line_has_every_letter() -> None:
    data = {"ten": "Xã Ăn \ud800\U0001f600", "so": 1}
    assert as_line(data) == '{"ten":"Xã Ăn \\ud800\U0001f600","so":1}\n'.encode()
    assert json.loads(as_line(data)) == data
