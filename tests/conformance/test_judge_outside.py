"""Documents that follow another format than the one they are held against: named, and left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from baocao.conformance.case import Checked
from baocao.conformance.checking import judge
from baocao.conformance.components import find_parts
from baocao.conformance.mending import mend
from baocao.conformance.paper import Paper
from baocao.conformance.parts import Issuer
from baocao.conformance.reading.reader import read_paper
from conformance.rules_head_kit import PROFILE
from format_rules import model
from format_rules.faults import edited, text

SMALL_MARGIN = text('w:left="1701"', 'w:left="1440"')
PARTY = ("QH01", "văn bản của tổ chức Đảng", "theo hướng dẫn của Đảng, không soát theo nghị định này")
LAW = (
    "SO06",
    "văn bản quy phạm pháp luật",
    "theo Nghị định số 78/2025/NĐ-CP, không soát theo nghị định này",
)


def judged_as(issuer: Issuer, paper: Paper) -> Checked:
    """The paper judged as if such an organ had issued it."""
    return judge(paper, replace(find_parts(paper, PROFILE.format), issuer=issuer), PROFILE)


@pytest.mark.parametrize(("issuer", "told"), [(Issuer.PARTY, PARTY), (Issuer.OTHER, LAW)])
def test_a_document_of_another_format_is_named_and_not_asked(issuer, told):
    checked = judged_as(issuer, read_paper(model.packed(edited([SMALL_MARGIN])), "a.docx"))
    assert [(one.rule.id, one.seen.seen, one.seen.wanted) for one in checked.unsure] == [told]
    assert checked.faults == ()
    assert checked.outside == f"{told[1]} {told[2]}"


@pytest.mark.parametrize("issuer", [Issuer.PARTY, Issuer.OTHER])
def test_a_document_of_another_format_is_not_mended(issuer):
    data = model.packed(edited([SMALL_MARGIN]))
    mended = mend(data, lambda paper: judged_as(issuer, paper), "a.docx")
    assert (mended.data, mended.done, mended.refused) == (data, (), ())


def test_the_same_document_of_the_state_is_asked_and_mended():
    data = model.packed(edited([SMALL_MARGIN]))
    mended = mend(data, lambda paper: judged_as(Issuer.STATE, paper), "a.docx")
    assert mended.checked.outside == ""
    assert "PG05" in {one.rule.id for one in mended.done}
