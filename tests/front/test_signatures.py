"""Head, recipients and signature of the document, from the profile to the cells (NĐ 30, PL I.II)."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from front_kit import assert_sound
from lxml import etree

import baocao

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAME = "Nguyễn Văn Mẫu"
COMMITTEE = {
    "ten": "Ủy ban nhân dân xã Minh Họa",
    "cap": "xa",
    "dong_ten": ["ỦY BAN NHÂN DÂN", "XÃ MINH HỌA"],
    "dia_danh": "Minh Họa",
    "ky_hieu": "UBND",
    "nguoi_ky": {"thay_mat": "Ủy ban nhân dân", "chuc_vu": "Chủ tịch", "ho_ten": NAME},
    "noi_nhan": ["Thường trực Đảng ủy xã", "Thường trực HĐND xã"],
    "luu": "VT, VH-XH",
}
OFFICE = {
    "ten": "Sở Nội vụ",
    "dong_ten": ["SỞ NỘI VỤ"],
    "dong_chu_quan": ["Ủy ban nhân dân tỉnh"],
    "ky_hieu": "SNV",
}


class Document:
    """The cells of the two layout tables, each a list of lines, and the paragraphs between them."""

    def __init__(self, data: bytes) -> None:
        assert_sound(data)
        body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))[0]
        tables = body.findall(f"{W}tbl")
        (self.agency, self.nation), (self.number, self.date) = map(cells, tables[0].findall(f"{W}tr"))
        ((self.recipients, self.signature),) = map(cells, tables[-1].findall(f"{W}tr"))
        self.last = tables[-1]
        self.between = [text(item) for item in body.findall(f"{W}p") if text(item)]


def cells(row: etree._Element) -> list[list[str]]:
    return [[text(item) for item in cell.iter(f"{W}p") if text(item)] for cell in row.findall(f"{W}tc")]


def text(paragraph: etree._Element) -> str:
    return "".join(item.text or "" for item in paragraph.iter(f"{W}t")).replace("\u00a0", " ")


def document(unit: dict[str, Any] | None = None, *, draft: bool = False, **head: Any) -> Document:
    """The document of a committee whose profile and `van_ban` are changed like this."""
    data = {
        "goi": "cchc-nam",
        "don_vi": COMMITTEE | (unit or {}),
        "ky": {"nam": "2025"},
        "van_ban": {"so": "5", "ngay": "05/01/2026", "trich_yeu": ["Kết quả năm 2025"]} | head,
        "so_lieu": {"tthc": {"tiep_nhan": "1.200", "da_giai_quyet": "1.180"}},
    }
    return Document(baocao.make_report(data, draft=draft).to_bytes())


@pytest.mark.parametrize(
    ("unit", "signer", "lines"),
    [
        (
            {},
            {"thay_mat": "Ủy ban nhân dân", "chuc_vu": "Chủ tịch"},
            ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
        ),
        (
            {},
            {"thay_mat": "Ủy ban nhân dân", "ky_thay": "Chủ tịch", "chuc_vu": "Phó Chủ tịch"},
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ),
        (
            {},
            {"thay_mat": "Ủy ban nhân dân", "quyen": "có", "chuc_vu": "Chủ tịch"},
            ["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"],
        ),
        (OFFICE, {"chuc_vu": "Giám đốc"}, ["GIÁM ĐỐC"]),
        (OFFICE, {"ky_thay": "Giám đốc", "chuc_vu": "Phó Giám đốc"}, ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        (OFFICE, {"ky_thay": "Bộ trưởng", "chuc_vu": "Thứ trưởng"}, ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"]),
        (OFFICE, {"quyen": "true", "chuc_vu": "Giám đốc"}, ["Q. GIÁM ĐỐC"]),
        ({}, {"thua_lenh": "Chủ tịch", "chuc_vu": "Chánh Văn phòng"}, ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
        (
            {},
            {"thua_lenh": "Chủ tịch", "ky_thay": "Chánh Văn phòng", "chuc_vu": "Phó Chánh Văn phòng"},
            ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
        ),
        (
            {},
            {"thua_uy_quyen": "Chủ tịch", "chuc_vu": "Chánh Văn phòng"},
            ["TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
        ),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, list) else "",
)
def test_the_lines_above_the_name(unit: dict[str, Any], signer: dict[str, str], lines: list[str]) -> None:
    made = document(unit | {"nguoi_ky": signer | {"ho_ten": NAME}})
    assert made.signature == [*lines, NAME]
    styles = [item.get(f"{W}val") for item in made.last.iter(f"{W}pStyle")]
    assert styles[-len(lines) - 1 :] == ["QuyenHan"] * len(lines) + ["NguoiKy"]


def test_the_data_file_chooses_the_signer() -> None:
    deputy = {
        "thay_mat": "Ủy ban nhân dân",
        "ky_thay": "Chủ tịch",
        "chuc_vu": "Phó Chủ tịch",
        "ho_ten": "Trần Thị B",
    }
    unit = COMMITTEE | {"nguoi_ky": {"mot": COMMITTEE["nguoi_ky"], "hai": deputy}}
    data = {
        "goi": "cchc-nam",
        "don_vi": unit,
        "ky": 2025,
        "so_lieu": {"tthc": {"tiep_nhan": 9, "da_giai_quyet": 9}},
    }
    assert Document(baocao.make_report(data).to_bytes()).signature[-1] == NAME
    chosen = Document(baocao.make_report(data | {"nguoi_ky": "hai"}).to_bytes())
    assert chosen.signature == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị B"]


def test_the_agency_stands_under_its_parent_when_it_has_one() -> None:
    assert document().agency == ["ỦY BAN NHÂN DÂN", "XÃ MINH HỌA"]
    assert document({"dong_chu_quan": ["Ủy ban nhân dân", "tỉnh Minh Họa"]}).agency == [
        *("ỦY BAN NHÂN DÂN", "TỈNH MINH HỌA"),
        *("ỦY BAN NHÂN DÂN", "XÃ MINH HỌA"),
    ]
    signer = {"chuc_vu": "Giám đốc", "ho_ten": NAME}
    office = document(OFFICE | {"nguoi_ky": signer})
    assert office.agency == ["ỦY BAN NHÂN DÂN TỈNH", "SỞ NỘI VỤ"]
    assert office.number == ["Số: 05/BC-SNV"]
    assert office.nation == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_a_subject_of_one_to_five_lines(count: int) -> None:
    lines = [f"dòng thứ {number} của trích yếu" for number in range(count)]
    for typed in (lines, "\n".join(lines)):
        made = document(trich_yeu=typed)
        assert made.between[: count + 2][:-1] == ["BÁO CÁO", *lines]
        assert made.between[count + 1].startswith("Ủy ban nhân dân (UBND)")


def test_a_subject_of_six_lines_is_refused() -> None:
    with pytest.raises(baocao.DataError) as caught:
        document(trich_yeu=["dòng"] * 6)
    assert [item.code for item in caught.value.findings] == ["trich-yeu-qua-dai"]


def test_one_addressee_on_the_line_several_below_it() -> None:
    own = ["Thường trực Đảng ủy xã", "Thường trực HĐND xã"]
    end = ["- Thường trực Đảng ủy xã;", "- Thường trực HĐND xã;", "- Lưu: VT, VH-XH."]
    none = document()
    assert none.recipients == ["Nơi nhận:", *end]
    assert not any("Kính gửi" in line for line in none.between)
    one = document(kinh_gui=["Ủy ban nhân dân tỉnh"])
    assert one.between[2] == "Kính gửi: Ủy ban nhân dân tỉnh"
    assert one.recipients == ["Nơi nhận:", "- Như trên;", *end]
    several = document({"kinh_gui": ["Ủy ban nhân dân tỉnh", "Sở Nội vụ;", "- Sở Tài chính."]})
    assert several.between[2:6] == ["Kính gửi:", "- Ủy ban nhân dân tỉnh;", "- Sở Nội vụ;", "- Sở Tài chính."]
    assert several.recipients == ["Nơi nhận:", "- Như trên;", *end]
    typed = document({"kinh_gui": ["Sở Nội vụ"], "noi_nhan": ["Như trên", *own]})
    assert typed.recipients == ["Nơi nhận:", "- Như trên;", *end]


def test_this_report_may_be_addressed_to_nobody() -> None:
    made = document({"kinh_gui": ["Sở Nội vụ"]}, kinh_gui=[])
    assert made.recipients[1] == "- Thường trực Đảng ủy xã;"
    assert not any("Kính gửi" in line for line in made.between)


def test_the_legal_basis_is_parted_by_semicolons_and_ended_by_a_full_stop() -> None:
    made = document(can_cu=["Căn cứ Luật A;", "Theo đề nghị của *Văn phòng*."])
    assert made.between[2:4] == ["Căn cứ Luật A;", "Theo đề nghị của Văn phòng."]


def test_the_drafter_stands_low_or_in_brackets() -> None:
    low = document({"nguoi_soan": "Tài"})
    assert low.recipients[-1] == "- Lưu: VT, VH-XHTài."
    lowered = [
        "".join(run.itertext(f"{W}t"))
        for run in low.last.iter(f"{W}r")
        if (mark := run.find(f"{W}rPr/{W}vertAlign")) is not None and mark.get(f"{W}val") == "subscript"
    ]
    assert lowered == ["Tài"]
    bracketed = document({"nguoi_soan": "Tài", "kieu_nguoi_soan": "ngoac"})
    assert bracketed.recipients[-1] == "- Lưu: VT, VH-XH (Tài)."
    assert bracketed.last.find(f".//{W}vertAlign") is None
    assert document().recipients[-1] == "- Lưu: VT, VH-XH."


@pytest.mark.parametrize(
    ("head", "number", "date"),
    [
        ({"so": "5", "ngay": "05/01/2026"}, "Số: 05/BC-UBND", "Minh Họa, ngày 05 tháng 01 năm 2026"),
        ({"so": "114", "ngay": "25/3/2026"}, "Số: 114/BC-UBND", "Minh Họa, ngày 25 tháng 3 năm 2026"),
        ({"so": "", "ngay": "25/12/2026"}, "Số:       /BC-UBND", "Minh Họa, ngày 25 tháng 12 năm 2026"),
        ({"so": "114", "ngay": None}, "Số: 114/BC-UBND", "Minh Họa, ngày … tháng … năm …"),
        ({"so": None, "ngay": ""}, "Số:       /BC-UBND", "Minh Họa, ngày … tháng … năm …"),
    ],
)
def test_number_and_date_or_room_for_them(head: dict[str, Any], number: str, date: str) -> None:
    made = document(**head)
    assert (made.number, made.date) == ([number], [date])
    draft = document(**head, draft=True)
    assert (draft.number, draft.date) == ([number, "DỰ THẢO"], [date])
