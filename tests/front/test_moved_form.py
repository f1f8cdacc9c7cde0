"""A form away from its profile; a data file with faults, whose other figures are judged all the same."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from baocao.authoring.forms.making import Wanted, make_form
from workplace_kit import COMMITTEE, Clerk, fill

FIGURES = {"tthc.tiep_nhan": 1250, "tthc.da_giai_quyet": 1200}


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Clerk:
    """A clerk in a working folder; a filled form that names its profile lies in another folder."""
    monkeypatch.chdir(tmp_path)
    clerk = Clerk(capsys)
    for folder, name in (("xa", COMMITTEE), ("khac", "Ủy ban nhân dân xã Khác")):
        assert clerk.run("khoi-tao", folder, "--ten", name, "--nam", "2026") == 0
        fill(f"{folder}/don-vi.yaml", ho_ten="Nguyễn Văn An")
    Path("nhan/sau").mkdir(parents=True)
    form = make_form(Wanted("cchc-nam", Path("gui/bieu.xlsx"), Path("xa/don-vi.yaml"), "2026"))
    Path("nhan/sau/bieu.xlsx").write_bytes(filled(form.data, FIGURES))
    monkeypatch.chdir("xa")
    return clerk


def filled(form: bytes, figures: dict[str, Any]) -> bytes:
    """The form with numbers in the column of figures."""
    book = load_workbook(io.BytesIO(form))
    for sheet in book:
        roles = {cell.value: cell.column for cell in sheet[1]}
        for row in range(1, sheet.max_row + 1):
            if (id_ := sheet.cell(row, 1).value) in figures and "gia_tri" in roles:
                sheet.cell(row, roles["gia_tri"]).value = figures[id_]
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_moved_form_takes_the_profile_of_the_working_folder(clerk: Clerk) -> None:
    code, told = clerk.told("soat", "../nhan/sau/bieu.xlsx")
    assert code == 0
    moved = next(item for item in told if item["ma"] == "bieu-ho-so-cho-khac")
    assert moved["muc_do"] == "thong_tin"
    assert (moved["vi_tri"]["sheet"], moved["vi_tri"]["key"]) == ("Chung", "don_vi")
    assert moved["noi_dung"] == (
        f"Biểu không còn nằm cạnh hồ sơ đơn vị của nó; dùng hồ sơ don-vi.yaml, cũng của {COMMITTEE}."
    )
    assert clerk.run("tao", "../nhan/sau/bieu.xlsx", "--nhap", "-o", "bc.docx") == 0


def test_the_profile_of_another_unit_is_not_taken(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("../khac")
    assert clerk.codes("soat", "../nhan/sau/bieu.xlsx")[1][0] == "don-vi-thieu"


def test_figures_of_a_form_without_a_profile_are_judged(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("../nhan/sau")
    form = Path("bieu.xlsx")
    form.write_bytes(filled(form.read_bytes(), {"tthc.tre_han": 2000}))
    code, told = clerk.codes("soat", "bieu.xlsx")
    assert code == 1
    assert "don-vi-thieu" in told
    assert "phan-lon-hon-tong" in told


DATA = """goi: cchc-nam
don_vi: xa/don-vi.yaml
ky: 2026
so_lieu:
  tthc:
    tiep_nhan: 1.001
    da_giai_quyet: {giai_quyet}
    cap_huyen: {{tiep_nhan: 300}}
    cap_xa: {{tiep_nhan: 700}}
    tre_han: {tre_han}
