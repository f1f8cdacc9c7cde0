"""Changes, places in a ranking and rests."""

from __future__ import annotations

from decimal import Decimal

import pytest
from grammar_kit import roles, told

from baocao.audit.statements import Direction, Relation, Role

NEW, OLD, BY = Role.NEW, Role.OLD, Role.DIFFERENCE


@pytest.mark.parametrize(
    ("text", "found", "direction", "is_rank"),
    [
        ("Đạt 80,41 điểm (tăng 2,35 điểm so với năm 2022 là 78,06 điểm).",
         {NEW: "80,41", OLD: "78,06", BY: "2,35"}, Direction.UP, False),
        ("Xếp hạng 11/12 (giảm so với năm 2022 là 10/12).",
         {NEW: "11/12", OLD: "10/12"}, Direction.DOWN, True),
        ("Xếp hạng 01/12 (tăng 09 bậc so với năm 2022 là 10/12).",
         {NEW: "01/12", OLD: "10/12", BY: "09"}, Direction.UP, True),
        ("Điểm chỉ số năm 2023 (80,41 điểm) tăng so với năm 2022 (78,06 điểm).",
         {NEW: "80,41", OLD: "78,06"}, Direction.UP, False),
        ("Biên chế giảm từ 116 người năm 2015 xuống còn 88 người năm 2023, giảm 24,14%.",
         {NEW: "88", OLD: "116", BY: "24,14%"}, Direction.DOWN, False),
        ("Tiếp nhận 540 đơn (cùng kỳ 600 đơn, giảm 10%).",
         {NEW: "540", OLD: "600", BY: "10%"}, Direction.DOWN, False),
        ("Hộ nghèo 63 hộ, chiếm 2,21%, giảm 21 hộ so với cuối năm 2022 (84 hộ).",
         {NEW: "63", OLD: "84", BY: "21"}, Direction.DOWN, False),
        ("Rút ngắn 477/1.822 TTHC (26,18%), tăng thêm 117 TTHC so với năm 2022 (360 TTHC).",
         {NEW: "477/1.822", OLD: "360", BY: "117"}, Direction.UP, False),
        ("Số vụ việc giảm 17% (44/53).", {NEW: "44", OLD: "53", BY: "17%"}, Direction.DOWN, False),
        ("Thanh tra 14 cuộc (tăng 03 cuộc so với cùng kỳ năm trước, 17 cuộc).",
         {NEW: "14", OLD: "17", BY: "03"}, Direction.UP, False),
        ("Xảy ra 45 vụ/50 vụ của cùng kỳ, giảm 15%.",
         {NEW: "45", OLD: "50", BY: "15%"}, Direction.DOWN, False),
        ("Tiếp nhận 126/105 đơn so với cùng kỳ, tăng 20%.",
         {NEW: "126", OLD: "105", BY: "20%"}, Direction.UP, False),
        ("Xếp thứ 7 trong 12 huyện (năm trước thứ 5), giảm 02 bậc.",
         {NEW: "7", OLD: "5", BY: "02"}, Direction.DOWN, True),
        ("Có 38/50 trường, tỷ lệ 76%, tăng 6% so với năm học trước (35/50 trường, tỷ lệ 70%).",
         {NEW: "76%", OLD: "70%", BY: "6%"}, Direction.UP, False),
        ("Trực tuyến 3.000 hồ sơ, gấp 1,5 lần so với năm 2022 (2.000 hồ sơ).",
         {NEW: "3.000", OLD: "2.000", BY: "1,5"}, Direction.NONE, False),
        ("Có 35 cuộc họp, ít hơn năm trước (40 cuộc).", {NEW: "35", OLD: "40"}, Direction.DOWN, False),
        ("So với năm 2022 (40 hồ sơ), số hồ sơ trễ hạn tăng 05 hồ sơ (45 hồ sơ).",
         {NEW: "45", OLD: "40", BY: "05"}, Direction.UP, False),
        ("Từ vị trí 07/12 tụt xuống vị trí 05/12.", {NEW: "05/12", OLD: "07/12"}, Direction.DOWN, True),
        ("Chi phí trước khi rà soát 120 triệu đồng, sau rà soát 90 triệu đồng; tiết kiệm 30 triệu đồng.",
         {NEW: "90 triệu đồng", OLD: "120 triệu đồng", BY: "30 triệu đồng"}, Direction.DOWN, False),
        ("Có 2.500 trên tổng số 2.600 hồ sơ, tăng 10% so với năm 2022 (2.272 hồ sơ).",
         {NEW: "2.500", OLD: "2.272", BY: "10%"}, Direction.UP, False),
    ],
)  # fmt: skip
def test_new_old_difference_and_direction(
    text: str, found: dict[Role, str], direction: Direction, is_rank: bool
) -> None:
    (statement,) = told(Relation.CHANGE, text)
    assert roles(statement) == found
    assert (statement.direction, statement.is_rank) == (direction, is_rank)


