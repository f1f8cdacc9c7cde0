"""Capitals of PL II, as soft hints: sentences, Nhân dân and Nhà nước, parts of a document, days, kinds."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from baocao.audit.document import PassageKind
from baocao.conformance.case import Case, Seen
from baocao.conformance.rules.kit import about, parameter, parameters
from baocao.conformance.rules.prose import BREAK, Hit, Piece, Prose, prose_of, told, words_pattern

_SENTENCE = re.compile(
    rf"(?<=[^\W\d_])(?<!\b[A-ZĐ])(?<!\b\w\.\w)[)”\"]?[.?!][)”\"]? (?P<word>(?P<first>[^\W\d_])[^\s{BREAK}]*)"
)
_FIRST = re.compile(r"[-–+•*\s]*(?P<word>(?P<first>[^\W\d_])[^\s]*)")
_NO_WORD = re.compile(r"[./@\\]\w|\w[A-ZĐ]|\)\Z|\A\w\Z")
_ENDED = re.compile(r"[.?!][”\")]?\s*\Z")
_SHORT = r"(?:(?<!\w)(?:WORDS)|\.\.)\Z"


@about("VH01")
def sentences_start_with_capitals(case: Case) -> Iterator[Seen]:
    """After a full stop; a paragraph below a heading, or below one that ended with a full stop."""
    prose, short = prose_of(case), words_pattern(_SHORT, parameters(case, "viet_tat"))
    for hit in prose.find(_SENTENCE):
        stop = hit.span("word")[0]
        before = hit.piece.text[: stop - 1].rstrip().rstrip('.?!)”"')
        if _is_small(hit["word"]) and not short.search(before):
            yield _small_start(hit.piece, *hit.span("word"))
    titles = {id(heading.own_title or heading.paragraph) for heading in case.parts.headings if heading.titled}
    yield from _paragraphs(prose, titles)


def _paragraphs(prose: Prose, titles: Container[int]) -> Iterator[Seen]:
    ended = True
    for piece in prose.pieces:
        if piece.kind is not PassageKind.BODY:
            continue
        found = _FIRST.match(piece.text)
        if ended and found and _is_small(found["word"]):
            yield _small_start(piece, *found.span("word"))
        ended = _ENDED.search(piece.text) is not None or id(piece.paragraph) in titles


def _is_small(word: str) -> bool:
    return word[:1].islower() and not _NO_WORD.search(word)


def _small_start(piece: Piece, start: int, end: int) -> Seen:
    word = piece.text[start:end]
    return told(piece, start, end, f"«{word[:1].upper()}{word[1:]}»")


@about("VH02")
def people_and_state(case: Case) -> Iterator[Seen]:
    """Nhân dân and Nhà nước as names of their own: behind words that make them so."""
    for word, hosts in case.text.parameters["danh_tu"].items():
        for hit in prose_of(case).find(words_pattern(rf"(?<!\w)(?:WORDS) (?P<x>{word})(?!\w)", tuple(hosts))):
            if not hit.after.lstrip().startswith(tuple(parameters(case, "khong_theo_sau"))):
                yield _capital(hit)


@about("VH06")
def parts_of_a_document(case: Case) -> Iterator[Seen]:
    """Điều 5, Chương II; but khoản 2, điểm a."""
    prose = prose_of(case)
    after = rf"(?![\w%/]|[.,][0-9]|{parameter(case, 'tru_sau_so')})"
    for number, name in (
        ("(?:[0-9]{1,3}|[IVXLC]{1,6})", "viet_hoa"),
        ("[IVXLC]{1,6}", "viet_hoa_truoc_la_ma"),
    ):
        for hit in prose.find(words_pattern(rf"(?<!\w)(?P<x>WORDS) {number}{after}", parameters(case, name))):
            if hit.in_sentence or hit.before.rstrip().endswith("("):
                yield _capital(hit)
    small = r"(?<!\w)(?P<x>WORDS) (?:[0-9]{1,2}|[a-zđ])(?!\w)"
    named = tuple(word.capitalize() for word in parameters(case, "viet_thuong"))
    for hit in prose.find(words_pattern(small, named)):
        if hit.in_sentence:
            yield told(hit.piece, *hit.span("x"), f"«{hit['x'].lower()}»")


@about("VH07")
def days_and_months(case: Case) -> Iterator[Seen]:
    """thứ Hai, tháng Tám; not "lần thứ hai", "hai tháng"."""
    shapes = map(re.compile, parameters(case, "mau"))
    hits = [hit for shape in shapes for hit in prose_of(case).find(shape)]
    for hit in {(hit.piece.at, hit.span("x")): hit for hit in hits}.values():
        yield _capital(hit)


@about("VH08")
def kinds_of_documents(case: Case) -> Iterator[Seen]:
    """Quyết định số 5/QĐ-UBND: the kind of one document takes a capital."""
    shape = r"(?<!\w)(?P<x>WORDS) số:? ?[0-9]+[/-]"
    for hit in prose_of(case).find(words_pattern(shape, parameters(case, "loai"))):
        yield _capital(hit)


def _capital(hit: Hit) -> Seen:
    """The first letter of the group "x" should be a capital."""
    word = hit["x"]
    return told(hit.piece, *hit.span("x"), f"«{word[:1].upper()}{word[1:]}»")
