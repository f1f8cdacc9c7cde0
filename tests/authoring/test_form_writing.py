"""Forms in Excel: what stands where, what is closed, what is computed, what is told."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from form_kit import (
    SAMPLES,
    TAN_HONG,
    cells,
    column_of,
    form_of,
    formula_cells,
    recalculated,
    row_of,
    sheet_of,
    value_at,
)

from baocao.authoring.forms.making import Wanted, make_form
from baocao.cli import run
from baocao.errors import DataError
from baocao.intake.reader import read
from baocao.produce import produce

FIGURES = """ky: 2024
van_ban: {ngay: 20/12/2024}
nam_truoc: {tthc: {tiep_nhan: 1.000}, chi_so: {hang: 10/12}}
so_lieu:
  chi_so: {hang: 7/12}
  tthc:
    tiep_nhan: %s
    cap_huyen: {tiep_nhan: 300, dung_han: 290, ty_le_dung_han: {cong_bo: "96,67%%"}}
    cap_xa: {tiep_nhan: 700}
"""
"""The received files of district and communes make %s, or do not."""


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    assert form_of(tmp_path, FIGURES % "1.000").data == form_of(tmp_path, FIGURES % "1.000").data


def test_figures_stand_as_numbers_beside_last_years_and_what_is_computed(tmp_path: Path) -> None:
    book = cells(form_of(tmp_path, FIGURES % "1.000").data)
    received = {role: value_at(book, "tthc.tiep_nhan", role) for role in ("gia_tri", "tu_tinh", "nam_truoc")}
    assert received == {"gia_tri": 1000, "tu_tinh": 1000, "nam_truoc": 1000}
    assert value_at(book, "tthc.tiep_nhan", "tang_giam") == 0
    assert value_at(book, "tthc.tiep_nhan", "kiem_tra") == "✓"
    rank = [value_at(book, "chi_so.hang", role) for role in ("gia_tri", "tong", "nam_truoc", "tang_giam")]
    assert rank == [7, 12, "10/12", "tăng 3 bậc"]
    rate = [
        value_at(book, "tthc.cap_huyen.ty_le_dung_han", role) for role in ("cong_bo", "tu_tinh", "kiem_tra")
    ]
    assert rate == [96.67, 96.67, "✓"]


def test_a_sum_that_does_not_agree_is_marked_and_explained(tmp_path: Path) -> None:
    book = cells(form_of(tmp_path, FIGURES % "1.001").data)
    assert value_at(book, "tthc.tiep_nhan", "kiem_tra") == "✗"
    assert value_at(book, "tthc.cap_xa.tiep_nhan", "kiem_tra") == "✗"
    checks = book["Kiểm tra"]
    place = row_of(checks, "tthc.tiep_nhan=tthc.cap_huyen.tiep_nhan+tthc.cap_xa.tiep_nhan")
    assert [checks.cell(place, column).value for column in range(3, 8)] == [1001, "=", 1000, 1, "✗"]
    words = [cell.value for row in book["Hướng dẫn"].iter_rows() for cell in row if cell.value]
    assert "1 chỗ chưa khớp: xem trang «Kiểm tra»; còn 1 ô bắt buộc." in words


def test_only_cells_to_type_in_are_open(tmp_path: Path) -> None:
    book = cells(form_of(tmp_path, period="2026").data)
    sheet = sheet_of(book, "tthc.tiep_nhan")
    place = row_of(sheet, "tthc.tiep_nhan")
    opened = {
        role
        for role in (
            "nhan",
            "gia_tri",
            "rao",
            "tu_tinh",
            "tang_giam",
            "kiem_tra",
            "giai_thich",
            "cong_bo",
            "nguon",
        )
        if not sheet.cell(place, column_of(sheet, role)).protection.locked
    }
    assert opened == {"gia_tri", "rao", "cong_bo", "nguon"}
    assert all(one.protection.sheet for one in book if not one.title.startswith(("Bảng", "Chú", "Mục", "_")))
    assert not any(one.protection.sheet for one in book if one.title.startswith(("Bảng", "Chú thích")))


def test_what_holds_ids_is_hidden_and_the_form_describes_itself(tmp_path: Path) -> None:
    book = cells(form_of(tmp_path, period="năm 2026").data)
    assert book["_baocao"].sheet_state == "veryHidden"
    assert book["Mục khác"].sheet_state == "hidden"
    facts = {row[0].value: row[1].value for row in book["_baocao"].iter_rows(max_row=6)}
    assert facts["goi"] == "cchc-nam"
    assert facts["loai_ky"] == "nam"
    assert facts["ky"] == "năm 2026"
    sheet = sheet_of(book, "tthc.tiep_nhan")
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["A"].hidden


def test_every_sheet_prints_on_a4_with_headings_on_each_page(tmp_path: Path) -> None:
    book = cells(form_of(tmp_path, period="2026").data)
    for sheet in book:
        if sheet.title != "_baocao":
            assert str(sheet.page_setup.paperSize) == "9"
            assert sheet.page_setup.fitToWidth in (None, 1)
            assert sheet.title == "Hướng dẫn" or sheet.print_title_rows


def test_nothing_typed_becomes_a_formula(tmp_path: Path) -> None:
    words = ["=1+1", "+84", "@SUM(A1)", "-5 phần", "{=A1}", "https://example.invalid/x"]
    data = f"""ky: 2024
