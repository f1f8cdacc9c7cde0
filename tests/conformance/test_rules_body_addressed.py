"""Rules of Kính gửi on hand-made papers."""

from __future__ import annotations

import pytest

from baocao.conformance.mends import SetLook
from baocao.conformance.parts import Kind
from baocao.conformance.unit_facts import UnitFacts
from conformance.rules_body_kit import (
    broken,
    line,
    listed,
    of,
    retyped,
    states,
    unsure,
)

UP = UnitFacts(name="Ủy ban nhân dân xã Tân Hồng", upward=True)
DOWN = UnitFacts(name="Ủy ban nhân dân xã Tân Hồng", upward=False)
DECISION = Kind("quyết định", "QĐ")


def test_a_report_to_a_higher_body_is_addressed() -> None:
    head = (line("KẾT QUẢ CÔNG TÁC NĂM 2023"),)
    assert broken(of("KG01", trich_yeu=head, unit=UP)) == ["không có dòng Kính gửi"]
    assert of("KG01", trich_yeu=head, unit=DOWN) == []
    assert of("KG01", trich_yeu=head) == []
    assert broken(of("KG01", kind=Kind("tờ trình", "TTr"))) == ["không có dòng Kính gửi"]
    assert of("KG01", kind=DECISION, unit=UP) == []


def test_recipients_may_say_that_it_goes_up() -> None:
    seen = of("KG01", noi_nhan=listed("- UBND tỉnh (b/c);", "- Lưu: VT."))
    assert (broken(seen), len(unsure(seen))) == ([], 1)
    assert of("KG01", noi_nhan=listed("- UBND tỉnh (b/c);"), unit=DOWN) == []


@pytest.mark.parametrize("typed", ["Kính gửi Sở Nội vụ", "Kính gởi: Sở Nội vụ", "Kính gửi : Sở Nội vụ"])
def test_the_words_of_address(typed: str) -> None:
    seen = of("KG01", kinh_gui=(line(typed),))
    assert len(broken(seen)) == 1
    assert retyped(seen) == "Kính gửi: Sở Nội vụ"


def test_the_look_of_the_address() -> None:
    line_ = line("KÍNH GỬI: SỞ NỘI VỤ", size=16.0, bold=True)
    assert broken(of("KG01", kinh_gui=(line_,))) == []
    assert broken(of("KG02", kinh_gui=(line_,))) == ["cỡ 16"]
    assert broken(of("KG03", kinh_gui=(line_,))) == ["đậm, đứng", "in hoa"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("Kính gửi: Sở Nội vụ",), []),
        (("Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính."), []),
        (("Kính gửi:",), ["không ghi gửi nơi nào"]),
        (("Kính gửi: Sở Nội vụ; Sở Tài chính",), ["nhiều nơi trên một dòng"]),
        (("Kính gửi: Sở Nội vụ;",), ["kết thúc bằng “;”"]),
        (("Kính gửi:", "- Sở Nội vụ"), ["một nơi mà xuống dòng"]),
        (("Kính gửi:", "- Sở Nội vụ", "- Sở Tài chính."), ["cuối dòng không có dấu"]),
        (("Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính;"), ["cuối dòng là “;”"]),
        (("Kính gửi:", "Sở Nội vụ;", "- Sở Tài chính."), ["không có gạch đầu dòng"]),
        (("Kính gửi: - Sở Nội vụ;", "- Sở Tài chính."), ["nơi thứ nhất cùng dòng với “Kính gửi:”"]),
    ],
)
def test_one_or_more_recipients(lines: tuple[str, ...], told: list[str]) -> None:
    assert broken(of("KG04", kinh_gui=tuple(map(line, lines)))) == told


def test_the_marks_of_recipients_are_mended() -> None:
    seen = of("KG04", kinh_gui=tuple(map(line, ("Kính gửi:", "•Sở Nội vụ;", "- Sở Tài chính."))))
    assert retyped(seen) == "- Sở Nội vụ;"
    assert retyped(of("KG04", kinh_gui=(line("Kính gửi: Sở Nội vụ;"),))) == "Kính gửi: Sở Nội vụ"


def test_dashes_stand_under_the_colon() -> None:
    first = line("Kính gửi:", at=(65, 85))
    under, aside = line("- Sở Nội vụ;", at=(84, 110)), line("- Sở Tài chính.", at=(40, 70))
    seen = of("KG05", kinh_gui=(first, under, aside))
    assert states(seen) == ["dung", "sai"]
    assert isinstance(seen[1].mends[0], SetLook)
