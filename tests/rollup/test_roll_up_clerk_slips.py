"""What communes really send: a form twice, a neighbour's form, a figure a thousand times too large."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
from docx import Document

from baocao.produce import produce
from workplace_kit import Clerk

FOLDER = Path("so-lieu/2024/xa")
NAMED = ("tong-hop", str(FOLDER))
OWN = Path("so-lieu/2024/rieng.yaml")
RESULT = "so-lieu/2024/th.yaml"
AN_VI = FOLDER / "xa-an-vi.yaml"


def form_of(clerk: Clerk, name: str, target: Path) -> None:
    """A form that the unit made in its own folder: its profile is not sent along."""
    profile = Path("don-vi-xa.yaml")
    own = "dia_danh: X\nky_hieu: UBND\nnguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Trần Thị Thí Dụ}\n"
    profile.write_text(f"ten: Ủy ban nhân dân {name}\ncap: xa\n{own}", encoding="utf-8")
    figures = Path("figures.yaml")
    text = AN_VI.read_text(encoding="utf-8")
    figures.write_text("ky" + text.partition("\nky")[2], encoding="utf-8")
    made = ("cchc-nam", "--don-vi", str(profile), "--so-lieu", str(figures), "-o", str(target))
    assert clerk.run("bieu", "tao", *made) == 0, clerk.out
    profile.unlink()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_form_knows_whose_it_is(clerk: Clerk) -> None:
    form_of(clerk, "xã An Ví", FOLDER / "báo cáo (sửa).xlsx")
    edit(AN_VI, "so_hoa_moi: 1.680", "so_hoa_moi: 1.681")
    code, findings = clerk.told(*NAMED, "-o", RESULT)
    told = next(item["noi_dung"] for item in findings if item["ma"] == "tong-hop-trung-don-vi")
    assert (code, Path(RESULT).exists()) == (1, False)
    assert told.startswith("xã An Ví có hai tệp số liệu khác nhau")


def test_a_neighbours_form_under_another_name(clerk: Clerk) -> None:
    AN_VI.unlink()
    shutil.copy(FOLDER / "xa-binh-vi.xlsx", FOLDER / "BC xã An Ví (2).xlsx")
    code, findings = clerk.told(*NAMED)
    told = next(item["noi_dung"] for item in findings if item["ma"] == "tong-hop-ten-tep-lech")
    assert (code, told) == (1, "Tệp mang tên của xã An Ví nhưng bên trong là số liệu của xã Bình Ví.")
    code, findings = clerk.told(*NAMED, "--nhap", "-o", RESULT)
    told = next(item["noi_dung"] for item in findings if item["ma"] == "tong-hop-chua-gui")
    assert code == 0
    assert "1/12 đơn vị: xã An Ví (để ngoài: tệp bên trong là số liệu của xã Bình Ví)" in told
    lacking = [item.text for item in produce(RESULT).findings if item.code == "tong-hop-chua-du"]
    assert lacking == ["Số tổng hợp này chưa có của 1 đơn vị: xã An Ví."]


def test_a_neighbours_profile_beside_a_form(clerk: Clerk) -> None:
    form_of(clerk, "xã An Ví", FOLDER / "bieu.xlsx")
    AN_VI.unlink()
    book = openpyxl.load_workbook(FOLDER / "bieu.xlsx")
    book["Chung"]["C5"] = "ba.yaml"
    book.save(FOLDER / "bieu.xlsx")
    Path(FOLDER / "ba.yaml").write_text("ten: UBND xã Bình Ví\nnguoi_ky: {ho_ten: A}\n", encoding="utf-8")
    (FOLDER / "xa-binh-vi.xlsx").unlink()
    code, findings = clerk.told("tong-hop", *(str(file) for file in FOLDER.iterdir() if file.stem != "ba"))
    told = next(item["noi_dung"] for item in findings if item["ma"] == "tong-hop-bieu-cua-don-vi-khac")
    assert (code, told) == (1, "Biểu này làm cho xã An Ví, nhưng hồ sơ đi kèm biểu là của xã Bình Ví.")


def test_more_units_than_listed_are_counted_apart(clerk: Clerk) -> None:
    text = AN_VI.read_text(encoding="utf-8").replace("xã An Ví", "xã Lạ").replace("1.680", "1.700")
    (FOLDER / "la.yaml").write_text(text, encoding="utf-8")
    assert clerk.run(*NAMED) == 0
    assert "cộng 12/12 đơn vị và 1 đơn vị ngoài danh sách" in clerk.out


def test_a_draft_leaves_a_faulty_file_out_whole(clerk: Clerk) -> None:
    edit(AN_VI, "so_hoa_moi: 1.680", "so_hoa_moi: 1.68x")
    assert clerk.codes(*NAMED, "-o", RESULT)[0] == 1
    code, findings = clerk.told(*NAMED, "--nhap", "-o", RESULT)
    told = next(item["noi_dung"] for item in findings if item["ma"] == "tong-hop-chua-gui")
    assert (code, "xã An Ví (để ngoài: tệp còn 1 lỗi phải sửa)" in told) == (0, True)
    assert not [item for item in findings if item["ma"] == "tong-hop-thieu-so"]
    assert str(produce(RESULT).figures["tthc.so_hoa_moi"]) == str(
        sum_without(clerk, "xã An Ví", "tthc.so_hoa_moi")
    )


def sum_without(clerk: Clerk, name: str, id_: str) -> str:
    """The sum of the file's units, in words."""
    assert clerk.run("tong-hop", RESULT, "--vet", id_) == 0
    assert name not in clerk.out
    return clerk.out.splitlines()[0].rpartition(": ")[2].removesuffix(" hồ sơ")


