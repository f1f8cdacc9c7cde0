"""What is wanted of the last line of Nơi nhận, and "Như trên" in an invitation, on hand-made papers."""

from __future__ import annotations

import pytest

from baocao.conformance.case import Seen
from baocao.conformance.parts import Kind
from conformance.rules_body_kit import ask, broken, listed, paper, para, parts, unsure


def test_both_permitted_forms_of_the_last_line_are_told() -> None:
    (seen,) = ask("NN08", paper(), parts(noi_nhan=listed("- Lưu VT")))
    assert seen.wanted == "“- Lưu: VT.” hoặc “- Lưu: VT, <đơn vị soạn thảo>.”"


def as_above(kind: str, body: str) -> list[Seen]:
    text = (para(body),)
    found = parts(kind=Kind(kind), than_bai=text, prose=text, noi_nhan=listed("- Như trên;", "- Lưu: VT."))
    return ask("NN10", paper(*text), found)


@pytest.mark.parametrize(
    ("kind", "body", "told", "doubted"),
    [
        ("giấy mời", "UBND xã trân trọng kính mời: Ông Lò Văn Mẫu.", 0, 1),
        ("giấy mời", "Thời gian: 8 giờ 00 phút.", 1, 0),
        ("báo cáo", "UBND xã trân trọng kính mời: Ông Lò Văn Mẫu.", 1, 0),
    ],
)
def test_as_above_in_an_invitation_may_mean_the_guests(kind: str, body: str, told: int, doubted: int) -> None:
    seen = as_above(kind, body)
    assert (len(broken(seen)), len(unsure(seen))) == (told, doubted)
