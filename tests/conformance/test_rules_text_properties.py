"""Any words: rules of language never fail, point into their paragraph, and their mends come to an end."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rules_text_kit import FORMAT, ask, paragraphs_paper, parts_of

from baocao.conformance.appearance import Span
from baocao.conformance.case import State
from baocao.conformance.mends import Retype
from baocao.conformance.paper import Block, Paper, Paragraph
from baocao.formats.rules import Scope, load_rules

GROUPS = ("VH", "CT", "SL", "BG", "FT")
RULES = [
    rule.id
    for rule in load_rules(FORMAT).values()
    if rule.scope is Scope.FILE and (rule.id.startswith(GROUPS) or rule.id in ("ND10", "ND11"))
]
MENDING = [rule for rule in RULES if rule in ("ND10", "VH05", "SL03", "SL07", "SL09")]
ROUNDS = 6
WORDS = [
    "hồ sơ", "1674", "80.41", "%", " %", ",", " ,", ". ", "; ", "(", ")", " ", "  ", "nhân dân", "quý 3",
    "Ủy ban Nhân dân", "5/4/2022", "05/04/22", "điều 5", "Khoản 2", "thành phố Hồ Chí Minh", "3 công chức",
    "02 viên chức", "VNĐ", "tỉ lệ", "tỷ lệ", "hòa", "hoà", "qui định", "PAKN", "UBND", "sáng thứ hai,",
    "quận 1", "Tỉnh Nam Định", "quyết định số 05/QĐ-UBND", "1,234.56", "12 345", "\t", "\n", "\xa0", "¹", "…",
    "./.", "“", "”", "đồng", "-", "- ", "tê\u0301", "0912345678", "năm 2023", "98,7421%",
]  # fmt: skip
texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=12).map(" ".join)
lines = st.lists(texts | st.lists(st.sampled_from(WORDS), max_size=8).map("".join), min_size=1, max_size=4)

PAPER = paragraphs_paper(["mẫu"])
MODEL = next(iter(PAPER.paragraphs))


def paper_of_texts(typed: list[str]) -> Paper:
    """The paragraphs without a file behind them."""
    face = MODEL.spans[0].face
    made: list[Block] = [
        dataclasses.replace(MODEL, spans=(Span(text, face, 0, None),) if text else ()) for text in typed
    ]
    return dataclasses.replace(PAPER, sections=(dataclasses.replace(PAPER.sections[0], blocks=made),))


@settings(max_examples=40, deadline=None)
@given(lines)
@pytest.mark.parametrize("rule", RULES)
def test_rules_never_fail_and_point_into_their_paragraph(rule: str, typed: list[str]) -> None:
    paper = paper_of_texts(typed)
    for one in ask(rule, paper, parts_of(paper)):
        if one.state is State.BROKEN:
            assert isinstance(one.subject, Paragraph)
            assert 0 <= one.start < one.end <= len(one.subject.text)
            assert one.seen
            assert one.wanted
        for mend in one.mends:
            assert isinstance(mend, Retype)
            assert mend.paragraph.text[mend.start : mend.start + len(mend.old)] == mend.old
            assert mend.old != mend.new


@settings(max_examples=40, deadline=None)
@given(lines)
@pytest.mark.parametrize("rule", MENDING)
def test_mends_come_to_an_end_and_keep_the_letters(rule: str, typed: list[str]) -> None:
    now = typed
    for _ in range(ROUNDS):
        paper = paper_of_texts(now)
        edits = [mend for one in ask(rule, paper, parts_of(paper)) for mend in one.mends]
        if not edits:
            break
        now = [_edited(paragraph, edits) for paragraph in paper.paragraphs]
    else:
        paper = paper_of_texts(now)
        assert [mend for one in ask(rule, paper, parts_of(paper)) for mend in one.mends] == []
    if rule in ("ND10", "SL03"):
        assert ["".join(text.split()) for text in now] == ["".join(text.split()) for text in typed]


def _edited(paragraph: Paragraph, edits: list[Retype]) -> str:
    text = paragraph.text
    for edit in sorted((edit for edit in edits if edit.paragraph is paragraph), key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.new + text[edit.start + len(edit.old) :]
    return text
