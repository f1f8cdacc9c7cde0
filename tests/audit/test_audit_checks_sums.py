"""Totals against their parts, in sentences, notes, levels and tables; complements; restated numbers."""

from __future__ import annotations

import pytest

from audit.readings import judged, kinds, made, only, remarks, words_at
from baocao.audit.verdicts import Confidence, FaultKind
from baocao.errors import Severity

STAFF = "Tổng số {n:1.546 biên chế}, trong đó hành chính {p:104 người}, sự nghiệp {q:1.442 người}"


@pytest.mark.parametrize("said", ["sum n p q", "among n p q"])
def test_parts_that_make_up_their_total(said: str) -> None:
    item = made(STAFF, said)
    assert judged(item) == [("dung", "104 + 1.442 = 1.546")]
    assert remarks(item) == ()


def test_parts_that_are_said_to_make_up_a_total_and_do_not() -> None:
    text = "Tiếp nhận {n:27.630 hồ sơ}, gồm cấp huyện {p:3.252 hồ sơ} và cấp xã {q:24.387 hồ sơ}"
    remark = only(made(text, "sum n p q"))
    assert remark.kind is FaultKind.SUM
    assert remark.finding.level is Severity.ERROR
    assert remark.finding.text.endswith(
        "các phần cộng lại 3.252 + 24.387 = 27.639, tổng số ghi 27.630 (lệch 9)."
    )


def test_levels_notes_and_tables_are_told_apart() -> None:
    levels = {"p": ["cap-huyen"], "q": ["cap-xa"]}
    text = "Tiếp nhận {n:27.630 hồ sơ}: huyện {p:3.252 hồ sơ}, xã {q:24.387 hồ sơ}"
    assert kinds(made(text, "sum n p q", concepts=levels)) == [FaultKind.LEVEL]
    note = ("tuyển dụng {n:11 công chức}", "[6] cấp xã là {p:07}; xét tuyển là {q:03}")
    assert kinds(made(note, "sum n p q")) == [FaultKind.NOTE]
    table = ("| {p:12}", "| {q:13}", "| {n:26}")
    assert kinds(made(table, "sum n p q")) == [FaultKind.TABLE]


def test_some_of_a_total_may_fall_short_of_it() -> None:
    item = made("Tổng số {n:95 người}, trong đó {p:32 người}, {q:39 người}", "among n p q")
    assert judged(item) == [("can-xem", "32 + 39 = 71, một phần của 95")]
    assert remarks(item) == ()


def test_some_of_a_total_are_told_when_one_slip_alone_explains_what_is_missing() -> None:
    item = made(STAFF.replace("1.442", "1.424"), "among n p q")
    remark = only(item)
    assert (remark.confidence, remark.finding.level) == (Confidence.POSSIBLE, Severity.WARNING)
    assert words_at(item, remark.spot) == "1.424"
    assert remark.finding.remedy.endswith("Có thể gõ nhầm: 1.424 phải là 1.442.")


def test_a_short_slip_explains_too_much_to_be_told() -> None:
    assert remarks(made("{n:100 hồ sơ}, trong đó {p:65 hồ sơ}, {q:30 hồ sơ}", "among n p q")) == ()


def test_a_note_that_names_three_parts_and_misses_little_is_doubted() -> None:
    texts = ("tuyển dụng {n:13 công chức}", "[6] Trong đó {p:08 người}; {q:02 người}; {r:02 người}")
    remark = only(made(texts, "among n p q r"))
    assert (remark.kind, remark.confidence) == (FaultKind.NOTE, Confidence.POSSIBLE)
    assert "08 + 02 + 02 = 12, tổng số ghi 13 (còn thiếu 1)" in remark.finding.text


def test_a_note_that_names_three_parts_and_misses_much_is_a_hint() -> None:
    texts = ("tuyển dụng {n:51 công chức}", "[6] Trong đó {p:07 người}; {q:02 người}; {r:02 người}")
    assert only(made(texts, "among n p q r")).finding.level is Severity.INFO


