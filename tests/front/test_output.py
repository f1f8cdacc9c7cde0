"""Writing a result: whole or not at all, never over somebody's file unasked."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from baocao import output
from baocao.errors import OutputError


def codes(caught: pytest.ExceptionInfo[OutputError]) -> list[str]:
    return [item.code for item in caught.value.findings]


def test_a_new_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    output.write_result(tmp_path / "bao-cao.docx", b"moi")
    assert {item.name: item.read_bytes() for item in tmp_path.iterdir()} == {"bao-cao.docx": b"moi"}


def test_an_existing_file_is_not_touched_without_ghi_de(tmp_path: Path) -> None:
    target = tmp_path / "bao-cao.docx"
    target.write_bytes(b"sua tay")
    with pytest.raises(OutputError) as caught:
        output.write_result(target, b"moi")
    assert codes(caught) == ["tep-da-co"]
    assert target.read_bytes() == b"sua tay"
    output.write_result(target, b"moi", overwrite=True)
    assert target.read_bytes() == b"moi"


def test_a_file_that_appears_while_we_write_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "bao-cao.docx"
    real_fsync = os.fsync

    def somebody_writes_meanwhile(handle: int) -> None:
        target.write_bytes(b"cua nguoi khac")
        real_fsync(handle)

    monkeypatch.setattr(output.os, "fsync", somebody_writes_meanwhile)
    with pytest.raises(OutputError) as caught:
        output.write_result(target, b"moi")
    assert codes(caught) == ["tep-da-co"]
    assert [item.read_bytes() for item in tmp_path.iterdir()] == [b"cua nguoi khac"]


@pytest.mark.parametrize("lock", ["~$bao-cao.docx", "~$o-cao.docx", ".~lock.bao-cao.docx#"])
def test_a_file_open_in_word_or_libreoffice_is_explained(tmp_path: Path, lock: str) -> None:
    target = tmp_path / "bao-cao.docx"
    target.write_bytes(b"dang mo")
    (tmp_path / lock).touch()
    with pytest.raises(OutputError) as caught:
        output.write_result(target, b"moi", overwrite=True)
    assert codes(caught) == ["tep-dang-mo"]
    assert target.read_bytes() == b"dang mo"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        output.write_result(tmp_path / "khong-co" / "bao-cao.docx", b"moi")
    assert codes(caught) == ["thu-muc-khong-co"]
    assert str(tmp_path / "khong-co") in caught.value.findings[0].text


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        output.write_result(tmp_path, b"moi", overwrite=True)
    assert codes(caught) == ["khong-ghi-duoc"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "het-cho-trong"),
        (errno.EACCES, "khong-duoc-ghi"),
        (errno.EROFS, "khong-duoc-ghi"),
        (errno.ENAMETOOLONG, "khong-ghi-duoc"),
    ],
)
def test_a_fault_of_the_disk_is_told_and_the_old_file_survives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    target = tmp_path / "bao-cao.docx"
    target.write_bytes(b"cu")

    def full(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(output.os, "fsync", full)
    with pytest.raises(OutputError) as caught:
        output.write_result(target, b"moi", overwrite=True)
    assert codes(caught) == [code]
    assert [item.read_bytes() for item in tmp_path.iterdir()] == [b"cu"]


def test_an_interrupt_half_way_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(output.os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        output.write_result(tmp_path / "bao-cao.docx", b"moi")
    assert list(tmp_path.iterdir()) == []


def test_what_killed_runs_have_left_is_removed_after_a_day(tmp_path: Path) -> None:
    old, young, other = (tmp_path / name for name in (".baocao-cu.tmp", ".baocao-moi.tmp", "cua-ai.tmp"))
    for file, hours in ((old, 25), (young, 23), (other, 100)):
        file.write_bytes(b"do dang")
        os.utime(file, (time.time() - hours * 3600,) * 2)
    (tmp_path / ".baocao-thu-muc.tmp").mkdir()
    os.utime(tmp_path / ".baocao-thu-muc.tmp", (0, 0))
    output.write_result(tmp_path / "bao-cao.docx", b"moi")
    assert sorted(item.name for item in tmp_path.iterdir()) == [
        young.name,
        ".baocao-thu-muc.tmp",
        "bao-cao.docx",
        other.name,
    ]


def test_a_folder_of_many_results_is_looked_through_once_an_hour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tmp_path / ".baocao-cu.tmp"
    now = time.time()
    for minutes, is_left in ((0, False), (59, True), (61, False)):
        left.touch()
        os.utime(left, (0, 0))
        monkeypatch.setattr(output.time, "time", lambda passed=minutes: now + passed * 60)
        output.write_result(tmp_path / f"{minutes}.docx", b"moi")
        assert left.exists() is is_left


def test_another_run_that_removes_the_same_file_first_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tmp_path / ".baocao-cu.tmp"
    left.touch()
    os.utime(left, (0, 0))
    unlink = Path.unlink

    def twice(path: Path) -> None:
        unlink(path)
        unlink(path)

    monkeypatch.setattr(Path, "unlink", twice)
    output.write_result(tmp_path / "bao-cao.docx", b"moi")
    assert [item.name for item in tmp_path.iterdir()] == ["bao-cao.docx"]
