"""`baocao tong-hop` in a district's working folder: files in, a data file out, a report from it."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from baocao.produce import produce
from docx_reading import read_docx
from workplace_kit import Clerk

NAMED = ("tong-hop", "so-lieu/2024/xa")
OWN = ("--kem", "so-lieu/2024/rieng.yaml")
RESULT = "so-lieu/2024/tong-hop.yaml"


def test_the_sample_is_what_the_command_makes(clerk: Clerk) -> None:
    before = Path(RESULT).read_bytes()
    assert clerk.run(*NAMED, *OWN, "-o", RESULT, "--ghi-de") == 0
    assert Path(RESULT).read_bytes() == before
    assert "cộng 12/12 đơn vị" in clerk.out


def test_no_result_is_replaced_unasked(clerk: Clerk) -> None:
    assert clerk.codes(*NAMED, "-o", RESULT) == (4, ["tep-da-co"])


def test_the_districts_report_reads_right(clerk: Clerk) -> None:
    report = produce(RESULT)
    assert report.data is not None
    assert [item.code for item in report.findings if item.level.value != "thong_tin"] == []
    figures = report.figures
    assert figures is not None
    assert str(figures["tthc.tiep_nhan"]) == "26.573"
    assert str(figures["tthc.ty_le_giai_quyet"]) == "99,31%"


def test_from_excel_comes_the_same_report(clerk: Clerk) -> None:
    assert clerk.run(*NAMED, *OWN, "-o", "so-lieu/2024/th.xlsx") == 0
    assert produce("so-lieu/2024/th.xlsx").data == produce(RESULT).data


def test_json_comes_out_and_goes_in(clerk: Clerk) -> None:
    assert clerk.run(*NAMED, *OWN, "-o", "so-lieu/2024/th.json") == 0
    assert json.loads(Path("so-lieu/2024/th.json").read_text(encoding="utf-8"))["goi"] == "cchc-nam"
    assert produce("so-lieu/2024/th.json").data == produce(RESULT).data


def test_the_parts_of_a_total(clerk: Clerk) -> None:
    assert clerk.run(*NAMED, "--vet", "tthc.tiep_nhan") == 0
    lines = clerk.out.splitlines()
    assert lines[0] == "«Hồ sơ tiếp nhận trong kỳ» (tthc.tiep_nhan): 26.573 hồ sơ"
    assert lines[3].split()[:2] == ["xã", "Đông"]
    assert "11,53%" in lines[3]
    shown = clerk.out
    assert clerk.run("tong-hop", RESULT, "--vet", "tthc.tiep_nhan") == 0
    assert clerk.out == shown


def test_the_parts_of_a_rate_and_of_a_column(clerk: Clerk) -> None:
    assert clerk.run(*NAMED, "--vet", "tthc.ty_le_giai_quyet") == 0
    lines = clerk.out.splitlines()
    assert lines[0].endswith("(tthc.ty_le_giai_quyet): 99,31%")
    assert lines[1] == "Tử số: Hồ sơ đã giải quyết trong kỳ. Mẫu số: Hồ sơ tiếp nhận trong kỳ."
    words = "xã Đông Ví 3.050 hồ sơ 3.063 hồ sơ 99,58% xa-dong-vi.yaml"
    assert lines[4].split() == words.split()
    assert lines[-1].split() == ["Cộng", "26.389", "hồ", "sơ", "26.573", "hồ", "sơ", "99,31%"]
    shown = clerk.out
    assert clerk.run(*NAMED, "--vet", "tỷ lệ hồ sơ đã giải quyết trên số hồ sơ tiếp nhận") == 0
    assert clerk.out == shown
    assert clerk.run(*NAMED, "--vet", "tthc.ty_le_giai_quyet", "--json") == 0
    (traced,) = json.loads(clerk.out)["vet"]
    assert (traced["tong"], len(traced["phan"]), traced["phan"][0]["ty_le"]) == ("99,31%", 12, "99,58%")
    assert clerk.run(*NAMED, "--vet", "bieu_ii_06[].qua_han", "--json") == 0
    (traced,) = json.loads(clerk.out)["vet"]
    assert sum(int(part["so"]) for part in traced["phan"]) == 5
    assert clerk.codes(*NAMED, "--vet", "tthc.tiep_nhn") == (1, ["vet-khong-co"])


def test_a_unit_that_has_not_sent(clerk: Clerk) -> None:
    Path("so-lieu/2024/xa/xa-an-vi.yaml").unlink()
    code, findings = clerk.told(*NAMED, "-o", "th.yaml")
    assert code == 0
    assert "xã An Ví" in next(item["noi_dung"] for item in findings if item["ma"] == "tong-hop-chua-gui")
    assert "tong-hop-chua-du" in [item.code for item in produce("th.yaml").findings]


def test_last_years_folder_stands_in_for_the_list(clerk: Clerk) -> None:
    profile = Path("don-vi.yaml").read_text(encoding="utf-8")
    Path("don-vi.yaml").write_text(profile.partition("# Những đơn vị")[0], encoding="utf-8")
    Path("so-lieu/2024/xa/xa-an-vi.yaml").unlink()
    _, findings = clerk.told(*NAMED)
    (told,) = [item for item in findings if item["ma"] == "tong-hop-chua-gui"]
    assert "1/12 đơn vị: xã An Ví" in told["noi_dung"]
    assert "thư mục năm trước" in told["cach_sua"]


def test_last_years_file_stops_and_a_draft_goes_on_without_it(clerk: Clerk) -> None:
    shutil.copy("so-lieu/2023/xa/xa-an-vi.yaml", "so-lieu/2024/xa/xa-an-vi.yaml")
    code, codes = clerk.codes(*NAMED, "-o", "th.yaml")
    assert (code, "tong-hop-khac-ky" in codes, Path("th.yaml").exists()) == (1, True, False)
    code, codes = clerk.codes(*NAMED, "-o", "th.yaml", "--nhap")
    assert (code, "tong-hop-bo-don-vi" in codes, Path("th.yaml").exists()) == (0, True, True)


def test_other_files_and_folders_are_told(clerk: Clerk) -> None:
    Path("so-lieu/2024/xa/xa-an-vi.docx").write_bytes(b"")
    Path("so-lieu/2024/xa/cu").mkdir()
    _, codes = clerk.codes(*NAMED)
    assert {"tong-hop-tep-khac", "tong-hop-thu-muc-con"} <= set(codes)


def test_figures_in_both_the_own_file_and_the_units(clerk: Clerk) -> None:
    own = Path("so-lieu/2024/rieng.yaml")
    own.write_text("so_lieu: {tthc: {tiep_nhan: 27.000}}\n", encoding="utf-8")
    _, findings = clerk.told(*NAMED, *OWN, "-o", "th.yaml")
    told = next(item for item in findings if item["ma"] == "tong-hop-cong-hai-noi")
    assert "(27.000)" in told["noi_dung"]
    assert "(26.573 hồ sơ)" in told["noi_dung"]


def test_an_empty_folder_and_no_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("xa").mkdir()
    clerk = Clerk(capsys)
    assert clerk.codes("tong-hop", "xa") == (1, ["tong-hop-thieu-don-vi"])
    Path("don-vi.yaml").write_text("ten: Ủy ban nhân dân huyện Minh Họa\n", encoding="utf-8")
    assert clerk.codes("tong-hop", "xa", "--don-vi", "don-vi.yaml") == (1, ["tong-hop-khong-co-tep"])


def test_the_list_of_units_in_the_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text("goi: cchc-nam\nky: 2024\nso_lieu: {tthc.tiep_nhan: 5}\n", encoding="utf-8")
    clerk = Clerk(capsys)
    for listed, code in (("12", "cac-don-vi-sai"), ("[xã A, Xã a]", "cac-don-vi-trung")):
        text = f"ten: Ủy ban nhân dân huyện X\ncac_don_vi: {listed}\n"
        Path("don-vi.yaml").write_text(text, encoding="utf-8")
        assert code in clerk.codes("tong-hop", "a.yaml", "--don-vi", "don-vi.yaml")[1]


def test_a_sheet_with_a_row_a_unit(clerk: Clerk) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook("bang.xlsx") as book:
        sheet = book.add_worksheet("Tổng hợp")
        for row, cells in enumerate(
            [("Đơn vị", "Tiếp nhận"), ("Xã An Ví", 5), ("Xã Bình Ví", 7), ("Cộng", 12)]
        ):
            sheet.write_row(row, 0, cells)
    Path("bang.yaml").write_text(
        "goi: cchc-nam\nky: 2024\nbang_tinh:\n  tep: bang.xlsx\n  trang: Tổng hợp\n  dong_tieu_de: 1\n"
        "  cot_don_vi: A\n  cot: {tthc.tiep_nhan: B}\n",
        encoding="utf-8",
    )
    assert clerk.run("tong-hop", "bang.yaml", "--vet", "tthc.tiep_nhan") == 0
    assert "(tthc.tiep_nhan): 12 hồ sơ" in clerk.out
    assert "Bình Ví" in clerk.out


def test_the_districts_own_part_is_no_report(clerk: Clerk) -> None:
    """`rieng.yaml` states no period, so `soat` and `tao` without a file take the result."""
    assert clerk.run("soat") == 0
    assert "so-lieu/2024/tong-hop.yaml" in clerk.out
    assert clerk.run("tao") == 0


def paragraphs(data: bytes) -> list[str]:
    return read_docx(data).paragraphs


def test_what_the_communes_did_is_not_said_of_the_district(clerk: Clerk) -> None:
    said = paragraphs(produce(RESULT).to_bytes())
    of_all = "các đơn vị, địa phương trên địa bàn huyện"
    assert f"Trong năm, {of_all} đã ban hành 156 văn bản chỉ đạo về CCHC." in said
    assert f"Trong năm 2024, {of_all} đã ban hành 11 văn bản quy phạm pháp luật." in said
    assert any(
        text.startswith("Trong năm, Bộ phận Một cửa trên địa bàn huyện tiếp nhận 26.573") for text in said
    )
    assert not any("Đề nghị huyện" in text for text in said)


def test_what_the_district_gives_itself_is_said_of_the_district(clerk: Clerk) -> None:
    own = Path("so-lieu/2024/rieng.yaml")
    text = own.read_text(encoding="utf-8").replace("chi_dao:\n", "chi_dao:\n    so_van_ban: 30\n")
    own.write_text(text, encoding="utf-8")
    assert clerk.run(*NAMED, *OWN, "-o", RESULT, "--ghi-de") == 0
    said = paragraphs(produce(RESULT).to_bytes())
    assert "Trong năm, UBND huyện đã ban hành 30 văn bản chỉ đạo về CCHC." in said


def test_the_table_of_units_is_an_appendix_on_a_page_of_its_own(clerk: Clerk) -> None:
    data = produce(RESULT).to_bytes()
    said = paragraphs(data)
    start = said.index("Phụ lục")
    assert said[start + 1].endswith("CỦA CÁC ĐƠN VỊ NĂM 2024")
    assert said[start + 2] == (
        "(Kèm theo Báo cáo số 215/BC-UBND ngày 20 tháng 12 năm 2024 của Ủy ban nhân dân huyện Minh Họa)"
    )
    assert said.index("Lê Thị Thí Dụ") < start < said.index("Xã An Ví")
    assert any("của từng đơn vị nêu tại Phụ lục kèm theo" in text for text in said[:start])
    document = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    body, appendix = re.findall(r"<w:sectPr>.*?</w:sectPr>", document)
    assert 'w:orient="landscape"' not in body
    assert 'w:orient="landscape"' in appendix
    assert 'w:start="1"' in appendix
    assert body.count("headerReference") == appendix.count("headerReference") == 2