"""


@pytest.mark.parametrize(
    ("solved", "late", "told"),
    [
        ("900", "x", ["so-khong-doc-duoc", "tong-lech"]),
        ("9o0", "950", ["so-kem-chu", "tong-lech"]),
    ],
)
def test_other_figures_are_judged_beside_a_faulty_one(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch, solved: str, late: str, told: list[str]
) -> None:
    monkeypatch.chdir("..")
    Path("so.yaml").write_text(DATA.format(giai_quyet=solved, tre_han=late), "utf-8")
    code, found = clerk.told("soat", "so.yaml")
    assert code == 1
    assert [item["ma"] for item in found if item["muc_do"] != "thong_tin"] == told


RATE = """goi: cchc-nam
don_vi: xa/don-vi.yaml
ky: 2026
so_lieu:
  chi_so: {hai_long_diem: %s}
  tthc:
    {tiep_nhan: 100, da_giai_quyet: 90, tiet_kiem: 20.000.000,
     chi_phi_truoc: %s}
"""


def test_a_computed_rate_beyond_its_limit_stops_as_a_typed_one(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("..")
    Path("so.yaml").write_text(RATE % ("9,05", "10.000.000"), "utf-8")
    code, found = clerk.told("soat", "so.yaml")
    (item,) = (one for one in found if one["ma"] == "ty-le-tinh-vuot-100")
    assert (code, item["muc_do"]) == (1, "loi")
    assert [place["line"] for place in item["vi_tri_khac"]] == [7, 8]
    assert item["noi_dung"].startswith("Tỷ lệ tính được là 200%, vượt 100%: 20.000.000 đồng («")


def test_a_rate_of_rounded_amounts_is_only_asked_about(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("..")
    Path("so.yaml").write_text(RATE % ("9,05", "10 triệu đồng"), "utf-8")
    _, found = clerk.told("soat", "so.yaml")
    assert [one["muc_do"] for one in found if one["ma"] == "ty-le-tinh-vuot-100"] == ["canh_bao"]


def test_points_have_the_bound_of_their_form(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("..")
    Path("so.yaml").write_text(RATE % ("120", "30.000.000"), "utf-8")
    _, found = clerk.told("soat", "so.yaml")
    assert [one["vi_tri"]["key"] for one in found if one["ma"] == "vuot-toi-da"] == ["chi_so.hai_long_diem"]


@pytest.mark.parametrize(
    ("words", "endings"),
    [
        (("tong-hop", "xa"), ".yaml, .json, .xlsx hoặc .yml"),
        (("bieu", "doc", "nhan/sau/bieu.xlsx"), ".yaml hoặc .json"),
    ],
)
def test_every_ending_of_a_result_is_named(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], endings: str
) -> None:
    monkeypatch.chdir("..")
    code, (item,) = clerk.told(*words, "-o", "x.docx")
    assert (code, item["noi_dung"]) == (4, f"Tên kết quả x.docx không có đuôi {endings}.")


def test_reading_a_form_does_not_say_that_nothing_is_wrong(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("..")
    assert clerk.run("bieu", "doc", "nhan/sau/bieu.xlsx", "-o", "so.yaml") == 0
    assert clerk.out == ("Đã ghi so.yaml. Số liệu chưa được soát; hãy soát bằng lệnh: baocao soat so.yaml\n")


def test_last_years_cells_that_differ_from_the_file_named_beside_them_are_told(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("../nhan/sau")
    Path("2025.yaml").write_text("ky: 2025\nso_lieu: {tthc: {tiep_nhan: 1.000}}\n", "utf-8")
    book = load_workbook("bieu.xlsx")
    for sheet in book:
        roles = {cell.value: cell.column for cell in sheet[1]}
        for row in range(1, sheet.max_row + 1):
            if sheet.cell(row, 1).value == "nam_truoc":
                sheet.cell(row, roles["gia_tri"]).value = "2025.yaml"
            if sheet.cell(row, 1).value == "tthc.tiep_nhan" and "nam_truoc" in roles:
                sheet.cell(row, roles["nam_truoc"]).value = 999
    book.save("bieu.xlsx")
    _, found = clerk.told("soat", "bieu.xlsx", "--don-vi", "../../xa/don-vi.yaml")
    (item,) = (one for one in found if one["ma"] == "bieu-ky-truoc-khac")
    assert (item["du_kien"]["so"], item["du_kien"]["so_tep"]) == ("999", "1.000")
