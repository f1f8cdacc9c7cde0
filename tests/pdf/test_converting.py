"""Many reports become PDFs whatever LibreOffice does: a fake one stands on the PATH and misbehaves."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

from baocao.errors import OutputError
from baocao.pdf import Patience, Pdf, converted, to_pdf
from baocao.pdf.page_count import count_pages
from baocao.pdf.settling import is_of, settled
from pdf_kit import (
    DIES,
    DIES_ONCE,
    HALF,
    HANGS,
    REFUSED,
    SHORT,
    SLOW,
    FakeOffice,
    alive,
    document,
    modern_pdf,
    pdf,
)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the fake LibreOffice is a script")

QUICK = Patience(first=3.0, next=1.0)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeOffice:
    """A fake LibreOffice, and a folder of temporary files that is watched."""
    fake = FakeOffice(tmp_path / "bin")
    temporary = tmp_path / "tam"
    temporary.mkdir()
    monkeypatch.setenv("PATH", str(fake.folder), prepend=os.pathsep)
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    return fake


def convert(folder: Path, *documents: bytes, patience: Patience = QUICK) -> dict[int, Pdf]:
    """The PDFs by place; nothing of LibreOffice stays behind."""
    files = [folder / f"bao-cao-{at}.docx" for at in range(len(documents))]
    for file, data in zip(files, documents, strict=True):
        file.write_bytes(data)
    made = {pdf.place: pdf for pdf in converted(files, patience=patience)}
    assert sorted(made) == list(range(len(documents)))
    assert list((folder / "tam").iterdir()) == []
    assert sorted(item.name for item in folder.glob("*.docx")) == sorted(file.name for file in files)
    return made


def told(pdf: Pdf) -> list[tuple[str, str]]:
    return [(item.code, dict(item.facts).get("ly_do", "")) for item in pdf.findings]


def settle_down(office: FakeOffice) -> None:
    """Wait until what was killed is gone."""
    ends = time.monotonic() + 60
    while any(alive(item) for start in office.starts() for item in start[:2]) and time.monotonic() < ends:
        time.sleep(0.02)
    assert [item for start in office.starts() for item in start[:2] if alive(item)] == []


def test_all_in_one_start(office: FakeOffice, tmp_path: Path) -> None:
    made = convert(tmp_path, document(), document("Hai"), document("Ba"))
    assert [pdf.pages for pdf in made.values()] == [4, 4, 4]
    assert len({pdf.source for pdf in made.values()}) == 3
    assert all(is_of(pdf.data, pdf.source) and not pdf.findings for pdf in made.values())
    assert [files for _, _, files in office.starts()] == [3]


def test_one_that_hangs_is_ended_with_its_children_and_told_the_others_go_on(
    office: FakeOffice, tmp_path: Path
) -> None:
    made = convert(tmp_path, document(), document(HANGS), document(), document())
    assert [pdf.pages for _, pdf in sorted(made.items())] == [4, 0, 4, 4]
    assert told(made[1]) == [("pdf-khong-thanh", "quá 3 giây mà chưa xong")]
    assert [files for _, _, files in office.starts()] == [4, 2, 1]
    settle_down(office)


def test_one_alone_that_hangs_is_not_waited_for_twice(office: FakeOffice, tmp_path: Path) -> None:
    made = convert(tmp_path, document(HANGS), patience=Patience(0.5, 0.5))
    assert told(made[0]) == [("pdf-khong-thanh", "quá 0.5 giây mà chưa xong")]
    assert len(office.starts()) == 1
    settle_down(office)


def test_one_that_kills_libreoffice_is_tried_again_alone_and_told(office: FakeOffice, tmp_path: Path) -> None:
    made = convert(tmp_path, document(DIES), document(), document())
    assert [pdf.pages for _, pdf in sorted(made.items())] == [0, 4, 4]
    ((code, reason),) = told(made[0])
    assert code == "pdf-khong-thanh"
    assert re.fullmatch(r"LibreOffice dừng giữa chừng \(mã -\d+\)", reason)
    assert [files for _, _, files in office.starts()] == [3, 2, 1]
    settle_down(office)


def test_a_libreoffice_that_was_killed_from_outside_costs_no_pdf(office: FakeOffice, tmp_path: Path) -> None:
    made = convert(tmp_path, document(), document(DIES_ONCE), document())
    assert [pdf.pages for _, pdf in sorted(made.items())] == [4, 4, 4]
    assert [files for _, _, files in office.starts()] == [3, 1, 1]


def test_one_that_is_refused_is_tried_again_alone_and_told(office: FakeOffice, tmp_path: Path) -> None:
    made = convert(tmp_path, document(), document(REFUSED), document(), document(REFUSED))
    assert [pdf.pages for _, pdf in sorted(made.items())] == [4, 0, 4, 0]
    assert told(made[1]) == told(made[3]) == [("pdf-khong-thanh", "tệp .docx không mở được")]
    assert [files for _, _, files in office.starts()] == [4, 1, 1]


def test_a_pdf_with_too_few_pages_is_not_taken(office: FakeOffice, tmp_path: Path) -> None:
    made = convert(tmp_path, document(SHORT, breaks=2), document(breaks=3), document(SHORT))
    assert [pdf.pages for _, pdf in sorted(made.items())] == [0, 4, 1]
    (fault,) = made[0].findings
    assert fault.code == "pdf-thieu-trang"
    assert "chỉ có 01 trang, trong khi báo cáo đã ngắt sẵn thành ít nhất 03 trang" in fault.text
    assert [files for _, _, files in office.starts()] == [3, 1]


def test_a_pdf_that_was_not_written_to_its_end_is_not_taken(office: FakeOffice, tmp_path: Path) -> None:
    made = convert(tmp_path, document(), document(HALF))
    assert [pdf.pages for _, pdf in sorted(made.items())] == [4, 0]
    assert told(made[1]) == [("pdf-khong-thanh", "bản PDF dở dang")]


def test_a_libreoffice_that_does_not_work_is_not_tried_for_each_report(
    office: FakeOffice, tmp_path: Path
) -> None:
    office.break_it()
    made = convert(tmp_path, *[document(str(at)) for at in range(20)])
    assert {item for pdf in made.values() for item in told(pdf)} == {
        ("pdf-khong-thanh", "LibreOffice báo «no display»")
    }
    assert [files for _, _, files in office.starts()] == [20, 19, 18]


def test_a_file_that_is_no_word_document_never_comes_to_libreoffice(
    office: FakeOffice, tmp_path: Path
) -> None:
    made = convert(tmp_path, b"xin chao", document(), b"")
    assert [code for pdf in (made[0], made[2]) for code, _ in told(pdf)] == ["docx-khong-phai"] * 2
    assert made[1].pages == 4
    assert [files for _, _, files in office.starts()] == [1]


def test_a_report_that_is_gone_is_told(office: FakeOffice, tmp_path: Path) -> None:
    (only,) = converted([tmp_path / "khong-co.docx"])
    assert told(only) == [("pdf-khong-thanh", f"không đọc được tệp {tmp_path / 'khong-co.docx'}")]


def test_whoever_stops_in_the_middle_ends_libreoffice(office: FakeOffice, tmp_path: Path) -> None:
    files = [tmp_path / f"{at}.docx" for at in range(2)]
    for file, words in zip(files, ("Một", HANGS), strict=True):
        file.write_bytes(document(words))
    going = converted(files)
    assert next(going).pages == 4
    going.close()
    settle_down(office)
    assert list((tmp_path / "tam").iterdir()) == []


def test_one_report_for_the_asking(office: FakeOffice) -> None:
    data = document("Một")
    assert to_pdf(data) == to_pdf(data) != to_pdf(document("Hai"))
    with pytest.raises(OutputError) as caught:
        to_pdf(document(SHORT, breaks=1))
    assert [item.code for item in caught.value.findings] == ["pdf-thieu-trang"]
    with pytest.raises(OutputError) as caught:
        to_pdf(document(HANGS), timeout=0.5)
    assert "quá 0.5 giây" in str(caught.value)


def test_a_program_that_cannot_be_started(
    office: FakeOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "hong"
    program.write_bytes(b"\x7fELF khong phai")
    program.chmod(0o755)
    monkeypatch.setattr("baocao.pdf.converting.find_libreoffice", lambda: str(program))
    with pytest.raises(OutputError) as caught:
        to_pdf(document())
    assert f"không chạy được {program}" in str(caught.value)


def test_no_room_for_temporary_files(office: FakeOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/khong-co/tam")
    with pytest.raises(OutputError):
        to_pdf(document())


def test_what_killed_runs_left_goes_after_a_day(office: FakeOffice, tmp_path: Path) -> None:
    old, new = tmp_path / "tam" / "baocao-pdf-cu", tmp_path / "tam" / "baocao-pdf-moi"
    for folder in (old, new):
        (folder / "ho-so").mkdir(parents=True)
    os.utime(old, (0, 0))
    to_pdf(document())
    assert [item.name for item in (tmp_path / "tam").iterdir()] == ["baocao-pdf-moi"]


@pytest.mark.parametrize("form", [pdf, modern_pdf])
def test_the_identifier_is_of_the_report_and_no_offset_moves(form) -> None:
    data = form(3)
    made = settled(data, "ab" * 32)
    assert len(made) == len(data)
    assert count_pages(made) == 3
    assert made.count(b"AB" * 16) == 3
    assert is_of(made, "ab" * 32)
    assert not is_of(made, "cd" * 32)
    assert b"/CreationDate" not in made


def test_pdfs_that_are_not_taken_are_progress_too(office: FakeOffice, tmp_path: Path) -> None:
    """LibreOffice is not taken for hanging while it gives PDFs, good or not."""
    slow = document(SHORT, SLOW, breaks=1)
    made = convert(tmp_path, slow, slow, slow, document(SLOW), patience=Patience(2.0, 2.0))
    assert [pdf.pages for _, pdf in sorted(made.items())] == [0, 0, 0, 4]
    assert [files for _, _, files in office.starts()] == [4, 1, 1, 1]
