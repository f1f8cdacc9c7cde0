"""Comments at thousands of places take a time that grows with their number."""

from __future__ import annotations

from read_kit import docx, p

from baocao.conformance.case import Checked
from baocao.conformance.checking import judge
from baocao.conformance.components import find_parts
from baocao.conformance.marking import mark
from baocao.conformance.reading.reader import read_paper
from conformance.rules_head_kit import PROFILE
from growth_kit import linear


def test_the_advice_of_a_remark_is_worked_out_once() -> None:
    """A double blank in each paragraph: one remark of as many places as there are paragraphs."""

    def made(paragraphs: int) -> tuple[bytes, Checked]:
        data = docx(p("Ủy ban nhân dân xã  tiếp nhận hồ sơ.") * paragraphs)
        paper = read_paper(data, "dai.docx")
        return data, judge(paper, find_parts(paper, PROFILE.format), PROFILE)

    assert linear(made, lambda given: mark(*given), 100)
