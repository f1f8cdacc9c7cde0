"""A workbook with a row for each unit: last year's figures of each row, from last year's workbook."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from baocao.intake.reader import read
from workplace_kit import Clerk

UNITS = ("Xã An Ví", "Xã Bình Ví")
HEAD = "goi: cchc-nam\nky: {year}\n{more}bang_tinh:\n  tep: {book}\n  trang: Tổng hợp\n  dong_tieu_de: 1\n"
COLUMNS = "  cot_don_vi: A\n  cot: {tthc.tiep_nhan: B}\n"


def table(name: str, year: int, figures: tuple[object, ...], more: str = "") -> None:
    """A mapping file with its workbook."""
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    book = file.with_suffix(".xlsx")
    with xlsxwriter.Workbook(str(book)) as made:
        sheet = made.add_worksheet("Tổng hợp")
        sheet.write_row(0, 0, ("Đơn vị", "Tiếp nhận"))
        for row, cells in enumerate(zip(UNITS, figures, strict=True), 1):
            sheet.write_row(row, 0, cells)
    head = HEAD.format(year=year, more=more, book=book.name)
    file.write_text(head + COLUMNS, encoding="utf-8")


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Clerk:
    monkeypatch.chdir(tmp_path)
    Path("so-lieu").mkdir()
    Path("don-vi.yaml").write_text("ten: Ủy ban nhân dân huyện Minh Họa\ncap: huyen\n", encoding="utf-8")
    return Clerk(capsys)


def before() -> str:
    tree = read("th.yaml").main.children.get("nam_truoc")
    return tree.children["tthc"].children["tiep_nhan"].text if tree is not None else ""


def test_last_years_table_is_named(clerk: Clerk) -> None:
    table("cu.yaml", 2023, (3, 4))
    table("moi.yaml", 2024, (5, 7), more="nam_truoc: cu.yaml\n")
    assert clerk.run("tong-hop", "moi.yaml", "-o", "th.yaml") == 0
    assert before() == "7"


def test_last_years_table_is_found(clerk: Clerk) -> None:
    table("so-lieu/bang-2023.yaml", 2023, (3, 4))
    table("so-lieu/bang-2024.yaml", 2024, (5, 7))
    assert clerk.run("tong-hop", "so-lieu/bang-2024.yaml", "-o", "th.yaml") == 0
    assert before() == "7"
    table("so-lieu/bang-2024.yaml", 2024, (5, 7), more="nam_truoc: không\n")
    assert clerk.run("tong-hop", "so-lieu/bang-2024.yaml", "-o", "th.yaml", "--ghi-de") == 0
    assert before() == ""


def test_last_year_without_rows_is_told(clerk: Clerk) -> None:
    Path("cu.yaml").write_text("goi: cchc-nam\nky: 2023\nso_lieu: {tthc.tiep_nhan: 7}\n", encoding="utf-8")
    for named in ("cu.yaml", "{tthc.tiep_nhan: 7}"):
        table("moi.yaml", 2024, (5, 7), more=f"nam_truoc: {named}\n")
        code, findings = clerk.told("tong-hop", "moi.yaml", "-o", "th.yaml", "--ghi-de")
        (said,) = [item for item in findings if item["ma"] == "tong-hop-nam-truoc-khong-theo-dong"]
        assert (code, said["vi_tri"]["line"]) == (0, 3)
        assert before() == ""


def test_last_years_table_of_another_year(clerk: Clerk) -> None:
    table("cu.yaml", 2021, (3, 4))
    table("moi.yaml", 2024, (5, 7), more="nam_truoc: cu.yaml\n")
    code, codes = clerk.codes("tong-hop", "moi.yaml", "-o", "th.yaml")
    assert (code, "nam-truoc-sai-nam" in codes, before()) == (0, True, "")


def test_no_table_is_replaced(clerk: Clerk) -> None:
    table("cu.yaml", 2023, (3, 4))
    table("moi.yaml", 2024, (5, 7), more="nam_truoc: cu.yaml\n")
    for target in ("moi.yaml", "moi.xlsx", "cu.yaml", "cu.xlsx"):
        was = Path(target).read_bytes()
        assert clerk.codes("tong-hop", "moi.yaml", "-o", target, "--ghi-de") == (4, ["ghi-vao-dau-vao"])
        assert Path(target).read_bytes() == was


@pytest.mark.parametrize("rows", [True, False])
@pytest.mark.parametrize("typed", ["7 con", "#N/A"])
def test_faults_in_cells_of_the_workbook_are_told(clerk: Clerk, typed: str, *, rows: bool) -> None:
    table("so-lieu/moi.yaml", 2024, (5, typed))
    if typed == "#N/A":
        _error_value(Path("so-lieu/moi.xlsx"))
    if not rows:
        mapping = Path("so-lieu/moi.yaml")
        text = mapping.read_text(encoding="utf-8")
        mapping.write_text(text.replace("_vi: A\n", "_vi: A\n  dong: Xã Bình Ví\n"), encoding="utf-8")
    code, findings = clerk.told("tong-hop", "so-lieu/moi.yaml", "-o", "th.yaml")
    places = {item["ma"]: item["vi_tri"] for item in findings if item["vi_tri"].get("cell")}
    (place,) = places.values()
    assert (code, Path(place["file"]).name, place["cell"]) == (1, "moi.xlsx", "B3")


def _error_value(book: Path) -> None:
    """The last cell of the table as a formula that came to nothing."""
    with xlsxwriter.Workbook(str(book)) as made:
        sheet = made.add_worksheet("Tổng hợp")
        sheet.write_row(0, 0, ("Đơn vị", "Tiếp nhận"))
        sheet.write_row(1, 0, (UNITS[0], 5))
        sheet.write_string(2, 0, UNITS[1])
        sheet.write_formula(2, 1, "=NA()", None, "#N/A")
