"""A number that must break inside a narrow cell is told, with table, row, column and remedy."""

from __future__ import annotations

import pytest

from baocao.builder import build_template
from baocao.errors import Finding, Severity
from baocao.formats import load_format
from baocao.render.rendering import render
from baocao.template.compiled import LayerSource
from baocao.template.compiler import compile_template
from baocao.vietnamese.filters import FILTERS
from small_docx import compiled, package, tbl, tc

HEAD = "| TT | Dự án | Kinh phí (đồng) | << |\n| ^^ | ^^ | Giao | Giải ngân |\n|:-:|---|:-:|:-:|\n"
REPORT = {
    "vb": {"so": 12, "ngay": "", "ky_hieu": "BC-UBND", "trich_yeu": ["Về việc"]},
    "dv": {"ten": "UBND xã A"},
}
LONG = "24.500.000.000"


def told(options: str, *rows: str, text: str = "") -> tuple[Finding, ...]:
    source = f"{text}@bang {{{options}}}\n{HEAD}" + "".join(f"{row}\n" for row in rows)
    built = build_template(source, ["I.", "1."], load_format("nd30-2020"))
    return render(compile_template([LayerSource("mau.docx", "a", built)], FILTERS), REPORT).findings


def test_table_row_column_and_number_are_named() -> None:
    (found,) = told(
        'tieu_de: "Vốn đầu tư", co_chu: 12, rong: [10, 60, 18, 30]',
        "| 1 | Đường liên thôn | 1.500.000 | 1.500.000 |",
        f"| 2 | Trường học | {LONG} | {LONG} |",
        "| 3 | Trạm y tế | 4.500.000.000 | 0 |",
    )
    assert (found.code, found.level, found.where.file) == ("bang-so-gay-dong", Severity.WARNING, "mau.docx")
    assert found.text == (
        "Số 24.500.000.000 rộng hơn ô nên bị ngắt làm hai dòng: bảng «Bảng 1. Vốn đầu tư», dòng thứ 4 "
        "«Trường học», cột thứ 3 «Giao» (và 02 số khác của cột)."
    )


@pytest.mark.parametrize(
    ("options", "number", "breaks"),
    [
        # 11 digits and 3 points of 12 points: 11 · 6 + 3 · 3 = 75 points = 26,458 mm, and 3 mm of margins
        ("co_chu: 12, rong: [10, 60, 29.4, 30]", LONG, True),
        ("co_chu: 12, rong: [10, 60, 29.5, 30]", LONG, False),
        ("co_chu: 12, le_o: 0.5, rong: [10, 60, 27.5, 30]", LONG, False),
        ("co_chu: 10, rong: [10, 60, 25.1, 30]", LONG, False),
        ("rong: [10, 60, 29.4, 30]", LONG, True),  # 12 points, the size of the style
        ("rong: [10, 60, 29.5, 30]", LONG, False),
        ("co_chu: 12, rong: [10, 60, 18, 30]", "24.500", False),
        ("co_chu: 12, rong: [10, 60, 18, 30]", "chuyenkhoan", False),
        ("co_chu: 12, rong: [10, 60, 18, 30]", "2021-2022-2023-2024", False),
    ],
)
def test_the_room_is_the_cell_less_its_margins(options: str, number: str, breaks: bool) -> None:
    found = told(options, f"| 1 | Đường liên thôn | {number} | 0 |")
    assert [item.code for item in found] == ["bang-so-gay-dong"] * breaks


def test_bold_italic_and_merged_cells_are_measured_as_they_are() -> None:
    narrow = "co_chu: 12, rong: [10, 60, 14.8, 14.8]"
    assert told(narrow, f"| 1 | Cả hai | **{LONG}** | << |") == ()
    assert len(told(narrow, f"| 1 | Cả hai | *{LONG}* | {LONG} |")) == 2


def test_a_table_without_caption_is_named_by_its_head() -> None:
    (found,) = told(
        "rong: [10, 60, 18, 30]", f"|  |  | {LONG} | 0 |", text="Bảng này không có tên.\n\nCụ thể:\n\n"
    )
    assert "bảng «TT, Dự án, Kinh phí (đồng)», dòng thứ 3, cột thứ 3 «Giao»." in found.text


WIDTH = '<w:tcW w:w="900" w:type="dxa"/>'
CELLS = tbl([tc(LONG, tcpr=WIDTH), tc("0", tcpr=WIDTH)])
FIXED = '<w:tblPr><w:tblLayout w:type="fixed"/></w:tblPr>'


def test_tables_made_in_word_too_when_their_columns_are_fixed() -> None:
    fixed = CELLS.replace("<w:tblPr/>", FIXED)
    (found,) = render(compiled(package(fixed)), {}).findings
    assert "dòng thứ 1, cột thứ 1." in found.text
    assert render(compiled(package(CELLS)), {}).findings == ()
    margins = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
    wide = fixed.replace(WIDTH, WIDTH.replace("900", "1320") + margins)
    assert render(compiled(package(wide)), {}).findings == ()