def test_a_total_read_from_afar_that_misses_much_is_no_total() -> None:
    text = "đạt {n:70,56 điểm}. Cụ thể: {p:12 điểm}; {q:11,5 điểm}; {r:16,71 điểm}"
    assert remarks(made(text, "sum n p q r @0.9")) == ()
    assert kinds(made(text, "sum n p q r")) == [FaultKind.SUM]
    assert kinds(made(text.replace("16,71", "42,06"), "sum n p q r @0.9")) == [FaultKind.SUM]


def test_some_of_a_total_cannot_exceed_it() -> None:
    remark = only(made("{n:95 người}, trong đó {p:32 người}, {q:39 người}, {r:27 người}", "among n p q r"))
    assert remark.finding.level is Severity.WARNING
    assert "vượt tổng số ghi 95 (lệch 3)" in remark.finding.text


def test_other_parts_that_rightly_add_up_show_a_misreading() -> None:
    text = "{n:48 đơn vị} ({p:02 đơn vị}, {q:46 đơn vị}, {r:10 đơn vị})"
    assert remarks(made(text, "sum n p q r", "sum n p q")) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{n:trên 1.400 lượt}: {p:800 lượt}, {q:700 lượt}", []),
        ("{n:trên 1.674 lượt}: {p:800 lượt}, {q:700 lượt}", [FaultKind.HEDGE]),
        ("{n:1.674 lượt}: {p:hơn 800 lượt}, {q:700 lượt}", []),
        ("{n:1.674 lượt}: {p:hơn 1.800 lượt}, {q:700 lượt}", [FaultKind.HEDGE]),
        ("{n:gần 1.550 lượt}: {p:800 lượt}, {q:700 lượt}", []),
        ("{n:khoảng 1.600 lượt}: {p:800 lượt}, {q:700 lượt}", []),
        ("{n:khoảng 2.600 lượt}: {p:800 lượt}, {q:700 lượt}", [FaultKind.HEDGE]),
        ("{n:8,3 tỷ đồng}: {p:5,2 tỷ đồng}, {q:3,2 tỷ đồng}", []),
        ("{n:8,3 tỷ đồng}: {p:5,2 tỷ đồng}, {q:3,6 tỷ đồng}", [FaultKind.SUM]),
        ("{n:100%}: {p:74,25%}, {q:25,76%}", []),
        ("{n:100%}: {p:74,25%}, {q:26,75%}", [FaultKind.SUM]),
    ],
)
def test_hedges_and_rounding_leave_room(text: str, told: list[FaultKind]) -> None:
    assert kinds(made(text, "sum n p q")) == told


def test_a_long_sum_is_shown_shortly() -> None:
    names = [f"p{at}" for at in range(20)]
    text = "tổng {n:20 người}: " + ", ".join(f"{{{name}:01 người}}" for name in names)
    assert judged(made(text, f"sum n {' '.join(names)}"))[0][1] == (
        "01 + 01 + 01 + 01 + 01 + 01 + 01 + 01 + 01 + 01 + … (9 số nữa) + 01 = 20"
    )


def test_what_is_left() -> None:
    text = "Tiếp nhận {n:120 hồ sơ}, đã giải quyết {p:100 hồ sơ}, còn lại {q:30 hồ sơ}"
    remark = only(made(text, "rest n p q"))
    assert remark.kind is FaultKind.COMPLEMENT
    assert remark.finding.text.endswith("120 - 100 = 20, không phải 30.")
    assert judged(made(text.replace("30", "20"), "rest n p q")) == [("dung", "120 - 100 = 20")]


def test_one_quantity_with_two_values() -> None:
    item = made(("Chỉ số đạt {x:80,41 điểm}", "Tuy chỉ số ({y:80,14 điểm}) tăng"), "same x y")
    remark = only(item)
    assert remark.kind is FaultKind.SAME
    assert "dòng 1 ghi 80,41 điểm, chỗ này ghi 80,14 điểm" in remark.finding.text
    assert [place.line for place in remark.finding.others] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "{x:80,41 điểm} và {y:80,4 điểm}",
        "{x:8,3 tỷ đồng} và {y:8.312.000.000 đồng}",
        "{x:1.674 lượt} và {y:trên 1.600 lượt}",
        "{x:27.630 hồ sơ} và {y:27.630 hồ sơ}",
    ],
)
def test_one_quantity_stated_again_more_roughly(text: str) -> None:
    assert remarks(made(text, "same x y")) == ()