def doubts(path: str) -> list[str]:
    return [item.text for item in produce(path).findings if item.code == "tong-hop-con-ngo"]


def test_doubts_are_told_until_somebody_has_looked(clerk: Clerk) -> None:
    edit(AN_VI, "335,4 triệu đồng", "335,4 tỷ đồng")
    assert clerk.run(*NAMED, "--kem", str(OWN), "-o", RESULT) == 0
    (told,) = doubts(RESULT)
    assert "chưa ai xem: xã An Ví: «Phí, lệ phí đã thu» là 335,4 tỷ đồng" in told
    code = next(
        line.split()[-1] for line in Path(RESULT).read_text(encoding="utf-8").splitlines() if "- ma: " in line
    )
    seen = f"\ntong_hop: {{da_xem: [{code}]}}\n"
    OWN.write_text(OWN.read_text(encoding="utf-8") + seen, encoding="utf-8")
    assert clerk.run(*NAMED, "--kem", str(OWN), "-o", RESULT, "--ghi-de") == 0
    assert doubts(RESULT) == []
    edit(AN_VI, "335,4 tỷ đồng", "336,4 tỷ đồng")
    assert clerk.run(*NAMED, "--kem", str(OWN), "-o", RESULT, "--ghi-de") == 0
    assert len(doubts(RESULT)) == 1
    assert "tong-hop-da-xem-la" in [item.code for item in produce(RESULT).findings]


def test_doubts_stay_in_excel(clerk: Clerk) -> None:
    edit(AN_VI, "335,4 triệu đồng", "335,4 tỷ đồng")
    assert clerk.run(*NAMED, "--kem", str(OWN), "-o", "so-lieu/2024/th.xlsx") == 0
    assert len(doubts("so-lieu/2024/th.xlsx")) == 1


def test_many_doubts_are_counted(clerk: Clerk) -> None:
    assert clerk.run(*NAMED, "-o", RESULT) == 0
    many = "".join(f"    - {{ma: b{number}, noi_dung: số {number}}}\n" for number in range(25))
    edit(Path(RESULT), "tong_hop:\n", f"tong_hop:\n  can_xem:\n{many}")
    assert len(doubts(RESULT)) == 20
    told = [item.text for item in produce(RESULT).findings if item.code == "tong-hop-con-ngo-khac"]
    assert told == ["Khi tổng hợp có 25 lời nhắc chưa ai xem; trên đây chưa nêu 5."]


def test_the_table_of_units_knows_a_total_that_is_not_divided(clerk: Clerk) -> None:
    text = AN_VI.read_text(encoding="utf-8")
    head, _, rest = text.partition("    tiep_nhan_truc_tuyen")
    rest = "    so_hoa_moi" + rest.partition("    so_hoa_moi")[2]
    plain = rest.partition("  bieu_ii_06:")[0] + "  to_chuc:" + rest.partition("  to_chuc:")[2]
    sums = "    tiep_nhan: 2.067\n    da_giai_quyet: 2.048\n    dang_giai_quyet: 19\n"
    AN_VI.write_text(head + sums + plain, encoding="utf-8")
    assert clerk.run(*NAMED, "-o", RESULT) == 0
    assert clerk.run("tao", RESULT, "-o", "th.docx") == 0
    found = [[cell.text for cell in row.cells] for row in Document("th.docx").tables[-1].rows]
    assert next(row for row in found if row[1] == "Xã An Ví")[2:] == [
        "2.067", "", "", "", "2.048", "", "", "", "19", "", "",
    ]  # fmt: skip
    assert found[-1][2:] == ["26.573", "", "", "", "26.389", "", "", "", "184", "", ""]


def test_one_total_in_the_sheet_of_units(clerk: Clerk) -> None:
    assert clerk.run(*NAMED, "-o", "so-lieu/2024/th.xlsx") == 0
    sheet = openpyxl.load_workbook("so-lieu/2024/th.xlsx")["Các đơn vị"]
    assert sheet["B2"].value == "Các đơn vị"
    heads = {str(cell.value): cell.column for cell in sheet[5]}
    column = heads["Lượt người dự tuyên truyền cải cách hành chính"]
    last = next(row for row in range(7, 30) if sheet.cell(row, 3).value == "Tổng cộng")
    assert sheet.cell(last, column).value == "trên 6.440"
    assert sheet.cell(last, heads["Văn bản chỉ đạo đã ban hành"]).value.startswith("=SUM(")
    assert all(cell.value is None for cell in sheet[last + 1])


def test_the_total_of_a_list_is_no_row(clerk: Clerk) -> None:
    form = FOLDER / "xa-binh-vi.xlsx"
    book = openpyxl.load_workbook(form)
    sheet = next(sheet for sheet in book if any(cell.value == "bieu_ii_06[].ten" for cell in sheet[1]))
    column = next(cell.column for cell in sheet[1] if cell.value == "bieu_ii_06[].ten")
    row = next(row for row in range(6, 99) if sheet.cell(row, column).value is None)
    sheet.cell(row, column, "Tổng cộng")
    sheet.cell(row, column + 2, 3000)
    before = produce(form).data
    book.save(form)
    report = produce(form)
    assert report.data == before
    (told,) = [item for item in report.findings if item.code == "bieu-dong-tong"]
    assert told.where.cell.endswith(str(row))
