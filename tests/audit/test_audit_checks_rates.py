"""Rates against their counts: right, cut off, wrong, impossible, not to be checked."""

from __future__ import annotations

import pytest

from audit.readings import judged, kinds, made, only, remarks, words_at
from baocao.audit.verdicts import Confidence, FaultKind
from baocao.errors import Severity

FALSE_RATE = "Tiếp nhận {a:3.252 hồ sơ}, đã giải quyết {b:3.190 hồ sơ}, đạt tỷ lệ {c:99,15%}."


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("số hóa {b:16.067 hồ sơ} của {a:55.633 hồ sơ}, {c:28,88%}", "16.067 : 55.633 = 28,88%"),
        ("{b:69} trong {a:197} thủ tục, {c:35%}", "69 : 197 = 35%"),
        ("{b:02 PAKN} của {a:02 PAKN}, {c:100%}", "02 : 02 = 100%"),
        ("{b:27.629 hồ sơ} của {a:27.630 hồ sơ}, {c:100%}", "27.629 : 27.630 = 100%"),
        ("{b:112 tỷ đồng} của {a:100 tỷ đồng}, {c:112%}", "112 tỷ đồng : 100 tỷ đồng = 112%"),
    ],
)
def test_a_rate_that_its_counts_give_is_right(text: str, arithmetic: str) -> None:
    item = made(text, "share b a c")
    assert judged(item) == [("dung", arithmetic)]
    assert remarks(item) == ()


def test_a_ratio_is_numerator_and_base() -> None:
    assert judged(made("{r:197/198 thủ tục}, {c:99,49%}", "share r r c")) == [("dung", "197 : 198 = 99,49%")]


def test_a_wrong_rate_is_told_with_both_numbers_and_that_no_base_gives_it() -> None:
    item = made(FALSE_RATE, "share b a c")
    remark = only(item)
    assert remark.kind is FaultKind.NO_BASE
    assert remark.confidence is Confidence.SURE
    assert remark.finding.level is Severity.ERROR
    assert words_at(item, remark.spot) == "99,15%"
    assert remark.finding.text == (
        "«3.252 hồ sơ, đã giải quyết 3.190 hồ sơ, đạt tỷ lệ 99,15%»: 3.190 : 3.252 = 98,09%, không phải "
        "99,15%. Lấy 3.190 chia cho tổng số nào cũng không ra 99,15%."
    )
    assert [words_at(item, spot) for spot in remark.others] == ["3.252", "3.190"]


def test_a_rate_cut_off_is_told_from_a_wrong_one() -> None:
    item = made("tiếp nhận {a:24.378 hồ sơ} (trực tuyến {b:15.121 hồ sơ}, {c:62,02%})", "share b a c")
    remark = only(item)
    assert remark.kind is FaultKind.TRUNCATED
    assert remark.finding.level is Severity.WARNING
    assert "62,02% bị cắt bớt, làm tròn là 62,03% (15.121 : 24.378)" in remark.finding.text
    assert judged(item) == [("cat-bot", "15.121 : 24.378 = 62,03%")]


def test_another_number_that_gives_the_rate_is_named() -> None:
    text = "{r:3.190/3.252 hồ sơ}, đúng hạn {d:3.150 hồ sơ}, đạt {c:96,86%}"
    remark = only(made(text, "share r r c"))
    assert remark.finding.level is Severity.ERROR
    assert "Tỷ lệ 96,86% lại đúng với 3.150 : 3.252." in remark.finding.text


def test_two_digits_exchanged_in_the_rate_are_the_repair() -> None:
    text = "Tiếp nhận {a:27.630 hồ sơ}, đã giải quyết {b:27.282 hồ sơ}, đạt {c:98,47%}"
    remark = only(made(text, "share b a c"))
    assert remark.finding.remedy.startswith("Nhiều khả năng gõ nhầm: 98,47% phải là 98,74%.")


