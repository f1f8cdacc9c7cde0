"""`the_thuc` of a profile: the format, whether files are issued, what the unit does not follow."""

from __future__ import annotations

import pytest

from baocao.intake.reader import read_mapping
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.house_format import HouseFormat, Waiver, read_house_format
from baocao.model.profile import FORM


def read(entry: object) -> tuple[HouseFormat, list[tuple[str, str]]]:
    faults = Faults()
    raw = read_mapping({"goi": "a", "don_vi": {"the_thuc": entry}}).unit
    found = read_house_format(Form(raw, "", FORM, faults))
    return found, [(item.code, item.where.key) for item in faults.in_order()]


def test_nothing_said_is_the_usual_format() -> None:
    assert read(None) == (HouseFormat("", None, ()), [])


def test_everything_said() -> None:
    waived = [{"quy_tac": " cq09", "ly_do": "theo Quy chế"}, {"quy_tac": "ND11", "ly_do": "chữ quen dùng"}]
    entry = {"ho_so": "nd30-2020", "ban_dien_tu": "có", "khong_theo": waived}
    waivers = (Waiver("CQ09", "theo Quy chế"), Waiver("ND11", "chữ quen dùng"))
    assert read(entry) == (HouseFormat("nd30-2020", True, waivers), [])


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"khong_theo": "CQ09"}, [("khong-theo-khong-phai-danh-sach", "the_thuc.khong_theo")]),
        ({"khong_theo": [{"quy_tac": "CQ09"}]}, [("thieu-muc", "the_thuc.khong_theo[1].ly_do")]),
        ({"khong_theo": [{"ly_do": "vì"}]}, [("thieu-muc", "the_thuc.khong_theo[1].quy_tac")]),
        ({"ban_dien_tu": "hai"}, [("gia-tri-la", "the_thuc.ban_dien_tu")]),
        ({"le": 5}, [("muc-la", "the_thuc.le")]),
    ],
)
def test_what_is_wrong_is_told(entry: object, told: list[tuple[str, str]]) -> None:
    found, faults = read(entry)
    assert faults == told
    assert found.waivers == ()
