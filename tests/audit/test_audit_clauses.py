"""Sentences end where a reader sees them end; brackets are lifted out and know their host."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from grammar_kit import body, figures
from hypothesis import given
from hypothesis import strategies as st

from baocao.audit.grammar.clauses import Clause, clauses
from baocao.audit.scanning.tokens import tokens
from growth_kit import linear


def texts(*paragraphs: str) -> list[str]:
    return [" ".join(token.text for token in clause.tokens) for clause in clauses(body(*paragraphs))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Tiếp nhận 3.252 hồ sơ. Đã giải quyết 3.190 hồ sơ.", 2),
        ("Tiếp nhận 3.252 hồ sơ; đã giải quyết 3.190 hồ sơ.", 1),
        ("Bàn, ghế, nước uống... cho người dân đến chờ.", 1),
        ("Hệ thống truyền thanh cơ sở.... Kết quả có 44 cuộc.", 2),
        ("TP. Cao Lãnh tiếp nhận 12 hồ sơ.", 1),
        ("Đạt tỷ lệ 62,02%. 05 hồ sơ trễ hạn.", 2),
        ("Có 12 hồ sơ! “Ngày không hẹn” ở 3 xã.", 2),
        ("Đạt 5/10 điểm.; lĩnh vực khác đạt 7 điểm.", 1),
    ],
)
def test_a_sentence_ends_at_a_stop_before_what_can_begin_another(text: str, count: int) -> None:
    assert len(texts(text)) == count


def test_a_bracket_is_lifted_out_and_the_host_reads_on() -> None:
    host, bracket = clauses(body("Tiếp nhận 10 hồ sơ (trực tuyến 7 hồ sơ), đã giải quyết 9 hồ sơ."))
    assert " ".join(token.text for token in host.tokens) == "Tiếp nhận 10 hồ sơ , đã giải quyết 9 hồ sơ ."
    assert " ".join(token.text for token in bracket.tokens) == "trực tuyến 7 hồ sơ"
    assert (bracket.host, bracket.after) == (0, 5)
    assert (host.start, host.end) == (0, 63)


def test_brackets_in_brackets_and_sentences_in_brackets_keep_their_host() -> None:
    found = clauses(body("A 1 hồ sơ (b 2 hồ sơ (c 3 hồ sơ). D 4 hồ sơ) e. F."))
    assert [clause.host for clause in found] == [None, 0, 1, 0, None]


def test_a_bracket_that_is_not_closed_is_no_bracket() -> None:
    assert texts("Có 02 đơn vị (gồm 1 xã; 2 (hai) ấp.") == ["Có 02 đơn vị ( gồm 1 xã ; 2 ấp .", "hai"]


def test_hosts_count_through_all_passages() -> None:
    found = clauses(body("Một câu.", "Hai (ba) bốn."))
    assert found[2].host == 1
    assert found[2].passage == 1


@given(st.lists(st.sampled_from(["(", ")", "a", "12", ". ", "B", ",", " "]), max_size=60).map("".join))
def test_every_token_but_paired_brackets_is_in_one_clause(text: str) -> None:
    kept = [token for clause in clauses(body(text)) for token in clause.tokens]
    every = tokens(text)
    assert sorted(token.start for token in kept) == [
        token.start for token in every if token.start in {one.start for one in kept}
    ]
    left_out = [token.text for token in every if token not in kept]
    assert left_out.count("(") == left_out.count(")") == len(left_out) / 2


@given(st.lists(st.sampled_from(["(", ")", "a ", "12 ", "hồ sơ", ". ", "B"]), max_size=60).map("".join))
def test_a_host_stands_before_its_brackets_and_holds_them(text: str) -> None:
    found = clauses(body(text))
    for index, clause in enumerate(found):
        if clause.host is not None:
            host: Clause = found[clause.host]
            assert clause.host < index
            assert host.start <= clause.start
            assert clause.end <= host.end
            assert 0 <= clause.after <= len(host.tokens)


@pytest.mark.parametrize(
    "made",
    [
        lambda size: "(" * size,
        lambda size: "(" * (size // 2) + "a" + ")" * (size // 2),
        lambda size: "Ab. " * (size // 4),
        lambda size: "b" * (4 * size),
    ],
)
def test_hostile_text_is_cut_in_linear_time(made: Callable[[int], str]) -> None:
    assert figures(made(25_000)).all == []
    assert linear(made, figures, 25_000)
