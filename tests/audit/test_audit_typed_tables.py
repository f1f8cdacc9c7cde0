"""Plain texts that lost more than their look: tables set with blanks, notes without raised digits."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.audit.document import Cell, NoteMark, PassageKind
from baocao.audit.reading.read_text import read_text
from growth_kit import linear

BODY, NOTE, CELL = PassageKind.BODY, PassageKind.NOTE, PassageKind.CELL


def said(text):
    return [(item.kind, item.text, item.note) for item in read_text(text, "a.txt").passages]


def cells(text):
    return [(item.text, item.table) for item in read_text(text, "a.txt").passages if item.kind is CELL]


UNIT, DONE = ("Đơn vị",), ("Hồ sơ",)
ROWS = [
    ("Đơn vị", Cell(1, 1, 1)),
    ("Hồ sơ", Cell(1, 1, 2)),
    ("Xã A", Cell(1, 2, 1, UNIT)),
    ("1.200", Cell(1, 2, 2, DONE)),
    ("Tổng cộng", Cell(1, 3, 1, UNIT, is_total=True)),
    ("1.200", Cell(1, 3, 2, DONE, is_total=True)),
]


@pytest.mark.parametrize(
    "table",
    [
        "| Đơn vị | Hồ sơ |\n|---|---|\n| Xã A | 1.200 |\n| Tổng cộng | 1.200 |",
        "Đơn vị|Hồ sơ\nXã A|1.200\nTổng cộng|1.200",
        "Đơn vị\tHồ sơ\nXã A\t1.200\nTổng cộng\t1.200",
        "Đơn vị        Hồ sơ\nXã A          1.200\nTổng cộng     1.200",
    ],
)
def test_a_table_is_read_by_cell_however_its_columns_are_set(table):
    assert cells(f"Kết quả như sau:\n{table}\nHết.") == ROWS
    kinds = [kind for kind, _, _ in said(f"Kết quả như sau:\n{table}\nHết.")]
    assert kinds == [BODY, *[CELL] * 6, BODY]


def test_a_cell_knows_its_place_and_the_unit_over_the_table():
    text = "1. Thu, chi\n\nĐơn vị tính: triệu đồng\n\nNội dung\tSố tiền\nThu\t12\n"
    last = read_text(text, "a.txt").passages[-1]
    assert last.table == Cell(1, 2, 2, ("Số tiền",), unit="triệu đồng")
    assert (last.where.line, last.where.paragraph) == (6, "bảng, dòng «Thu», cột «Số tiền» (mục 1. Thu, chi)")


@pytest.mark.parametrize(
    "text",
    [
        "1.\tCải cách thể chế\n2.\tCải cách thủ tục",
        "Đạt  12 hồ sơ.",
        "Huyện | xã",
        "Tiếp  nhận  12  hồ sơ của xã\nvà  số  15  hồ sơ của huyện",
        "Họ tên    Chức vụ\nNguyễn A    Chủ tịch",
    ],
)
def test_what_only_looks_like_a_table_is_none(text):
    assert cells(text) == []


def test_a_table_of_contents_is_left_out():
    lines = ["I. KẾT QUẢ.............. 2", "II. NHIỆM VỤ ……………… 12", "III. KIẾN NGHỊ ........ 15"]
    text = "\n\n".join(("MỤC LỤC", *lines, "Đạt 5 hồ sơ..."))
    assert [words for _, words, _ in said(text)] == ["MỤC LỤC", "Đạt 5 hồ sơ..."]
    assert [words for _, words, _ in said("Số hồ sơ: ........ 12")] == ["Số hồ sơ: ........ 12"]


def test_two_tables_are_counted():
    table = "Xã\tHồ sơ\nA\t12\n"
    assert [place.table for _, place in cells(f"{table}\nSau đó:\n{table}")] == [1] * 4 + [2] * 4


def test_the_two_halves_of_head_and_signatures_are_apart():
    text = (
        "ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "HUYỆN TÂN HỒNG             Độc lập - Tự do - Hạnh phúc\n"
        "Số: 114/BC-UBND\t\tTân Hồng, ngày 25 tháng 3 năm 2024\n\n"
        "BÁO CÁO\nKết quả năm 2023\n\nĐạt 5 hồ sơ.\n\nNơi nhận:          TM. ỦY BAN NHÂN DÂN\n- Lưu: VT.\n"
    )
    document = read_text(text, "a.txt")
    assert (document.report_date, document.year) == (dt.date(2024, 3, 25), 2023)
    assert [item.text for item in document.passages[4:6]] == [
        "Số: 114/BC-UBND",
        "Tân Hồng, ngày 25 tháng 3 năm 2024",
    ]
    kinds = [item.kind for item in document.passages]
    assert kinds == [PassageKind.HEADER_BLOCK] * 8 + [BODY] + [PassageKind.SIGNATURE_BLOCK] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Ở cấp xã1 đạt 98,74%2.\n\n1 Gồm 12 xã.\n\n2 Năm trước 97%.",
        "Ở cấp xã(1) đạt 98,74%(2).\n\n(1) Gồm 12 xã.\n\n(2) Năm trước 97%.",
        "Ở cấp xã[1] đạt 98,74%[2].\n\n[1] Gồm 12 xã.\n\n[2] Năm trước 97%.",
        "Ở cấp xã¹ đạt 98,74%².\n\n¹Gồm 12 xã.\n\n²Năm trước 97%.",
    ],
)
def test_notes_are_found_however_their_numbers_are_typed(text):
    passages = read_text(text, "a.txt").passages
    assert [(item.kind, item.text, item.note, item.marks) for item in passages] == [
        (BODY, "Ở cấp xã đạt 98,74%.", "", (NoteMark(8, "1"), NoteMark(19, "2"))),
        (NOTE, "Gồm 12 xã.", "1", ()),
        (NOTE, "Năm trước 97%.", "2", ()),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Trường Tân Thành B1 và nhà 12 m2, 5 km2.\n\n1 Gồm 12 xã.\n\n2 Năm trước.",
        "Việc: (1) rà soát; (2) số hóa.\n\n(1) Rà soát 12 thủ tục.\n\n(2) Số hóa 5 hồ sơ.",
        "Ở cấp xã1.\n\nHết.",
        "12 hồ sơ của cấp xã.\n\n1 xã chưa đạt.",
        "Ở cấp xã3.\n\n3 Gồm 12 xã.",
    ],
)
def test_numbers_that_only_look_like_those_of_notes_stay(text):
    assert not [item for item in read_text(text, "a.txt").passages if item.note or item.marks]


def test_numbers_of_pages_are_left_out_however_they_are_typed():
    text = "Một.\n\nTrang 2\n\nHai.\n\n3/9\n\nBa.\n\n- 4 -\n\nBốn."
    assert [words for _, words, _ in said(text)] == ["Một.", "Hai.", "Ba.", "Bốn."]


@given(st.text(alphabet="ãb1|\t ()%.\n-A:", max_size=200))
def test_any_text_is_read_and_nothing_is_lost(text):
    kept = "".join(item.text for item in read_text(text, "a.txt").passages)
    assert sorted(set(kept) & set("ãbA")) == sorted(set(text) & set("ãbA"))


PIECES = ["a|", "a\t", "a  ", "a|1\n", "a\t1\n", "a  1\n", "xã1\n1 A\n", "xã(1)\n", "(1) A\n", "xã1 "]


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text_only(piece):
    assert linear(lambda size: piece * (size // len(piece)), lambda text: read_text(text, "a.txt"), 15_000)
