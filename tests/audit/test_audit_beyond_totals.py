"""Parts beyond their total in notes, ratios above one, rests of more than all, ranks of another number."""

from __future__ import annotations

import pytest
from breakdown_kit import report

from baocao.audit.auditing import audit
from baocao.audit.verdicts import Audit, FaultKind

OF_SUMS = (FaultKind.NOTE, FaultKind.SUM, FaultKind.COMPLEMENT, FaultKind.SAME, FaultKind.LEVEL)


def told(*lines: str) -> list[FaultKind]:
    """The faults of figures in a report of these lines."""
    found: Audit = audit(report(*lines))
    return [remark.kind for remark in found.remarks if remark.kind in OF_SUMS]


POSTS = "Tổng số biên chế được giao trong năm 2023 là 1.546 biên chế¹."
POSTS_NOTE = "¹ Trong đó: Biên chế hành chính là {} người, có mặt 99 người; Biên chế sự nghiệp là {} người."
HIRED = "Trong năm đã tuyển dụng mới 11 công chức¹."
HIRED_NOTE = (
    "¹ Trong đó, tuyển dụng công chức cấp xã là {}; xét tuyển công chức xã làm công chức huyện là 02; "
    "xét tuyển viên chức thành công chức huyện là 02."
)


@pytest.mark.parametrize(("first", "second", "faults"), [("104", "1.442", 0), ("104", "2.442", 1)])
def test_parts_of_a_family_in_a_note_may_each_exceed_the_total(first: str, second: str, faults: int) -> None:
    assert len(told(POSTS, POSTS_NOTE.format(first, second))) == faults


@pytest.mark.parametrize(("first", "faults"), [("07", 0), ("09", 1)])
def test_a_list_goes_on_with_an_item_that_begins_like_the_one_before(first: str, faults: int) -> None:
    assert len(told(HIRED, HIRED_NOTE.format(first))) == faults


@pytest.mark.parametrize(
    ("line", "faults"),
    [
        ("Đã có 48/48 đơn vị tự chủ (02 đơn vị tự bảo đảm, 46 đơn vị do nhà nước bảo đảm).", 0),
        ("Đã có 49/48 đơn vị tự chủ (02 đơn vị tự bảo đảm, 46 đơn vị do nhà nước bảo đảm).", 1),
        ("Đã có 46/48 đơn vị tự chủ (02 đơn vị tự bảo đảm, 44 đơn vị do nhà nước bảo đảm).", 0),
        ("Đã tuyển 105/100 công dân.", 0),
    ],
)
def test_a_ratio_above_one_whose_parts_make_its_base_is_wrong(line: str, faults: int) -> None:
    assert len(told(line)) == faults


@pytest.mark.parametrize(
    "line",
    [
        "Tiếp nhận 44 hồ sơ, đã giải quyết 69 hồ sơ, còn lại 15 hồ sơ đang giải quyết.",
        "Tiếp nhận 2.854 hồ sơ, đã giải quyết 730 hồ sơ, còn lại 6.124 hồ sơ.",
        "Tiếp nhận 120 đơn; đã giải quyết 195 đơn, còn lại 25 đơn.",
    ],
)
def test_what_is_done_or_left_cannot_be_more_than_what_came(line: str) -> None:
    assert told(line) == [FaultKind.COMPLEMENT]


@pytest.mark.parametrize(
    "lines",
    [
        ("Tiếp nhận 84 hồ sơ, đã giải quyết 69 hồ sơ, còn lại 15 hồ sơ đang giải quyết.",),
        ("Hồ sơ tồn kỳ trước 40 hồ sơ.", "Tiếp nhận 44 hồ sơ, đã giải quyết 69 hồ sơ, còn lại 15 hồ sơ."),
        ("Tiếp nhận 44 hồ sơ; đã giải quyết 69 hồ sơ (gồm cả hồ sơ kỳ trước), còn lại 15 hồ sơ.",),
        ("Tiếp nhận 44 hồ sơ, đã giải quyết 69 hồ sơ, còn lại 33 hồ sơ đang giải quyết.",),
        ("Rà soát 44 thủ tục, đã công khai 69 thủ tục, còn lại 15 thủ tục.",),
    ],
)
def test_more_may_be_done_than_came_when_an_earlier_time_left_some(lines: tuple[str, ...]) -> None:
    assert told(*lines) == []


RANKS = (
    "Chỉ số cải cách hành chính năm 2023 xếp thứ {} huyện, tăng 03 bậc so với năm 2022 (08/12 huyện).",
    "Chỉ số chuyển đổi số năm 2023 xếp thứ 04/12 huyện, tăng 02 bậc so với năm 2022 (06/12 huyện).",
)


@pytest.mark.parametrize(("rank", "faults"), [("05/12", 0), ("05/62", 1), ("05/92", 1), ("05/63", 0)])
def test_a_rank_out_of_another_number_is_told_when_a_slip_made_it(rank: str, faults: int) -> None:
    assert len(told(*(line.format(rank) for line in RANKS))) == faults


def test_ranks_of_fewer_places_than_last_year_are_right() -> None:
    lines = (
        "Chỉ số cải cách hành chính năm 2023 xếp thứ 05/11 huyện, tăng 03 bậc so với năm 2022 (08/12 huyện).",
        "Chỉ số chuyển đổi số năm 2023 xếp thứ 04/11 huyện, tăng 02 bậc so với năm 2022 (06/12 huyện).",
    )
    assert told(*lines) == []


@pytest.mark.parametrize(("again", "faults"), [("05/12", 0), ("05/62", 1)])
def test_a_rank_told_again_has_the_same_number_behind_its_stroke(again: str, faults: int) -> None:
    lines = (
        "Năm 2023, Chỉ số cải cách hành chính của Huyện đạt 80,41 điểm, xếp hạng 05/12 huyện.",
        "Tình hình chung có nhiều chuyển biến.",
        f"Chỉ số cải cách hành chính năm 2023 của Huyện đạt 80,41 điểm (xếp hạng {again}).",
    )
    assert len(told(*lines)) == faults