def test_a_rate_rounded_up_is_no_error() -> None:
    remark = only(made("{b:27.282 hồ sơ} của {a:27.630 hồ sơ}, {c:98,75%}", "share b a c"))
    assert remark.finding.level is Severity.WARNING


def test_all_is_never_less_than_all() -> None:
    remark = only(made("{b:197} trong {a:198} thủ tục, {c:100%}", "share b a c"))
    assert remark.finding.level is Severity.ERROR


def test_a_base_from_elsewhere_makes_no_error_unless_both_counts_are_right_elsewhere() -> None:
    text = "{n:3.252 hồ sơ}: {b:3.190 hồ sơ} xong, {r:62 hồ sơ} còn lại, đạt {c:97,15%}"
    assert only(made(text, "share b n c @0.9")).finding.level is Severity.WARNING
    assert only(made(text, "share b n c @0.5")).finding.level is Severity.INFO
    assert only(made(text, "share b n c @0.5", "rest n b r")).finding.level is Severity.ERROR


def test_of_two_readings_of_a_rate_the_right_one_counts() -> None:
    text = "{a:3.252 hồ sơ}, {b:3.190 hồ sơ}, {d:3.300 hồ sơ}, {c:98,09%}"
    assert judged(made(text, "share b d c @0.8", "share b a c")) == [("dung", "3.190 : 3.252 = 98,09%")]


def test_a_rate_without_counts_is_listed_and_not_passed() -> None:
    item = made("Tỷ lệ văn bản được ký số 2 lớp là {c:81,87%}.", "share - - c")
    remark = only(item)
    assert judged(item) == [("khong-kiem-duoc", "không thấy hai số")]
    assert remark.finding.level is Severity.INFO
    assert "chưa tính lại được 81,87%: câu này không ghi hai số" in remark.finding.text


@pytest.mark.parametrize(
    "text", ["Năm 2024 phấn đấu tỷ lệ đúng hạn đạt {c:99%}.", "Chỉ tiêu giao là {c:80%} hồ sơ trực tuyến."]
)
def test_a_target_is_not_asked_for_its_counts(text: str) -> None:
    assert remarks(made(text, "share - - c")) == ()


def test_a_rate_whose_base_is_not_said_is_right_when_a_number_nearby_gives_it() -> None:
    text = "tiếp nhận {a:3.252 hồ sơ}; trực tuyến {b:2.413 hồ sơ} chiếm {c:74,20%}"
    assert judged(made(text, "share b - c")) == [("dung", "2.413 : 3.252 = 74,20%")]


def test_a_base_that_is_the_total_of_its_part_was_meant() -> None:
    text = "{n:1.150 hồ sơ}, đúng hạn {p:1.139 hồ sơ}, trễ hạn {q:11 hồ sơ} chiếm {c:0,96%}"
    assert judged(made(text, "sum n p q", "share q p c"))[1] == ("dung", "11 : 1.150 = 0,96%")


def test_another_base_that_gives_the_rate_makes_it_no_error() -> None:
    text = "nhận {a:3.252 hồ sơ}, xong {n:3.190 hồ sơ}, đúng hạn {b:3.157 hồ sơ}, đạt {c:98,97%}"
    remark = only(made(text, "share b a c"))
    assert (remark.finding.level, remark.confidence) == (Severity.WARNING, Confidence.LIKELY)
    assert "Tỷ lệ 98,97% lại đúng với 3.157 : 3.190." in remark.finding.text


def test_a_rate_alone_is_right_when_two_numbers_beside_it_give_it_with_four_digits() -> None:
    text = "nhận {a:2.050 hồ sơ} (trực tuyến {b:1.470 hồ sơ}). Tỷ lệ trực tuyến đạt {c:71,71%}"
    assert judged(made(text, "share - - c")) == [("dung", "1.470 : 2.050 = 71,71%")]
    assert judged(made(text.replace("71,71", "71,7"), "share - - c"))[0][0] == "khong-kiem-duoc"


