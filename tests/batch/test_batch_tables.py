"""The tables of a run: what stands in them, and what becomes of one that is open in Excel."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from baocao.batch.jobs import Job
from baocao.batch.outcome import Draft, Result, Status
from baocao.batch.telling.tables import Tables, Written
from baocao.errors import Finding, Where, finding

WARNING = finding("tep-da-co", Where("a.yaml", 7), tep="x.docx")
SUMS = {"Số đơn vị": 2, "Làm từ": "so-lieu"}


def result(
    name: str,
    place: int = 0,
    status: Status = Status.MADE,
    findings: tuple[Finding, ...] = (),
    **more: Any,
) -> Result:
    draft = Draft(
        Job(f"2025.yaml#{name}", place, "/so-lieu/2025.yaml", place),
        unit=name,
        code="VD-001",
        parent="Ủy ban nhân dân tỉnh Mẫu",
        data="a" * 64,
        pack="b" * 64,
        seconds=0.0123,
    )
    file = "" if status is Status.FAILED else f"{place}.docx"
    return Result(draft, status, file, "c" * 64 if file else "", findings, **more)


def written(folder: Path, *results: Result, general: tuple[Finding, ...] = ()) -> Written:
    tables = Tables(folder)
    for one in results:
        tables.take(one)
    return tables.close(general, SUMS)


def cells(folder: Path, sheet: str, name: str = "ket-qua.xlsx") -> list[list[Any]]:
    book = openpyxl.load_workbook(folder / name)
    return [[cell.value for cell in row] for row in book[sheet].iter_rows()]


def test_rows_stand_in_the_order_of_the_jobs_with_documented_keys(tmp_path: Path) -> None:
    written(tmp_path, result("Xã B", 1, findings=(WARNING,)), result("Xã A", 0))
    lines = (tmp_path / "ket-qua.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["don_vi"] for row in rows] == ["Xã A", "Xã B"]
    assert rows[0] == {
        "viec": "2025.yaml#Xã A",
        "thu_tu": 0,
        "don_vi": "Xã A",
        "ma_don_vi": "VD-001",
        "cap_tren": "Ủy ban nhân dân tỉnh Mẫu",
        "ket_qua": "da_lam",
        "tep": "0.docx",
        "pdf": "",
        "so_trang": 0,
        "so_lieu": "/so-lieu/2025.yaml",
        "ma_bam": {"so_lieu": "a" * 64, "goi": "b" * 64, "bao_cao": "c" * 64},
        "giay": 0.012,
        "phat_hien": [],
    }
    assert rows[1]["phat_hien"] == [WARNING.as_data()]


def test_the_book_has_the_units_the_findings_and_the_sums(tmp_path: Path) -> None:
    general = finding("thu-muc-khong-co", Where("b"), thu_muc="b")
    failed = result("Xã B", 1, Status.FAILED, (WARNING,))
    said = written(tmp_path, result("Xã A", 0), failed, general=(general,))
    assert (said.book, said.lines) == (tmp_path / "ket-qua.xlsx", tmp_path / "ket-qua.jsonl")
    units = cells(tmp_path, "Kết quả")
    assert units[0][:6] == ["TT", "Đơn vị", "Mã đơn vị", "Cấp trên", "Kết quả", "Báo cáo"]
    assert units[1][1:6] == ["Xã A", "VD-001", "Ủy ban nhân dân tỉnh Mẫu", "đã làm", "0.docx"]
    assert units[2][4] == "chưa làm được"
    assert units[2][units[0].index("Phải sửa")] == 1
    assert units[2][units[0].index("Lời nhắc nặng nhất")] == f"a.yaml, dòng 7: {WARNING.text}"
    assert units[2][units[0].index("Dấu vết mẫu")] == "b" * 12
    told = cells(tmp_path, "Lời nhắc")
    assert [row[0] for row in told] == ["Đơn vị", "(chung)", "Xã B"]
    assert told[2][2:] == ["phải sửa", "a.yaml, dòng 7", WARNING.text, WARNING.remedy, "tep-da-co"]
    assert cells(tmp_path, "Tóm tắt") == [["Số đơn vị", 2], ["Làm từ", "so-lieu"]]


def test_a_report_is_linked_headings_stay_and_can_be_filtered(tmp_path: Path) -> None:
    written(tmp_path, result("Xã A", 0))
    sheet = openpyxl.load_workbook(tmp_path / "ket-qua.xlsx")["Kết quả"]
    assert sheet["F2"].hyperlink.target == "0.docx"
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref is not None


def test_pdf_and_its_pages_have_columns_only_when_there_are_some(tmp_path: Path) -> None:
    written(tmp_path, result("Xã A", 0, pdf="0.pdf", pages=3))
    units = cells(tmp_path, "Kết quả")
    assert units[0][6:8] == ["Bản PDF", "Số trang"]
    assert units[1][6:8] == ["0.pdf", 3]
    written(tmp_path, result("Xã A", 0))
    assert "Bản PDF" not in cells(tmp_path, "Kết quả")[0]


@pytest.mark.parametrize("name", ["=1+1", "+84", "-5", "@SUM(A1)", '=HYPERLINK("x")', "http://a.b/c"])
def test_a_name_from_the_data_is_text_and_no_formula(tmp_path: Path, name: str) -> None:
    written(tmp_path, result(name, 0))
    sheet = openpyxl.load_workbook(tmp_path / "ket-qua.xlsx")["Kết quả"]
    assert (sheet["B2"].value, sheet["B2"].data_type, sheet["B2"].hyperlink) == (name, "s", None)


def test_a_later_result_of_a_job_takes_the_place_of_the_first(tmp_path: Path) -> None:
    written(tmp_path, result("Xã A", 0), result("Xã A", 0, pdf="0.pdf", pages=2))
    assert [row[6] for row in cells(tmp_path, "Kết quả")] == ["Bản PDF", "0.pdf"]


def test_what_an_earlier_run_told_is_marked_as_such(tmp_path: Path) -> None:
    tables = Tables(tmp_path)
    tables.take(result("Xã A", 0), earlier=True)
    tables.close((), SUMS)
    assert cells(tmp_path, "Kết quả")[1][4] == "đã làm (lần chạy trước)"
    assert json.loads((tmp_path / "ket-qua.jsonl").read_text(encoding="utf-8"))["lan_truoc"] is True


def test_a_table_open_in_excel_is_written_beside_and_told(tmp_path: Path) -> None:
    written(tmp_path, result("Xã Cũ", 0))
    last = (tmp_path / "ket-qua.xlsx").read_bytes()
    (tmp_path / "~$ket-qua.xlsx").write_bytes(b"")
    said = written(tmp_path, result("Xã A", 0))
    assert said.book == tmp_path / "ket-qua (2).xlsx"
    assert [item.code for item in said.findings] == ["bang-dang-mo"]
    assert (tmp_path / "ket-qua.xlsx").read_bytes() == last
    (tmp_path / "~$ket-qua (2).xlsx").write_bytes(b"")
    assert written(tmp_path, result("Xã A", 0)).book == tmp_path / "ket-qua (3).xlsx"


def test_what_was_written_beside_a_table_is_gone_when_that_is_up_to_date(tmp_path: Path) -> None:
    lock = tmp_path / "~$ket-qua.xlsx"
    written(tmp_path, result("Xã A", 0))
    lock.write_bytes(b"")
    written(tmp_path, result("Xã A", 0))
    (tmp_path / "ket-qua (3).xlsx").write_bytes(b"ghi chu")
    lock.unlink()
    assert written(tmp_path, result("Xã A", 0)).book == tmp_path / "ket-qua.xlsx"
    assert not (tmp_path / "ket-qua (2).xlsx").exists()
    assert (tmp_path / "ket-qua (3).xlsx").read_bytes() == b"ghi chu"


@pytest.mark.parametrize("suffix", [".xlsx", ".jsonl"])
def test_a_file_that_is_not_ours_is_never_written_over(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"ket-qua{suffix}").write_bytes(b"so lieu")
    said = written(tmp_path, result("Xã A", 0))
    assert tmp_path / f"ket-qua (2){suffix}" in (said.book, said.lines)
    assert [item.code for item in said.findings] == ["bang-cua-nguoi"]
    assert (tmp_path / f"ket-qua{suffix}").read_bytes() == b"so lieu"


def test_notes_in_a_table_of_ours_are_kept(tmp_path: Path) -> None:
    written(tmp_path, result("Xã A", 0))
    book = tmp_path / "ket-qua.xlsx"
    book.write_bytes(book.read_bytes() + b"ghi chu")
    said = written(tmp_path, result("Xã A", 0))
    assert said.book == tmp_path / "ket-qua (2).xlsx"
    assert book.read_bytes().endswith(b"ghi chu")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_in_the_place_of_a_table_stays_unread(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ket-qua.xlsx")
    assert written(tmp_path, result("Xã A", 0)).book == tmp_path / "ket-qua (2).xlsx"
    assert (tmp_path / "ket-qua.xlsx").is_fifo()


def test_a_memory_of_tables_that_is_spoilt_makes_none_of_them_ours(tmp_path: Path) -> None:
    written(tmp_path, result("Xã A", 0))
    (tmp_path / ".baocao/ket-qua.json").write_text('["', encoding="utf-8")
    assert written(tmp_path, result("Xã A", 0)).book == tmp_path / "ket-qua (2).xlsx"


def test_a_table_that_cannot_be_written_is_told_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "ket-qua.xlsx").mkdir()
    said = written(tmp_path, result("Xã A", 0))
    assert said.book is None
    assert said.lines == tmp_path / "ket-qua.jsonl"
    assert [item.code for item in said.findings] == ["bang-khong-ghi-duoc"]
    assert "đó là một thư mục" in said.findings[0].text


def test_tables_of_a_part_carry_it_in_their_names(tmp_path: Path) -> None:
    said = Tables(tmp_path, "2-5").close((), SUMS)
    assert said.book == tmp_path / "ket-qua-2-5.xlsx"
    assert said.lines == tmp_path / "ket-qua-2-5.jsonl"


def test_a_text_longer_than_a_cell_is_cut_in_the_book_only(tmp_path: Path) -> None:
    long = "ă" * 40_000
    written(tmp_path, result(long, 0))
    assert cells(tmp_path, "Kết quả")[1][1] == "ă" * 32_766 + "…"
    assert json.loads((tmp_path / "ket-qua.jsonl").read_text(encoding="utf-8"))["don_vi"] == long


def test_rows_are_as_high_as_their_texts(tmp_path: Path) -> None:
    told = tuple(finding("lenh-sai", Where("a.yaml", 7), ly_do="một chữ " * count) for count in (3, 30, 900))
    written(tmp_path, result("Xã A", 0, findings=told[1:2]), result("Xã B", 1, findings=told))
    book = openpyxl.load_workbook(tmp_path / "ket-qua.xlsx")
    heights = [book["Lời nhắc"].row_dimensions[row].height for row in (2, 3, 4)]
    assert heights == [75.0, None, 408.75]  # 240 letters in a column of 54; one line; as high as may be
    assert book["Kết quả"].row_dimensions[2].height == 75.0


def test_every_sheet_is_printed_one_page_wide(tmp_path: Path) -> None:
    written(tmp_path, result("Xã A", 0))
    for sheet in openpyxl.load_workbook(tmp_path / "ket-qua.xlsx"):
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.paperSize == 9
    units = openpyxl.load_workbook(tmp_path / "ket-qua.xlsx")["Kết quả"]
    printed = [column for column in units.column_dimensions.values() if column.min <= 10]
    assert sum(column.width * (column.max - column.min + 1) for column in printed) < 200


def test_what_several_units_were_told_of_one_place_stands_once(tmp_path: Path) -> None:
    here, there = finding("lenh-sai", Where("2025.yaml", 3), ly_do="Sai."), finding("lenh-sai", ly_do="Lỗi.")
    names = ("Xã A", "Xã B", "Xã C")
    written(tmp_path, *(result(name, at, findings=(here, there)) for at, name in enumerate(names)))
    told = [(row[0], row[3]) for row in cells(tmp_path, "Lời nhắc")[1:]]
    assert told == [("(chung cho 03 đơn vị)", "2025.yaml, dòng 3"), *((name, None) for name in names)]
    lines = (tmp_path / "ket-qua.jsonl").read_text(encoding="utf-8").splitlines()
    assert [len(json.loads(line)["phat_hien"]) for line in lines] == [2, 2, 2]
