"""What a clerk found untold: short dates, counts, quarters in the subject, provinces, ties of spelling."""

from __future__ import annotations

import pytest
from rules_text_kit import ask, paragraphs_paper, parts_of, told

from baocao.conformance.case import State


def wanted(rule, text):
    return [one.wanted for one in ask(rule, paragraphs_paper([text])) if one.state is State.BROKEN]


@pytest.mark.parametrize(
    ("rule", "text", "seen"),
    [
        ("SL07", "hoàn thành trước 20/7/26.", ["«20/7/26»"]),
        ("SL07", "từ 1/3/26 đến 31/12/26", ["«1/3/26»", "«31/12/26»"]),
        ("SL07", "đạt 20/7/26, từ 45/7/26, trước 20/13/26, từ 20/7/2026", []),
        ("SL05", "Giao Văn phòng theo dõi 3 nội dung.", ["«3 nội dung»"]),
        ("SL05", "Đã trình 3 nghị quyết.", ["«3 nghị quyết»"]),
        ("SL05", "Quý 3 báo cáo chậm, mục 2 nội dung này, số 3 kết luận, phụ lục 5 kiến nghị", []),
        ("ND10", "theo Nghị định số 30/2020/NĐ-CP ; Theo điểm a", ["«30/2020/NĐ-CP ; Theo điểm»"]),
    ],
)
def test_what_was_untold(rule, text, seen):
    assert told(rule, text) == seen


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Chủ tịch tỉnh Cao bằng đã họp.", ["«Cao Bằng»"]),
        ("Tại tỉnh Lạng sơn và thành phố Cần thơ.", ["«Lạng Sơn»", "«Cần Thơ»"]),
        ("Tại tỉnh Cao Bằng, tỉnh Hà Nam, tỉnh Cao nguyên nào.", []),
    ],
)
def test_every_syllable_of_a_province_takes_a_capital(text, right):
    assert wanted("VH03", text) == right


def test_the_usual_spelling_is_kept_when_both_stand_as_often():
    assert wanted("CT02", "Tỉ lệ đạt 5%, tỷ lệ đạt 6%.") == ["«tỷ» như 01 chỗ khác"]
    assert wanted("CT02", "Tỷ lệ đạt 5%, tỉ lệ đạt 6%.") == ["«tỷ» như 01 chỗ khác"]


def test_a_quarter_in_the_subject_is_told():
    paper = paragraphs_paper(["Kết quả công tác quý 3 năm 2026", "Nội dung."])
    parts = parts_of(paper)
    parts.trich_yeu = paper.blocks[0].lines
    parts.than_bai = parts.prose = parts.than_bai[1:]
    assert [(one.seen, one.wanted) for one in ask("SL09", paper, parts)] == [("«quý 3»", "«quý III»")]