@pytest.mark.parametrize("rate", ["trên 99%", "100%"])
def test_a_rate_that_counts_nothing_out_is_not_listed(rate: str) -> None:
    assert remarks(made(f"hồ sơ đúng hạn đạt {{c:{rate}}}", "share - - c")) == ()


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("nhận {x:1.205 lượt}, giảm {d:95 lượt} ({c:7,3%})", "95 : (1.205 + 95) = 7,3%"),
        ("nhận {x:15.230 lượt}, tăng {d:1.230 lượt} ({c:8,79%})", "1.230 : (15.230 - 1.230) = 8,79%"),
    ],
)
def test_the_rate_of_a_difference_is_that_to_the_old_value(text: str, arithmetic: str) -> None:
    way = "giảm" if "giảm" in text else "tăng"
    assert ("dung", arithmetic) in judged(made(text, f"change x - d {way}", "share d - c"))


def test_the_wrong_rate_of_a_difference() -> None:
    text = "nhận {x:1.205 lượt}, giảm {d:95 lượt} ({c:7,9%})"
    remark = only(made(text, "change x - d giảm", "share d - c"))
    assert remark.finding.level is Severity.WARNING
    assert "95 : (1.205 + 95) = 7,3%, không phải 7,9%." in remark.finding.text
    assert kinds(made(text, "change x - d giảm", "share d x c")) == [FaultKind.RATE]


def test_all_of_a_ratio_is_all() -> None:
    text = "Đã có {r:48/48 đơn vị} được giao tự chủ. Tỷ lệ tự chủ đạt {c:100%}"
    assert judged(made(text, "share - - c")) == [("dung", "48 : 48 = 100%")]


def test_an_index_is_no_share() -> None:
    text = "Chỉ số cải cách hành chính đạt {c:76,03%}"
    assert remarks(made(text, "share - - c", concepts={"c": ["chi-so-cchc"]})) == ()


def test_a_target_in_brackets_is_that_of_the_rate_before() -> None:
    text = "cấp huyện đạt 95,88% (mục tiêu 80%), cấp xã đạt {c:97,66%}"
    assert kinds(made(text, "share - - c")) == [FaultKind.UNVERIFIABLE]


def test_a_numerator_that_no_base_brings_to_the_rate() -> None:
    remark = only(made("đã giải quyết {b:3.190 hồ sơ}, đạt {c:99,15%}", "share b - c"))
    assert remark.kind is FaultKind.NO_BASE
    assert remark.finding.level is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{b:hơn 900 hồ sơ} của {a:1.000 hồ sơ}, đạt {c:95%}", []),
        ("{b:hơn 900 hồ sơ} của {a:1.000 hồ sơ}, đạt {c:85%}", [FaultKind.HEDGE]),
        ("{b:901 hồ sơ} của {a:1.000 hồ sơ}, đạt {c:trên 90%}", []),
        ("{b:851 hồ sơ} của {a:1.000 hồ sơ}, đạt {c:trên 90%}", [FaultKind.HEDGE]),
        ("{b:949 hồ sơ} của {a:1.000 hồ sơ}, đạt {c:gần 95%}", []),
        ("{b:4,1 tỷ đồng} của {a:8,3 tỷ đồng}, đạt {c:49,5%}", []),
        ("{b:4,1 tỷ đồng} của {a:8,3 tỷ đồng}, đạt {c:59,5%}", [FaultKind.RATE]),
        ("giải quyết {b:848 vụ} trong {a:1.000 vụ}, {c:khoảng 85%}", []),
    ],
)
def test_hedged_and_rounded_counts_allow_what_they_leave_open(text: str, told: list[FaultKind]) -> None:
    assert kinds(made(text, "share b a c")) == told


def test_a_base_of_nothing_gives_no_rate() -> None:
    assert judged(made("{b:5 vụ} của {a:0 vụ}, {c:100%}", "share b a c"))[0][0] == "khong-kiem-duoc"
