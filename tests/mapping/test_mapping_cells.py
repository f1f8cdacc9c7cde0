"""A unit's own workbook, cell by cell: `bang_tinh: {o: ...}` and lists."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from mapping_kit import figure, mapped, told, words, write_book, write_table

from baocao.mapping.mapping import from_workbook
from baocao.source.files import read_tree
from baocao.source.raw import Literal

CELLS = (("Hồ sơ tiếp nhận", 27630), ("Đúng hạn", "27.282"), ("Ngày", dt.date(2024, 3, 25)), ("Hạng", 11, 12))


def write_cells(folder: Path, more: Any = None) -> None:
    write_book(folder / "bang.xlsx", ("Tổng hợp", CELLS), ("Quý IV", (("x", 5),)), more=more)


def test_each_indicator_from_its_cell(tmp_path: Path) -> None:
    write_cells(tmp_path)
    got = mapped(
        tmp_path,
        "  trang: tổng hợp\n  o: {tthc: {tiep_nhan: B1, dung_han: $B$2}, the_che.ban_hanh: \"'Quý IV'!B1\"}",
    )
    assert not got.findings
    received = figure(got, "tthc.tiep_nhan")
    assert (received.value, received.literal, str(received.where)) == (
        "27630",
        Literal.EXACT,
        f"{tmp_path / 'bang.xlsx'}, ô Tổng hợp!B1",
    )
    assert figure(got, "tthc.dung_han").value == "27.282"
    assert figure(got, "the_che.ban_hanh").where.sheet == "Quý IV"
    assert "bang_tinh" not in got.value.children


def test_a_rank_from_two_cells_a_date_and_a_long_form(tmp_path: Path) -> None:
    write_cells(tmp_path)
    cells = "{chi_so.hang: B4/C4, chi_so.ngay_cong_bo: B3, tthc.so_hoa_moi: {gia_tri: B1, tu_ngay: B3}}"
    got = mapped(tmp_path, f"  trang: Tổng hợp\n  o: {cells}")
    assert figure(got, "chi_so.hang").value == "11/12"
    assert figure(got, "chi_so.ngay_cong_bo").value == "25/3/2024"
    assert figure(got, "tthc.so_hoa_moi.gia_tri").value == "27630"
    assert not got.findings


def test_typed_figures_stand_beside_those_of_the_workbook(tmp_path: Path) -> None:
    write_cells(tmp_path)
    entry = "  trang: Tổng hợp\n  o: {tthc.tiep_nhan: B1, tthc.ty_le_dung_han: B2, tthc.cap_xa.tiep_nhan: B9}"
    typed = "so_lieu:\n  tthc.cap_xa: {dung_han: 3}\n  tthc: {ty_le_dung_han: {so_le: 0}}"
    got = mapped(tmp_path, entry.replace("B9", "C4"), typed)
    assert not got.findings
    assert figure(got, "tthc.cap_xa.dung_han").value == "3"
    assert figure(got, "tthc.cap_xa.tiep_nhan").value == "12"
    assert figure(got, "tthc.ty_le_dung_han.gia_tri").value == "27.282"
    assert figure(got, "tthc.ty_le_dung_han.so_le").value == "0"


def test_a_figure_given_twice_is_told_and_the_typed_one_stays(tmp_path: Path) -> None:
    write_cells(tmp_path)
    got = mapped(tmp_path, "  o: {tthc.tiep_nhan: Tổng hợp!B1}", "so_lieu: {tthc.tiep_nhan: 5}")
    assert told(got.findings) == [("o-va-so-lieu", "dòng 6, mục tthc.tiep_nhan")]
    assert "ô Tổng hợp!B1" in words(got.findings)
    assert figure(got, "tthc.tiep_nhan").value == "5"


def test_a_blank_cell_is_a_blank_with_its_cell(tmp_path: Path) -> None:
    write_cells(tmp_path)
    got = mapped(tmp_path, "  trang: Tổng hợp\n  o: {tthc.tiep_nhan: C1}")
    assert (figure(got, "tthc.tiep_nhan").literal, figure(got, "tthc.tiep_nhan").where.cell) == (
        Literal.NULL,
        "C1",
    )


@pytest.mark.parametrize(
    ("entry", "code", "said"),
    [
        ("  o: {tthc.tiep_nhan: B1}", "trang-chua-neu", "«Tổng hợp», «Quý IV»"),
        ("  o: {tthc.tiep_nhan: Quý 4!B1}", "trang-khong-co", "Có phải «Quý IV» không?"),
        ("  o: {tthc.tiep_nhan: Quý IV!1B}", "o-dia-chi-sai", "«Quý IV!1B» không phải địa chỉ một ô"),
        ("  o: {tthc.tiep_nhan: Quý IV!B99}", "o-ngoai-trang", "ô cuối là B1"),
        ("  o: {tthc.tiep_nhan: [B1]}", "o-dia-chi-sai", "«…»"),
        ("  trnag: Quý IV\n  o: {tthc.tiep_nhan: Quý IV!B1}", "muc-la", "Có phải «trang» không?"),
        ("  trang: Quý IV", "bang-tinh-trong", "chưa nêu ô hay cột nào"),
        ("  trang: Quý IV\n  o: {tthc.tiep_nhan: B1, tthc: {tiep_nhan: B1}}", "khoa-trung", "tthc.tiep_nhan"),
        ("  trang: Quý IV\n  o: B1", "phai-la-bang", "thụt vào"),
    ],
)
def test_what_is_wrong_with_a_mapping_of_cells(tmp_path: Path, entry: str, code: str, said: str) -> None:
    write_cells(tmp_path)
    got = mapped(tmp_path, entry)
    assert [item.code for item in got.findings] == [code]
    assert said in words(got.findings)


def test_every_fault_at_once_and_a_missing_sheet_once(tmp_path: Path) -> None:
    write_cells(tmp_path)
    got = mapped(tmp_path, "  o: {a: Không có!B1, b: Không có!B2, c: 5, d: Tổng hợp!Z99}")
    assert [item.code for item in got.findings] == ["trang-khong-co", "o-dia-chi-sai", "o-ngoai-trang"]


def test_cells_that_hold_no_value_are_told_with_their_cell(tmp_path: Path) -> None:
    def spoil(book: Any, sheet: Any) -> None:
        sheet.merge_range("B1:B2", 7)
        sheet.write_formula("C1", "=1/0", None, "#DIV/0!")

    write_cells(tmp_path, spoil)
    got = mapped(tmp_path, "  trang: Tổng hợp\n  o: {tthc.tiep_nhan: B2, tthc.dung_han: C1}")
    assert told(got.findings) == [("o-trong-vung-gop", "ô Tổng hợp!B2"), ("o-bao-loi", "ô Tổng hợp!C1")]
    assert "đứng ở ô B1" in words(got.findings)


@pytest.mark.parametrize(
    ("named", "codes"),
    [
        ("khac.xlsx", ["tep-khong-co"]),
        ("", ["bang-tinh-thieu-tep"]),
        ("[a]", ["phai-mot-dong", "bang-tinh-thieu-tep"]),
    ],
)
def test_a_workbook_that_is_not_there(tmp_path: Path, named: str, codes: list[str]) -> None:
    write_cells(tmp_path)
    file = tmp_path / "so-lieu.yaml"
    file.write_text(f"bang_tinh: {{tep: {named}, o: {{tthc.tiep_nhan: B1}}}}\n", "utf-8")
    assert [item.code for item in from_workbook(read_tree(file), tmp_path).findings] == codes


FIELDS = (
    ("Lĩnh vực", "Tiếp nhận", "Số"),
    ("Đất đai", 10, "12/QĐ-UBND"),
    ("Hộ tịch", 5, ""),
    ("Tổng cộng", 15, ""),
    ("", "", ""),
    ("Ghi chú", "", ""),
)


def test_a_list_goes_on_to_the_first_blank_row_without_the_total(tmp_path: Path) -> None:
    write_table(tmp_path, FIELDS)
    entry = "  bang: {tthc.linh_vuc: {dong_tieu_de: 1, cot: {ten: Lĩnh vực, tiep_nhan: B, van_ban.so: C}}}"
    rows = figure(mapped(tmp_path, entry), "tthc.linh_vuc").items
    assert [row.children["ten"].text for row in rows] == ["Đất đai", "Hộ tịch"]
    assert rows[0].children["van_ban"].children["so"].value == "12/QĐ-UBND"
    assert sorted(rows[1].children) == ["ten", "tiep_nhan"]
    assert rows[1].children["tiep_nhan"].where.cell == "B3"


def test_a_list_without_rows_or_start(tmp_path: Path) -> None:
    write_table(tmp_path, FIELDS)
    got = mapped(tmp_path, "  bang: {tthc.linh_vuc: {tu_dong: 5, cot: {ten: A}}}")
    assert (figure(got, "tthc.linh_vuc").literal, figure(got, "tthc.linh_vuc").where.cell) == (
        Literal.NULL,
        "A5",
    )
    got = mapped(tmp_path, "  bang: {tthc.linh_vuc: {cot: {ten: Lĩnh vực}}}")
    assert [item.code for item in got.findings] == ["cot-can-tieu-de", "thieu-muc", "thieu-muc"]