so_lieu:
  the_che: {{noi_dung_khac: "{words[0]}"}}
  tthc: {{pakn_noi_dung: "{words[1]}"}}
  mo_hinh: {{khac: ["{words[2]}", "{words[3]}", "{words[4]}", "{words[5]}"]}}
chu_thich: {{a: "{words[0]}"}}
la: "{words[0]}"
"""
    made = form_of(tmp_path, data).data
    stored = {cell.value for sheet in cells(made) for row in sheet.iter_rows() for cell in row}
    assert set(words) <= stored
    made_of_words = {"1+1", "84", "SUM(A1)", "A1"}
    assert not [text for text in formula_cells(made).values() if text.lstrip("=") in made_of_words]


def test_formulas_use_plain_functions_only(tmp_path: Path) -> None:
    used = {
        name
        for text in formula_cells(form_of(tmp_path, FIGURES % "1.000").data).values()
        for name in re.findall(r"\b([A-Z][A-Z0-9.]+)\(", re.sub(r"'[^']*'|\"[^\"]*\"", "", text))
    }
    assert used <= {
        *("IF", "AND", "OR", "NOT", "COUNT", "COUNTA", "COUNTIF", "SUM", "SUMPRODUCT", "ISNUMBER", "ISBLANK"),
        *(
            "IFERROR",
            "ROUND",
            "ROUNDDOWN",
            "ABS",
            "MIN",
            "MAX",
            "TRIM",
            "LOWER",
            "LEFT",
            "RIGHT",
            "MID",
            "FIND",
        ),
        *("VALUE", "DATE", "HYPERLINK"),
    }


def test_input_messages_and_conditions_fit_into_excel(tmp_path: Path) -> None:
    book = cells(form_of(tmp_path, period="2026").data)
    for sheet in book:
        for rule in sheet.data_validations.dataValidation:
            assert len(rule.promptTitle or "") <= 32
            assert len(rule.prompt or "") <= 255
            assert len(rule.error or "") <= 225
            assert len(rule.formula1 or "") <= 255


def test_last_years_file_fills_its_column_with_typed_and_computed_figures(tmp_path: Path) -> None:
    made = form_of(tmp_path, period="2024", previous=TAN_HONG / "2023.yaml")
    book = cells(made.data)
    assert value_at(book, "tthc.tiep_nhan", "nam_truoc") == 27630
    assert value_at(book, "chi_so.hang", "nam_truoc") == "11/12"
    assert value_at(book, "tthc.cap_huyen.ty_le_dung_han", "nam_truoc") == 99.15
    assert value_at(book, "the_che.trai_phap_luat", "nam_truoc") == "không phát sinh"
    assert value_at(book, "the_che.tuyen_truyen_luot_nguoi", "nam_truoc") == "trên 1.674"
    sheet = sheet_of(book, "tthc.tiep_nhan")
    assert sheet.cell(row_of(sheet, "tthc.tiep_nhan"), column_of(sheet, "nam_truoc")).protection.locked


@pytest.mark.parametrize("unit", ["tan-hong", "phuong-mot-khoi", "xa-mau", "xa-mau-rieng"])
def test_a_report_from_a_filled_form_is_the_same_file_as_from_yaml(unit: str, tmp_path: Path) -> None:
    shutil.copytree(SAMPLES, tmp_path / "mau")
    root = tmp_path / "mau" / unit
    source = max(path for path in [*root.glob("20*.yaml"), *root.glob("so-lieu/20*.yaml")])
    form = source.with_name("bieu.xlsx")
    form.write_bytes(make_form(Wanted("", form, data=source)).data)
    typed, filled = produce(source, draft=True), produce(form, draft=True)
    assert typed.data is not None
    assert filled.data == typed.data
    assert [item.code for item in filled.findings] == [item.code for item in typed.findings]


def test_odd_texts_come_back_as_they_were(tmp_path: Path) -> None:
    texts = ["a_x0041_b\\ttab\\n  dòng hai\\n\\n- gạch", "'nháy", "_x000D_", "12345678901234567890"]
    data = f'''ky: 2024
so_lieu:
  the_che: {{noi_dung_khac: "{texts[0]}", danh_gia_bieu: "{texts[1]}"}}
  mo_hinh: {{khac: ["{texts[2]}", "{texts[3]}"]}}
'''
    (tmp_path / "bieu.xlsx").write_bytes(form_of(tmp_path, data).data)
    read_back = read(tmp_path / "bieu.xlsx").main.children["so_lieu"]
    laws, models = read_back.children["the_che"], read_back.children["mo_hinh"]
    found = [laws.children["noi_dung_khac"].text, laws.children["danh_gia_bieu"].text]
    found += [row.children["ten"].text for row in models.children["khac"].items]
    assert found == [text.replace("\\t", "\t").replace("\\n", "\n") for text in texts]


def test_names_of_files_are_seen_from_the_folder_of_the_form(tmp_path: Path) -> None:
    (tmp_path / "ra").mkdir()
    shutil.copytree(TAN_HONG, tmp_path / "th")
    form = tmp_path / "ra" / "bieu.xlsx"
    made = make_form(Wanted("", form, data=tmp_path / "th" / "2023.yaml"))
    assert value_at(cells(made.data), "don_vi", "gia_tri") == "../th/don-vi.yaml"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({}, "bieu-thieu-ky"),
        ({"period": "26"}, "bieu-ky-sai"),
        ({"period": "2026", "unit": None}, "bieu-thieu-don-vi"),
        ({"period": "2026", "unit": Path("khong-co.yaml")}, "don-vi-thieu"),
        ({"period": "quý I/2026"}, "ky-khong-hop"),
        ({"period": "2026", "previous": TAN_HONG / "don-vi.yaml"}, "so-lieu-la-ho-so"),
        ({"period": "2026", "previous": Path("khong-co.yaml")}, "tep-khong-co"),
    ],
)
def test_what_is_lacking_is_told(asked: dict[str, object], code: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as fault:
        form_of(tmp_path, **asked)
    assert code in [item.code for item in fault.value.findings]


def test_a_text_longer_than_a_cell_is_told_and_not_cut(tmp_path: Path) -> None:
    with pytest.raises(DataError) as fault:
        form_of(tmp_path, f"ky: 2024\nso_lieu: {{the_che: {{noi_dung_khac: {'dài ' * 9000}}}}}\n")
    assert [item.code for item in fault.value.findings] == ["bieu-chu-qua-dai"]


def test_the_command_writes_the_form_and_says_what_to_do_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "bieu.xlsx"
    unit = ["--don-vi", str(TAN_HONG / "don-vi.yaml")]
    words = ["bieu", "tao", "cchc-nam", *unit, "--ky", "2024", "-o", str(target)]
    assert run(words) == 0
    assert "Đã làm biểu" in capsys.readouterr().out
    assert zipfile.is_zipfile(target)
    assert run(words) == 4


@pytest.mark.libreoffice
def test_libreoffice_computes_what_is_stored_beside_each_formula(tmp_path: Path) -> None:
    made = form_of(tmp_path, (TAN_HONG / "2023.yaml").read_text(encoding="utf-8")).data
    stored, computed = cells(made), cells(recalculated(made, tmp_path))
    wrong = []
    for sheet, cell in formula_cells(made):
        one, other = stored[sheet][cell].value, computed[sheet][cell].value
        numbers = isinstance(one, int | float) and isinstance(other, int | float)
        if not (abs(one - other) < 1e-6 if numbers else (one or "") == (other or "")):
            wrong.append((sheet, cell, one, other))
    assert wrong == []


@pytest.mark.libreoffice
def test_a_figure_typed_wrong_turns_the_mark_when_libreoffice_computes(tmp_path: Path) -> None:
    book = cells(form_of(tmp_path, FIGURES % "1.000").data, formulas=True)
    sheet = sheet_of(book, "tthc.tiep_nhan")
    sheet.cell(row_of(sheet, "tthc.cap_xa.tiep_nhan"), column_of(sheet, "gia_tri")).value = 701
    stream = io.BytesIO()
    book.save(stream)
    computed = cells(recalculated(stream.getvalue(), tmp_path))
    assert value_at(computed, "tthc.tiep_nhan", "tu_tinh") == 1001
    assert value_at(computed, "tthc.tiep_nhan", "kiem_tra") == "✗"
