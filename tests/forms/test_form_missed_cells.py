"""What a clerk forgets in a form is told at the cell where it belongs; of a data file at its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from baocao.authoring.forms.making import Wanted, make_form
from baocao.errors import Finding, Severity
from baocao.produce import audit_data

UNIT = """
ten: Ủy ban nhân dân xã Minh Họa
cap: xa
dia_danh: Minh Họa
ky_hieu: UBND
nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}
noi_nhan: [Ủy ban nhân dân tỉnh]
luu: VT
"""
FIGURES = "  tthc: {tiep_nhan: 1.250, da_giai_quyet: 1.200, ky_truoc: 50"


def audit(folder: Path, figures: str, pack: str = "cchc-xa", ky: str = "{nam: 2027}") -> list[Finding]:
    """The findings of a data file."""
    (folder / "don-vi.yaml").write_text(UNIT, "utf-8")
    text = f"goi: {pack}\nky: {ky}\ndon_vi: don-vi.yaml\nvan_ban: {{so: 1, ngay: 20/12/2027}}\n"
    path = folder / "a.yaml"
    path.write_text(f"{text}so_lieu:\n{figures}\n", "utf-8")
    return list(audit_data(path))


def audit_form(
    folder: Path, figures: str, change: Callable[[Any], object], pack: str = "cchc-xa"
) -> list[Finding]:
    """The findings of a form filled with the same data, after a change."""
    audit(folder, figures, pack)
    path = folder / "b.xlsx"
    path.write_bytes(make_form(Wanted("", path, folder / "don-vi.yaml", data=folder / "a.yaml")).data)
    book = load_workbook(path)
    change(book)
    book.save(path)
    return list(audit_data(path))


def cell_of(book: Any, id_: str, column: str) -> Any:
    """The cell of an entry by the hidden ids."""
    for sheet in book:
        rows = [cell.row for cell in sheet["A"] if cell.value == id_]
        columns = [cell.column for cell in sheet[1] if cell.value == column]
        if rows and columns:
            return sheet.cell(rows[0], columns[0])
    raise AssertionError(id_)


def put(**entries: object) -> Callable[[Any], None]:
    """Type into cells; "a__b.c" is the column c of the entry a.b."""

    def change(book: Any) -> None:
        for name, value in entries.items():
            id_, _, column = name.replace("__", ".").rpartition(".")
            cell_of(book, id_, column).value = value

    return change


def only(found: list[Finding], code: str) -> Finding:
    (item,) = [item for item in found if item.code == code]
    return item


def codes(found: list[Finding]) -> list[str]:
    return [item.code for item in found]


def test_an_amount_without_its_unit_is_asked_about(tmp_path: Path) -> None:
    found = audit(tmp_path, f"{FIGURES}, phi_le_phi: 412}}")
    item = only(found, "tien-thieu-don-vi")
    assert item.level is Severity.WARNING
    assert item.text == "Số tiền «412» chưa có đơn vị nên đang đọc là 412 đồng; có lẽ là triệu đồng, tỷ đồng."
    for sure in ("412 đồng", "412 triệu đồng", "0", "100.000", "không phát sinh"):
        assert "tien-thieu-don-vi" not in codes(audit(tmp_path, f"{FIGURES}, phi_le_phi: {sure}}}"))


def test_the_cell_of_the_unit_is_named(tmp_path: Path) -> None:
    figures = f"{FIGURES}}}"
    money = {"tthc__phi_le_phi__gia_tri": 412}
    found = audit_form(tmp_path, figures, put(**money))
    item = only(found, "tien-thieu-don-vi")
    unit = cell_of(load_workbook(tmp_path / "b.xlsx"), "tthc.phi_le_phi", "don_vi_tien").coordinate
    assert item.remedy == (
        f"Chọn triệu đồng hoặc tỷ đồng ở cột «Đơn vị tiền» (ô {unit}); nếu đúng là đồng thì chọn «đồng»."
    )
    chosen = {**money, "tthc__phi_le_phi__don_vi_tien": "đồng"}
    assert "tien-thieu-don-vi" not in codes(audit_form(tmp_path, figures, put(**chosen)))
    part = only(audit_form(tmp_path, figures, put(tthc__phi_le_phi__gia_tri=24.5)), "so-tien-le")
    assert part.text == "Số tiền «24,5» là số thập phân mà chưa có đơn vị triệu đồng, tỷ đồng."
    assert f"(ô {unit})" in part.remedy


def test_dong_that_is_typed_stays_in_the_form(tmp_path: Path) -> None:
    found = audit_form(tmp_path, f"{FIGURES}, phi_le_phi: 412 đồng}}", lambda book: None)
    assert "tien-thieu-don-vi" not in codes(found)
    cell = cell_of(load_workbook(tmp_path / "b.xlsx"), "tthc.phi_le_phi", "don_vi_tien")
    assert cell.value == "đồng"


def test_a_rank_with_a_total_in_both_cells(tmp_path: Path) -> None:
    both = {"chi_so__hang__gia_tri": "27/92", "chi_so__hang__tong": 92}
    found = audit_form(tmp_path, f"{FIGURES}}}", put(**both))
    item = only(found, "hang-hai-tong")
    total = cell_of(load_workbook(tmp_path / "b.xlsx"), "chi_so.hang", "tong").coordinate
    assert item.text == f"Ô này gõ «27/92» mà ô {total} bên cạnh cũng đã gõ 92."
    assert item.remedy == f"Gõ 27 ở ô này, 92 ở ô {total}."
    alone = audit_form(tmp_path, f"{FIGURES}}}", put(chi_so__hang__gia_tri="27/92"))
    assert not [item for item in alone if item.where.label.startswith("Hạng Chỉ số")]


SCORES = """  cham_diem:
    van_ban: {loai: Quyết định, so: 900/QĐ-UBND, ngay: 10/6/2027, co_quan: UBND tỉnh}
    bang:
      - {stt: "1", tieu_chi: Nhận thức số, toi_da: 20}
      - {stt: "1.1", tieu_chi: Kế hoạch, toi_da: 10, tu_cham: 10}
      - {stt: "1.2", tieu_chi: Tin bài, toi_da: 10, tu_cham: "8,5"}
      - {stt: "2", tieu_chi: Hạ tầng số, toi_da: 30, tu_cham: 27}
