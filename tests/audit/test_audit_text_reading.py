"""A report copied from a PDF is read as the paper reads: notes with their words, broken sentences whole."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.audit.document import NoteMark, PassageKind
from baocao.audit.reading.read_text import read_text
from growth_kit import linear

BODY, HEADING, NOTE = PassageKind.BODY, PassageKind.HEADING, PassageKind.NOTE
HEAD, SIGNING = PassageKind.HEADER_BLOCK, PassageKind.SIGNATURE_BLOCK
REFERENCE = Path(__file__).with_name("tan-hong-2023.txt")
LONG = "Ủy ban nhân dân Huyện chỉ đạo các cơ quan, đơn vị thực hiện nghiêm quy định của"


@pytest.fixture(scope="module")
def reference():
    return read_text(REFERENCE.read_text(encoding="utf-8"), "tan-hong.txt")


def said(text):
    """Kind, words and note of each passage."""
    return [(item.kind, item.text, item.note) for item in read_text(text, "a.txt").passages]


def test_the_reference_has_its_date_its_year_and_its_blocks(reference):
    assert reference.report_date == dt.date(2024, 3, 25)
    assert reference.year == 2023
    kinds = [item.kind for item in reference.passages]
    assert {kind: kinds.count(kind) for kind in PassageKind} == {
        HEAD: 5,
        HEADING: 11,
        BODY: 38,
        NOTE: 12,
        SIGNING: 11,
        PassageKind.CELL: 0,
    }


def test_the_headings_of_the_reference(reference):
    assert [item.text for item in reference.passages if item.kind is HEADING] == [
        "I. KẾT QUẢ THỰC HIỆN CÔNG TÁC CCHC NĂM 2023",
        "1. Cải cách thể chế",
        "2. Cải cách thủ tục hành chính",
        "3. Cải cách tổ chức bộ máy",
        "4. Cải cách chế độ công vụ",
        "5. Cải cách tài chính công",
        "6. Xây dựng và phát triển Chính quyền điện tử, Chính quyền số",
        "7. Tồn tại, hạn chế:",
        "II. NHIỆM VỤ, GIẢI PHÁP NĂM 2024 VÀ CÁC NĂM TIẾP THEO",
        "1. Nhiệm vụ",
        "2. Giải pháp",
    ]


def test_each_note_of_the_reference_hangs_on_its_words(reference):
    hung = [
        (mark.note, item.text[: mark.offset].split()[-1])
        for item in reference.passages
        for mark in item.marks
    ]
    assert hung == [
        ("1", "xã"),
        ("2", "đồng"),
        ("3", "định"),
        ("4", "98,74%"),
        ("5", "chế"),
        ("6", "chức"),
        ("7", "chức"),
        ("8", "lý"),
        ("9", "lý"),
        ("10", "dưỡng"),
        ("11", "B,"),
    ]


def test_each_note_of_the_reference_stands_behind_the_passage_it_hangs_on(reference):
    last = None
    for item in reference.passages:
        if item.kind is NOTE:
            assert item.note in {mark.note for mark in last.marks}
        else:
            last = item


def test_a_note_of_two_paragraphs_is_two_passages(reference):
    ninth = [item for item in reference.passages if item.note == "9"]
    assert [item.text[:20] for item in ninth] == ["+ Đối với cấp Huyện:", "+ Đối với viên chức "]
    assert [item.where.paragraph for item in ninth] == [
        "chú thích 9 (mục 4. Cải cách chế độ công vụ)",
        "chú thích 9, đoạn 2 (mục 4. Cải cách chế độ công vụ)",
    ]
    assert [item.where.line for item in ninth] == [65, 67]


@pytest.mark.parametrize(
    "joined",
    [
        "tầm nhìn đến năm 2030 trên địa bản Huyện. Đồng thời, chỉ đạo",
        "về việc một số nội dung cần tập trung thực hiện đối với",
        "tăng cường kiểm tra, đôn đốc việc thực hiện Kế hoạch.",
    ],
)
def test_a_sentence_of_the_reference_broken_by_a_page_is_whole(reference, joined):
    assert sum(joined in item.text for item in reference.passages) == 1


def test_the_look_of_letters_is_no_part_of_the_words(reference):
    assert not [item.text for item in reference.passages if set("*_{}") & set(item.text)]
    assert reference.passages[-4].text == "- Lưu: VT, PCVPTài"


def test_the_head_and_the_signatures_of_the_reference(reference):
    assert [item.text for item in reference.passages if item.kind is HEAD] == [
        "Số: 114/BC-UBND",
        "Tân Hồng, ngày 25 tháng 3 năm 2024",
        "BÁO CÁO CHUYÊN ĐỀ",
        "Kết quả thực hiện nhiệm vụ Cải cách hành chính năm 2023",
        "nhiệm vụ, giải pháp năm 2024 và các năm tiếp theo",
    ]
    signing = [item.text for item in reference.passages if item.kind is SIGNING]
    assert (signing[0], signing[-3:]) == ("Nơi nhận:", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Huỳnh Văn Nhã"])


def test_places_name_line_paragraph_and_heading(reference):
    found = next(item for item in reference.passages if item.text.startswith("Ngay từ đầu năm, UBND Huyện"))
    assert str(found.where) == "tan-hong.txt, dòng 27, đoạn 14 (mục 2. Cải cách thủ tục hành chính)"


def test_a_report_without_head_and_signatures_is_all_body():
    assert said("Tiếp nhận 12 hồ sơ.\n\nĐã giải quyết 10 hồ sơ.") == [
        (BODY, "Tiếp nhận 12 hồ sơ.", ""),
        (BODY, "Đã giải quyết 10 hồ sơ.", ""),
    ]


def test_an_empty_text_has_no_passage():
    assert read_text("\n \n", "a.txt").passages == ()


def test_marks_in_brackets_are_notes_and_measures_are_none():
    document = read_text("Sửa 120 m² nhà, 02 km² đất[1] và kho.\n\n[1] Ở 3 xã.\n", "a.txt")
    body, note = document.passages
    assert (body.text, body.marks) == ("Sửa 120 m² nhà, 02 km² đất và kho.", (NoteMark(26, "1"),))
    assert (note.kind, note.text, note.note) == (NOTE, "Ở 3 xã.", "1")


def test_a_page_that_breaks_before_a_capital_goes_on_behind_the_notes():
    assert said(f"{LONG} UBND¹\n\n¹ Cấp tỉnh.\n\nHuyện đã ban hành.") == [
        (BODY, f"{LONG} UBND Huyện đã ban hành.", ""),
        (NOTE, "Cấp tỉnh.", "1"),
    ]


def test_a_lost_full_stop_joins_no_paragraphs():
    assert [text for _, text, _ in said(f"{LONG} Huyện\n\nHuyện đã ban hành.")] == [
        f"{LONG} Huyện",
        "Huyện đã ban hành.",
    ]


def test_numbers_that_restart_hang_on_the_nearest_mark_before():
    assert [text for _, text, _ in said("Một¹.\n\n¹ Của một.\n\nHai¹.\n\n¹ Của hai.")] == [
        "Một.",
        "Của một.",
        "Hai.",
        "Của hai.",
    ]


def test_a_note_that_no_words_point_to_stays_where_it_stands():
    assert said("Một.\n\n⁷ Lạc.\n\nHai.") == [(BODY, "Một.", ""), (NOTE, "Lạc.", "7"), (BODY, "Hai.", "")]


def test_numbers_of_pages_are_left_out():
    assert [text for _, text, _ in said(f"{LONG}\n\n2\n\npháp luật.\n\n- 3 -\n\nHết.\n\n7\n")] == [
        f"{LONG} pháp luật.",
        "Hết.",
        "7",
    ]


def test_lines_copied_one_by_one_are_one_paragraph():
    assert [text for _, text, _ in said(f"{LONG}\nHuyện và cấp trên.\n- Một việc;\n- hai việc.")] == [
        f"{LONG} Huyện và cấp trên.",
        "- Một việc;",
        "- hai việc.",
    ]


def test_letters_typed_in_parts_are_told_and_read_whole():
    (passage,) = read_text("Ho\u0302\u0300 sơ.", "a.txt").passages
    assert (passage.text, passage.typed_nfd) == ("Hồ sơ.", True)


def test_an_appendix_behind_the_signatures_is_body_again():
    kinds = [
        kind
        for kind, _, _ in said("Hết.\n\nNơi nhận:\n- Như trên.\n\nTM. ỦY BAN NHÂN DÂN\n\nPHỤ LỤC\n\nMột.")
    ]
    assert kinds == [BODY, SIGNING, SIGNING, SIGNING, BODY, BODY]


def test_a_note_at_the_foot_of_the_last_page_is_no_signature():
    text = "Đạt 5 việc¹.\n\nNơi nhận:\n- Như trên.\n\n¹ Ở 3 xã."
    assert said(text) == [
        (BODY, "Đạt 5 việc.", ""),
        (NOTE, "Ở 3 xã.", "1"),
        (SIGNING, "Nơi nhận:", ""),
        (SIGNING, "- Như trên.", ""),
    ]


def test_notes_without_a_body_are_kept():
    assert said("¹ Ở 3 xã.") == [(NOTE, "Ở 3 xã.", "1")]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Kết quả 6 tháng đầu năm 2024", 2024),
        ("Kết quả CCHC quý III/2025", 2025),
        ("Tổng kết Chương trình giai đoạn 2011 - 2020", 2020),
        ("Kết quả cải cách hành chính", None),
    ],
)
def test_the_year_is_that_of_the_title(title, year):
    document = read_text(f"Huế, ngày   tháng 3 năm 2026\n\nBÁO CÁO\n{title}\n\nKết quả như sau:", "a.txt")
    assert (document.year, document.report_date) == (year, None)


@given(st.text(alphabet="aB1¹²[]*_{}.- \n\f:\u0302", max_size=200))
def test_any_text_is_read_and_marks_stay_within_their_words(text):
    for item in read_text(text, "a.txt").passages:
        assert item.text == item.text.strip()
        assert all(0 <= mark.offset <= len(item.text) for mark in item.marks)


@pytest.mark.parametrize("piece", ["*a ", "¹", "_{", "a\n", "[1", "Số: a\n\n", "a¹\n\n¹ b\n\n", f"{LONG}\n"])
def test_time_grows_with_the_text_only(piece):
    assert linear(lambda size: piece * (size // len(piece)), lambda text: read_text(text, "a.txt"), 50_000)