def test_score_and_place_change_together() -> None:
    text = "Đạt 80,41 điểm, thứ 11/12 (năm 2022 đạt 78,06 điểm, thứ 10/12), tăng 2,35 điểm và giảm 01 bậc."
    score, place = sorted(told(Relation.CHANGE, text), key=lambda item: item.is_rank)
    assert roles(score) == {NEW: "80,41", OLD: "78,06", BY: "2,35"}
    assert roles(place) == {NEW: "11/12", OLD: "10/12", BY: "01"}
    assert (score.direction, place.direction) == (Direction.UP, Direction.DOWN)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("Đề ra 52 nhiệm vụ. Đã hoàn thành 48 nhiệm vụ, còn lại 05 nhiệm vụ.",), ["52", "48", "05"]),
        (
            ("Giao 1.850 biên chế. Có mặt 1.790 biên chế, còn 60 biên chế chưa sử dụng.",),
            ["1.850", "1.790", "60"],
        ),
        (("Đề ra 28 nhiệm vụ; đã hoàn thành 27, đạt 96,4%; 01 nhiệm vụ chưa đến hạn.",), ["28", "27", "01"]),
        (
            ("Tiếp nhận 500 đơn, đã giải quyết 480 đơn (trước hạn 300 đơn, đúng hạn 180 đơn), còn 30 đơn.",),
            ["500", "480", "30"],
        ),
        (("Năm 2022 có 52 nhiệm vụ. Năm 2023 đã hoàn thành 48 nhiệm vụ, còn lại 05 nhiệm vụ.",), []),
        (("Tiếp nhận 318 đơn, khiếu nại 18 đơn. Đã giải quyết 300 đơn, còn lại 16 đơn.",), []),
        (("Giao 20 nhiệm vụ. Phòng đã hoàn thành 08 nhiệm vụ, còn lại 01 nhiệm vụ.",), []),
        (
            ("Giao 40 việc, đã xong 35 việc, đang thực hiện 04 việc, chưa thực hiện 01 việc.",),
            [],
        ),
    ],
)
def test_rests_of_totals_told_before(texts: tuple[str, ...], found: list[str]) -> None:
    rests = [item.text for one in told(Relation.COMPLEMENT, *texts) for _, item in one.quantities]
    assert rests == found


@pytest.mark.parametrize(
    "text",
    [
        "Từ 10 ngày đến 15 ngày làm việc.",
        "Tiếp nhận 540 đơn, đã giải quyết 500 đơn.",
        "Số cuộc họp tăng 12 cuộc.",
        "Đạt 95,2 điểm, tăng 5 bậc so với chỉ số của 63 tỉnh.",
    ],
)
def test_what_compares_nothing_is_no_change(text: str) -> None:
    assert [item for item in told(Relation.CHANGE, text) if item.one(OLD)] == []


@pytest.mark.parametrize(
    ("text", "place", "count"),
    [
        ("Chỉ số xếp hạng 11/12.", 11, 12),
        ("Đứng thứ 5 trên tổng số 12 huyện.", 5, 12),
        ("Phấn đấu xếp thứ hạng 05/12.", 5, 12),
    ],
)
def test_a_place_is_one_of_so_many(text: str, place: int, count: int) -> None:
    (statement,) = told(Relation.RANK, text)
    rank = statement.one(Role.RANK)
    assert rank is not None
    assert (rank.value, rank.of) == (Decimal(place), Decimal(count))


@pytest.mark.parametrize(
    ("text", "total", "parts", "rest"),
    [
        ("Tiếp nhận 642 hồ sơ; đã giải quyết 629 hồ sơ; đang giải quyết 13 hồ sơ.", "642", "629", "13"),
        ("Đã giải quyết 19/33 vụ việc, 14 vụ việc còn lại đang giải quyết.", "33", "19", "14"),
        ("Thụ lý 57 vụ việc, đã giải quyết 49 vụ việc (chưa giải quyết 09 vụ việc).", "57", "49", "09"),
        ("Tiếp nhận 1.245 hồ sơ, trong đó tồn kỳ trước 45 hồ sơ, tiếp nhận mới 1.200 hồ sơ; đã giải quyết"
         " 1.190 hồ sơ, đạt 95,58%; đang giải quyết 55 hồ sơ.", "1.245", "1.190", "55"),
        ("Có 100 hồ sơ, đã giải quyết 80 hồ sơ, trả lại 5 hồ sơ, còn lại 15 hồ sơ.", "100", "80 5", "15"),
    ],
)  # fmt: skip
def test_a_rest_is_what_the_parts_leave_of_the_total(text: str, total: str, parts: str, rest: str) -> None:
    (statement,) = told(Relation.COMPLEMENT, text)
    assert roles(statement) == {Role.TOTAL: total, Role.PART: parts, Role.REST: rest}


def test_a_rest_among_several_numbers_that_do_not_add_up_is_not_read() -> None:
    text = "Có 100 hồ sơ, trong đó mới 90 hồ sơ, đã giải quyết 80 hồ sơ, còn lại 15 hồ sơ."
    assert told(Relation.COMPLEMENT, text) == []
