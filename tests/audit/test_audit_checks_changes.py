"""Differences, words of direction, places in a ranking, percentage points."""

from __future__ import annotations

import pytest

from audit.readings import judged, kinds, made, only, remarks
from baocao.audit.verdicts import FaultKind
from baocao.errors import Severity


@pytest.mark.parametrize(
    ("text", "said", "arithmetic"),
    [
        ("{x:80,41 điểm} (tăng {d:2,35 điểm} so với {y:78,06 điểm})", "change x y d tăng",
         "80,41 - 78,06 = 2,35"),
        ("hạng {x:01/12} (tăng {d:09 bậc} so với {y:10/12})", "place x y d tăng", "10 - 01 = 9"),
        ("hạng {x:11/12} (giảm so với {y:10/12})", "place x y - giảm", "10/12 → 11/12: giảm"),
        ("{x:120 hồ sơ}, tăng {d:20%} so với {y:100 hồ sơ}", "change x y d tăng", "(120 - 100) : 100 = 20%"),
        ("{x:8,5 tỷ đồng}, tăng {d:2,4%} so với {y:8,3 tỷ đồng}", "change x y d tăng",
         "(8,5 tỷ đồng - 8,3 tỷ đồng) : 8,3 tỷ đồng = 2,4%"),
        ("{x:300 vụ}, gấp {d:1,5 lần} {y:200 vụ}", "change x y d tăng", "300 : 200 = 1,5"),
        ("{x:112 người}, giữ nguyên so với {y:112 người}", "change x y - giữ nguyên",
         "112 → 112: giữ nguyên"),
        ("{x:92,5%}, tăng {d:2,5 điểm} so với {y:90%}", "change x y d tăng", "92,5% - 90% = 2,5"),
        ("{x:80,41 điểm}, tăng {d:hơn 2 điểm} so với {y:78,06 điểm}", "change x y d tăng",
         "80,41 - 78,06 = 2,35"),
    ],
)  # fmt: skip
def test_a_change_that_the_numbers_make_is_right(text: str, said: str, arithmetic: str) -> None:
    item = made(text, said)
    assert judged(item) == [("dung", arithmetic)]
    assert remarks(item) == ()


def test_a_wrong_difference_is_told_with_the_repair() -> None:
    remark = only(made("{x:80,41 điểm} (tăng {d:2,53 điểm} so với {y:78,06 điểm})", "change x y d tăng"))
    assert remark.kind is FaultKind.DIFFERENCE
    assert remark.finding.text.endswith("80,41 - 78,06 = 2,35, không phải 2,53.")
    assert remark.finding.remedy.startswith("Nhiều khả năng gõ nhầm: 2,53 phải là 2,35.")


def test_a_smaller_place_is_the_better_one() -> None:
    remark = only(made("hạng {x:11/12} (tăng so với {y:10/12})", "place x y - tăng"))
    assert remark.kind is FaultKind.DIRECTION
    assert remark.finding.text == (
        "«11/12 (tăng so với 10/12»: viết «tăng» nhưng từ 10/12 đến 11/12 là giảm (thứ hạng càng nhỏ là càng "
        "cao)."
    )


def test_a_word_against_the_numbers_with_a_right_difference() -> None:
    text = "{x:80,41 điểm} (giảm {d:2,35 điểm} so với {y:78,06 điểm})"
    assert kinds(made(text, "change x y d giảm")) == [FaultKind.DIRECTION]


def test_a_percent_change_divided_by_the_wrong_number() -> None:
    text = "{x:120 hồ sơ}, tăng {d:16,67%} so với {y:100 hồ sơ}"
    remark = only(made(text, "change x y d tăng"))
    assert "(120 - 100) : 100 = 20%, không phải 16,67%" in remark.finding.text
    assert "Số 16,67% là do chia cho 120; phải chia cho 100." in remark.finding.text


def test_a_percent_change_cut_off() -> None:
    text = "{x:350 hồ sơ}, tăng {d:16,66%} so với {y:300 hồ sơ}"
    assert kinds(made(text, "change x y d tăng")) == [FaultKind.TRUNCATED]


def test_percentage_points_typed_as_percent_are_a_hint() -> None:
    remark = only(made("{x:92,5%}, tăng {d:2,5%} so với {y:90%}", "change x y d tăng"))
    assert remark.kind is FaultKind.POINTS
    assert remark.finding.level is Severity.INFO
    assert remark.finding.remedy == "Viết «2,5 điểm phần trăm»."


def test_a_relative_change_of_rates_is_right() -> None:
    assert kinds(made("{x:99%}, tăng {d:10%} so với {y:90%}", "change x y d tăng")) == []


@pytest.mark.parametrize("said", ["change x y d tăng", "change x - d tăng", "change x y -"])
def test_what_cannot_be_compared_is_not_judged(said: str) -> None:
    assert judged(made("{x:khoảng 80 điểm}, tăng {d:5 điểm} so với {y:70 điểm}", said)) == []


def test_how_much_is_cut_is_no_way_from_one_number_to_another() -> None:
    text = "có 30 thủ tục được cắt giảm từ {y:20%} đến {x:50%} thời gian"
    assert kinds(made(text, "change x y - giảm")) == []
    assert kinds(made(text.replace("đến", "xuống"), "change x y - giảm")) == [FaultKind.DIRECTION]


def test_a_hedged_difference_that_cannot_be() -> None:
    text = "{x:80,41 điểm}, tăng {d:trên 3 điểm} so với {y:78,06 điểm}"
    assert kinds(made(text, "change x y d tăng")) == [FaultKind.HEDGE]


def test_a_place_beyond_the_last() -> None:
    remark = only(made("xếp hạng {r:13/12}", "rank r"))
    assert remark.kind is FaultKind.RANK
    assert "hạng 13 mà chỉ có 12 đơn vị" in remark.finding.text
    assert judged(made("xếp hạng {r:11/12}", "rank r")) == [("dung", "hạng 11 trong 12")]
