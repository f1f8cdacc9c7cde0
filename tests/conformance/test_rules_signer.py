"""The signer held against those of the unit's profile (KY12)."""

from __future__ import annotations

import pytest

from baocao.conformance.unit_facts import UnitFacts
from conformance.rules_head_kit import told
from format_rules.faults import text
from format_rules.model import p

AGENCY = ("ỦY BAN NHÂN DÂN", "XÃ MẪU")


def commune(*signers: str) -> UnitFacts:
    return UnitFacts(name="Ủy ban nhân dân xã Mẫu", agency=AGENCY, place="Xã Mẫu", signers=signers)


@pytest.mark.parametrize("listed", ["Nguyễn Văn An", "NGUYỄN VĂN AN", "nguyễn văn an"])
def test_a_signer_of_the_profile_is_told_nothing(listed):
    assert told(unit=commune("Trần Thị Bình", listed)).told("KY12") == []


def test_a_degree_before_the_name_is_another_rule():
    result = told(text("Nguyễn Văn An", "ThS. Nguyễn Văn An"), unit=commune("Nguyễn Văn An"))
    assert result.told("KY12") == []


def test_another_name_is_told():
    found = told(unit=commune("Nguyễn Văn Khác", "Trần Thị Bình")).told("KY12")
    assert found == [("“Nguyễn Văn An”", "người ký trong hồ sơ đơn vị: Nguyễn Văn Khác, Trần Thị Bình")]


def test_without_signers_in_the_profile_nothing_is_asked():
    assert told().told("KY12") == told(unit=commune()).told("KY12") == []


def test_offices_below_the_unit_have_signers_of_their_own():
    names = p("ChuQuan", "UBND TỈNH MẪU") + p("CoQuan", "ỦY BAN NHÂN DÂN") + p("CoQuan", "XÃ MẪU")
    office = text(names, p("ChuQuan", "UBND XÃ MẪU") + p("CoQuan", "PHÒNG KINH TẾ"))
    assert told(office, unit=commune("Nguyễn Văn Khác")).told("KY12") == []