"""


def test_rows_below_a_row_are_not_added_twice(tmp_path: Path) -> None:
    right = f'{SCORES}    tong_toi_da: 50\n    tong_diem: "45,5"'
    assert "phan-lon-hon-tong" not in codes(audit(tmp_path, right, "chuyen-doi-so"))
    small = f"{SCORES}    tong_toi_da: 49"
    found = audit(tmp_path, small, "chuyen-doi-so")
    assert only(found, "phan-lon-hon-tong").text.startswith("Số này (50) lớn hơn")
    own = f"{SCORES}    tong_diem: 45"
    assert only(audit(tmp_path, own, "chuyen-doi-so"), "phan-lon-hon-tong").text.startswith("Số này (45,5)")


def test_a_blank_row_of_a_column_that_is_added_up(tmp_path: Path) -> None:
    blank = SCORES.replace(', tu_cham: "8,5"', "")
    item = only(audit(tmp_path, blank, "chuyen-doi-so"), "cot-cong-trong")
    assert (item.where.key, item.where.line) == ("cham_diem.bang[3].tu_cham", 11)
    assert item.text == (
        "Dòng 03 (1.2) của «Bảng tự chấm điểm» để trống «Điểm tự chấm», nên báo cáo không có"
        " «Tổng điểm tự chấm»."
    )
    assert "cot-cong-trong" not in codes(audit(tmp_path, SCORES, "chuyen-doi-so"))
    stated = f"{blank}    tong_diem: 45"
    assert "cot-cong-trong" not in codes(audit(tmp_path, stated, "chuyen-doi-so"))
    above = blank.replace("toi_da: 20}", 'toi_da: 20, tu_cham: "18,5"}')
    assert "cot-cong-trong" not in codes(audit(tmp_path, above, "chuyen-doi-so"))


def test_the_blank_cell_of_a_row_is_the_place(tmp_path: Path) -> None:
    found = audit_form(tmp_path, SCORES.replace(', tu_cham: "8,5"', ""), lambda book: None, "chuyen-doi-so")
    place = only(found, "cot-cong-trong").where
    sheet = load_workbook(tmp_path / "b.xlsx")[place.sheet]
    assert sheet[f"{place.cell.rstrip('0123456789')}1"].value == "cham_diem.bang[].tu_cham"
    assert sheet[place.cell].value is None
    assert place.row == 7


def test_what_a_cited_document_lacks_is_told_at_its_cell(tmp_path: Path) -> None:
    plan = {"chi_dao__ke_hoach__loai": "Kế hoạch", "chi_dao__ke_hoach__so": "08/KH-UBND"}
    found = audit_form(tmp_path, f"{FIGURES}}}", put(**plan))
    item = only(found, "van-ban-thieu-ngay")
    day = cell_of(load_workbook(tmp_path / "b.xlsx"), "chi_dao.ke_hoach", "ngay").coordinate
    assert (item.where.cell, item.level) == (day, Severity.WARNING)


def test_documents_that_need_no_more(tmp_path: Path) -> None:
    for document in (
        "{loai: Luật, trich_yeu: Căn cước, ngay: 27/11/2023}",
        "{loai: Luật, so: 45/2019/QH14}",
        "{loai: Nghị định, so: 59/2019/NĐ-CP}",
        "{loai: Kết luận, so: 127-KL/TW, ngay: 28/02/2025}",
        "{loai: Kế hoạch, so: 08/KH-UBND, ngay: 14/01/2027, trich_yeu: cải cách hành chính năm 2027}",
        "{loai: Kế hoạch, trich_yeu: cải cách hành chính giai đoạn 2026 - 2030}",
        "{loai: Kế hoạch, trich_yeu: khắc phục hạn chế năm 2026 trong năm 2027}",
    ):
        found = audit(tmp_path, f"  chi_dao: {{ke_hoach: {document}}}\n{FIGURES}}}")
        assert not [code for code in codes(found) if code.startswith(("van-ban-thieu", "ke-hoach"))], document


def test_words_that_say_more_than_the_figure_they_cite(tmp_path: Path) -> None:
    def told(words: str, late: str = "0") -> list[Finding]:
        row = f'  ton_tai: {{han_che: [{{noi_dung: "{words}", chi_tieu: tthc.tre_han}}]}}'
        return [
            item
            for item in audit(tmp_path, f"{row}\n{FIGURES}, tre_han: {late}}}")
            if item.code == "cau-vuot-chi-tieu"
        ]

    (item,) = told("hồ sơ trễ hạn còn 19 hồ sơ")
    assert item.text == "Câu này viết «19 hồ sơ» mà «Hồ sơ giải quyết trễ hạn» là 0 hồ sơ (dòng 7)."
    assert (item.where.key, item.where.line) == ("ton_tai.han_che[1].noi_dung", 6)
    assert not told("hồ sơ đất đai trễ hạn còn 18 hồ sơ", "23")
    assert not told("hồ sơ trễ hạn tuy giảm 30 hồ sơ nhưng vẫn còn 19 hồ sơ", "19")
    assert not told("còn 19 ngày mới trả hồ sơ")


def test_a_figure_with_a_fault_is_not_called_blank(tmp_path: Path) -> None:
    figures = (
        "  tthc: {tiep_nhan: 100, tiep_nhan_truc_tuyen: 150, tiep_nhan_truc_tiep: 50, ky_truoc: 10,"
        " da_giai_quyet: 90, linh_vuc: [{ten: Hộ tịch, tiep_nhan: 205}]}"
    )
    found = audit(tmp_path, figures)
    assert [item.where.key for item in found if item.level is Severity.ERROR] == ["tthc.tiep_nhan"]
    assert "tong-hai-cach" not in codes(found)


def test_remedies_in_a_form_name_labels_and_the_blank_cell(tmp_path: Path) -> None:
    figures = (
        "  tthc: {tiep_nhan_truc_tuyen: 150, tiep_nhan_truc_tiep: 50, ky_truoc: 10,"
        " da_giai_quyet: 90, linh_vuc: [{ten: Hộ tịch, tiep_nhan: 205}]}"
    )
    assert "mục tthc.tiep_nhan_moi" in only(audit(tmp_path, figures), "tong-hai-cach").remedy
    item = only(audit_form(tmp_path, figures, lambda book: None), "tong-hai-cach")
    cell = cell_of(load_workbook(tmp_path / "b.xlsx"), "tthc.tiep_nhan", "gia_tri").coordinate
    assert item.where.cell == cell
    assert item.remedy.startswith("Kiểm tra lại «Hồ sơ tiếp nhận mới trong kỳ», «Hồ sơ từ kỳ trước")


def test_the_days_of_the_decree_are_told_as_a_remark(tmp_path: Path) -> None:
    item = only(
        audit(tmp_path, f"{FIGURES}}}", ky="{nam: 2027, tu_ngay: 01/01/2027, den_ngay: 31/12/2027}"),
        "ky-khac-nghi-dinh",
    )
    assert item.level is Severity.INFO
    assert item.text == (
        "Báo cáo lấy số liệu từ 01/01/2027 đến 31/12/2027, khác với Nghị định 09/2019/NĐ-CP"
        " (từ 15/12/2026 đến 14/12/2027)."
    )
    for usual in (
        "{nam: 2027, tu_ngay: 15/12/2026, den_ngay: 14/12/2027}",
        "{nam: 2025, tu_ngay: 01/7/2025}",
        "{nam: 2027, chot_ngay: 10/12/2027}",
    ):
        assert "ky-khac-nghi-dinh" not in codes(audit(tmp_path, f"{FIGURES}}}", ky=usual))


def test_the_note_on_the_scope_of_comparison_ends_the_reminder(tmp_path: Path) -> None:
    before = "  nam_truoc: {tthc: {tiep_nhan: 900}}".replace("  ", "", 1)

    def told(note: str) -> list[Finding]:
        found = audit(tmp_path, f"  mo_dau: {{pham_vi_so_sanh: {note}}}\n{FIGURES}}}\n{before}", ky="2025")
        return [item for item in found if item.code == "so-sanh-qua-sap-xep"]

    (item,) = told("")
    assert "ghi chú thích ở mục mo_dau.pham_vi_so_sanh, ví dụ" in item.remedy
    assert not told("Số liệu năm 2024 là của 03 xã trước khi sắp xếp")


def test_what_the_report_would_print_of_a_row_is_missed_at_its_own_cell(tmp_path: Path) -> None:
    rows = "[{ten: Hộ tịch, tiep_nhan: 250, da_giai_quyet: 200}, {ten: Đất đai, tiep_nhan: 1.000}]"
    figures = f"  tthc: {{tiep_nhan: 1.250, linh_vuc: {rows}}}"
    found = audit_form(tmp_path, figures, lambda book: None)
    item = next(item for item in found if item.where.key == "tthc.linh_vuc[2].da_giai_quyet")
    sheet = load_workbook(tmp_path / "b.xlsx")[item.where.sheet]
    assert sheet[f"{item.where.cell.rstrip('0123456789')}1"].value == "tthc.linh_vuc[].da_giai_quyet"
    assert item.where.row == 6
