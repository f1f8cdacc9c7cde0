"""A head or a signature typed with blanks between its two columns is read as one with tabs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.conformance.reading.blanks import columns_typed
from conformance.parts_kit import MOTTO, NATION, PLACE_DATE, body, found, parts_of, say, title


def spaced(*lines: str, bold: bool = False, align: str = "left"):
    """Lines typed at the left margin, their columns set apart by blanks."""

    def typed(document):
        for line in lines:
            say(document, line, bold=bold, align=align)

    return typed


def columns(text: str, *, centred: bool = False) -> list[str]:
    return [text[start:end].strip() for start, end in columns_typed(text, centred=centred)]


HEAD = (
    "UBND XÃ BẢO LÂM                  " + NATION,
    "PHÒNG KINH TẾ                              " + MOTTO,
    "Số: 08/BC-KT                              " + PLACE_DATE,
)
SIGNED = (
    "Nơi nhận:                                        TM. ỦY BAN NHÂN DÂN",
    "- UBND tỉnh;                                              CHỦ TỊCH",
    "- Lưu: VT.",
    "",
    "",
    "                                                         Nguyễn Văn Ví Dụ",
)


@pytest.mark.parametrize("blank", [" ", "\u00a0"])
def test_head_typed_with_blanks(blank):
    head = [blank.join(line.split(" ")) if blank != " " else line for line in HEAD]
    parts = parts_of(spaced(*head), title, body)
    assert [text.replace(blank, " ") for text in found(parts, "chu_quan")] == ["UBND XÃ BẢO LÂM"]
    assert found(parts, "co_quan") == ["PHÒNG KINH TẾ"]
    assert found(parts, "quoc_hieu") == [NATION]
    assert found(parts, "tieu_ngu") == [MOTTO]
    assert found(parts, "so_ky_hieu") == ["Số: 08/BC-KT"]
    assert found(parts, "dia_danh_ngay") == [PLACE_DATE]


def test_rules_of_dashes_set_apart_by_blanks_are_two():
    rules = "  -------                         ---------------"
    parts = parts_of(spaced(HEAD[0], HEAD[1], rules, HEAD[2]), title, body)
    assert {"co_quan", "tieu_ngu"} <= set(parts.strokes)
    assert parts.strokes["co_quan"].right < parts.strokes["tieu_ngu"].left


def test_signature_typed_with_blanks():
    parts = parts_of(spaced(*HEAD), title, body, spaced("Trên đây là báo cáo."), spaced(*SIGNED))
    assert found(parts, "noi_nhan_tu") == ["Nơi nhận:"]
    assert found(parts, "noi_nhan") == ["- UBND tỉnh;", "- Lưu: VT."]
    assert found(parts, "quyen_han") == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert found(parts, "nguoi_ky") == ["Nguyễn Văn Ví Dụ"]


def test_last_sentence_indented_with_blanks_is_no_recipient():
    last = "       Trên đây là báo cáo của Ủy ban nhân dân xã."
    parts = parts_of(spaced(*HEAD), title, body, spaced(last), spaced(*SIGNED))
    assert found(parts, "noi_nhan") == ["- UBND tỉnh;", "- Lưu: VT."]
    assert found(parts, "than_bai")[-1] == last.strip()


@pytest.mark.parametrize(
    "text",
    [
        "Số:      /BC-UBND",
        "Số:          QĐ-UBND",
        "Tân Phước, ngày      tháng      năm 2026",
        "Tân Phước, Ngày          Tháng          Năm 2026",
        "Kính gửi:          Ủy ban nhân dân tỉnh",
        "đúng kế hoạch.   Trong quý tới",
        "CỘNG  HÒA  XÃ HỘI",
        "Họ và tên:               Nguyễn Văn A",
    ],
)
def test_blanks_that_part_nothing(text):
    assert columns(text) == [text]


def test_letters_spaced_out_in_the_middle_are_one_title():
    assert columns("BÁO CÁO   TỔNG KẾT", centred=True) == ["BÁO CÁO   TỔNG KẾT"]
    assert columns("QUYẾT   ĐỊNH") == ["QUYẾT   ĐỊNH"]


def test_number_and_date_with_room_left_in_both():
    text = "Số:      /BC-UBND            Bảo Lâm, ngày      tháng      năm 2026"
    assert columns(text) == ["Số:      /BC-UBND", "Bảo Lâm, ngày      tháng      năm 2026"]


@given(st.text(alphabet=" \u00a0AÁbđ:.-_/1", max_size=60), st.booleans())
def test_stretches_cover_the_row_and_begin_with_words(text, centred):
    found = columns_typed(text, centred=centred)
    assert [start for start, _ in found] == [0, *(end for _, end in found[:-1])]
    assert found[-1][1] == len(text)
    assert all(text[start:end].strip() for start, end in found) or len(found) == 1


@pytest.mark.parametrize("align", ["left", "center", "both"])
@pytest.mark.parametrize("names", [("UBND XÃ BẢO LÂM", NATION), ("Ubnd xã Bảo Lâm", NATION.capitalize())])
def test_head_typed_with_blanks_in_any_alignment_and_case(align, names):
    top = names[0] + " " * 18 + names[1]
    parts = parts_of(spaced(top, *HEAD[1:], align=align), title, body, spaced(*SIGNED))
    assert found(parts, "chu_quan") == [names[0]]
    assert found(parts, "quoc_hieu") == [names[1]]
    assert found(parts, "so_ky_hieu") == ["Số: 08/BC-KT"]


@pytest.mark.parametrize("room", ["(Đã ký)", "(Ký tên, đóng dấu)", ""])
def test_name_below_the_list_is_no_recipient(room):
    end = (*SIGNED[:3], " " * 33 + room, " " * 40 + "Lê Văn Tám")
    parts = parts_of(spaced(*HEAD), title, body, spaced(*end))
    assert found(parts, "noi_nhan") == ["- UBND tỉnh;", "- Lưu: VT."]
    assert found(parts, "quyen_han") == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert found(parts, "nguoi_ky") == ["Lê Văn Tám"]


@pytest.mark.parametrize(
    "posts", [("ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B"), ("KT. GIÁM ĐỐC", "TM. ỦY BAN NHÂN DÂN")]
)
def test_two_signers_set_apart_by_blanks_are_for_a_person(posts):
    end = (posts[0] + " " * 34 + posts[1], "", "Lê Văn Tám" + " " * 38 + "Nguyễn Văn Ba")
    parts = parts_of(spaced(*HEAD), title, body, spaced(*end, bold=True))
    assert dict(parts.unsure) == dict.fromkeys(("quyen_han", "nguoi_ky"), "máy không soát khối ký")
    assert (parts.quyen_han, parts.nguoi_ky) == ((), ())
