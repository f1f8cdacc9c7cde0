"""Blanks around punctuation (ND10), abbreviations (ND11, CT03), one spelling of each word (CT01, CT02).

The checks and their lists of words are those of `baocao soat` (`audit.words`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from baocao.audit.verdicts import Remark
from baocao.audit.words.spaces import blank_slips
from baocao.conformance.case import Case, Seen
from baocao.conformance.rules.kit import about, parameters
from baocao.conformance.rules.prose import Piece, Prose, prose_of, told


@about("ND10")
def blanks_around_signs(case: Case) -> Iterator[Seen]:
    """No blank before a comma or a full stop, one behind it."""
    prose, codes = prose_of(case), case.text.parameters["loi"]
    for piece in prose.pieces:
        slips = blank_slips(prose.page_of(piece))
        for code, wanted in codes.items():
            for at, end in slips.get(code, ()):
                start = at if at < end else at - 1
                new = _spaced(piece.text, start, end, code)
                shown = f"«{piece.around(start, end)}»"
                yield told(
                    piece, start, end, f"{wanted}: «{_mended(piece, start, end, new)}»", new=new, seen=shown
                )


def _spaced(text: str, start: int, end: int, code: str) -> str:
    """What a stretch with wrong blanks should be."""
    sign = text[start:end].strip()
    if code in ("cach-truoc-dau", "cach-sau-mo"):
        return sign
    if sign == "(":
        return " ("
    return f"{sign} "


def _mended(piece: Piece, start: int, end: int, new: str) -> str:
    around = piece.around(start, end)
    offset = piece.text.find(around)
    return around[: start - offset] + new + around[end - offset :]


@about("ND11")
def abbreviations_explained(case: Case) -> Iterator[Seen]:
    """An abbreviation is spelt out where it stands first."""
    yield from _remarks(case, prose_of(case), prose_of(case).abbreviations)


@about("CT01")
def one_tone_style(case: Case) -> Iterator[Seen]:
    """hòa or hoà, not both."""
    yield from _remarks(case, prose_of(case), prose_of(case).spellings)


@about("CT03")
def abbreviations_one_way(case: Case) -> Iterator[Seen]:
    """VBQPPL, not VBVPPL."""
    yield from _remarks(case, prose_of(case), prose_of(case).abbreviations)


def _remarks(case: Case, prose: Prose, remarks: Iterable[Remark]) -> Iterator[Seen]:
    """The remarks with the codes of the rule's entry, in the words of the entry."""
    codes = case.text.parameters["loi"]
    for remark in remarks:
        if remark.finding.code in codes:
            seen, wanted = (
                words.format(**dict(remark.finding.facts)) for words in codes[remark.finding.code]
            )
            piece = prose.pieces[remark.spot.passage]
            yield told(piece, remark.spot.start, remark.spot.end, wanted, seen=seen)


@about("CT02")
def one_spelling(case: Case) -> Iterator[Seen]:
    """One of tỷ and tỉ in a document; quy, never qui."""
    prose = prose_of(case)
    never = case.text.parameters["khong_viet"]
    for remark in prose.spellings:
        facts = dict(remark.finding.facts)
        rare = facts.get("it", "")
        if remark.finding.code == "hai-cach-viet" and rare not in never and " " not in rare:
            if facts["so_it"] == facts["so_nhieu"] and rare in parameters(case, "bang_nhau"):
                yield from _even(prose, facts)
                continue
            piece = prose.pieces[remark.spot.passage]
            words = f"«{rare}» ({facts['so_it']} chỗ)"
            wanted = f"«{facts['nhieu']}» như {facts['so_nhieu']} chỗ khác"
            yield told(piece, remark.spot.start, remark.spot.end, wanted, seen=words)
    for wrong, right in never.items():
        yield from _never(prose, wrong, right)


def _even(prose: Prose, facts: dict[str, str]) -> Iterator[Seen]:
    """Both spellings stand as often: the other one than usual is told."""
    rare, usual = facts["nhieu"], facts["it"]
    page, at = next(iter(prose.pages.phrases((rare,))))
    word = page.words[at]
    seen, wanted = f"«{rare}» ({facts['so_nhieu']} chỗ)", f"«{usual}» như {facts['so_it']} chỗ khác"
    yield told(prose.pieces[page.at], word.start, word.end, wanted, seen=seen)


def _never(prose: Prose, wrong: str, right: str) -> Iterator[Seen]:
    for page, at in prose.pages.phrases((wrong,)):
        word = page.words[at]
        named = word.is_title and not page.starts_sentence(at)
        if not named:
            yield told(prose.pieces[page.at], word.start, word.end, f"«{right}»")
