"""Blanks and signs: a blank before a comma, none behind it, two signs that cannot stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from baocao.audit.verdicts import Confidence, FaultKind, Remark
from baocao.audit.words.pages import Page, Pages

_LETTER = "[^\\W\\d_]"


class _Slip(NamedTuple):
    """A slip with the stretch it is told of, group "x". A shape begins with a sign: it is found fast."""

    code: str
    shape: re.Pattern[str]


_SLIPS = (
    _Slip("cach-truoc-dau", re.compile(r"(?P<x> (?<=[\w)”\"%] ) {0,2}[,;:.!?])(?=\s|\Z|[)”])")),
    _Slip("cach-nham-ben", re.compile(r"(?P<x> (?<=[\w)”\"%] ) {0,2}[,;:])(?=[^\W\d_]{2})")),
    _Slip("cach-truoc-dau", re.compile(r"(?P<x> (?<=\w ) {0,2}\./\.)")),
    _Slip("cach-truoc-dau", re.compile(r"(?P<x> (?<=[\w,.;%] ) {0,2}[)”])")),
    _Slip("cach-sau-mo", re.compile(r"(?P<x>[(“] {1,3})(?=[\w])")),
    _Slip("thieu-cach", re.compile(rf"{_LETTER}(?P<x>[,;]){_LETTER}")),
    _Slip("thieu-cach", re.compile(r"(?P<x>[,;])(?<=[0-9%][,;])(?=[^\W\d_]{2})")),
    _Slip("thieu-cach", re.compile(rf"(?P<x>[.:!?])(?<=[^\W\d_A-ZĐ][.:!?])(?=[^\W\d_a-z]{_LETTER})")),
    _Slip("thieu-cach", re.compile(rf"(?P<x>\()(?<={_LETTER}{_LETTER}\()(?={_LETTER}{_LETTER})")),
    _Slip("thieu-cach", re.compile(rf"\)(?<=[\w%.]\))(?P<x>)(?={_LETTER}{_LETTER})")),
    _Slip("gach-lech", re.compile(rf"(?P<x>[-–] )(?<={_LETTER}[-–] )(?=\w)")),
    _Slip("gach-lech", re.compile(rf"(?P<x> [-–])(?<={_LETTER} [-–])(?={_LETTER})")),
    _Slip("gach-lech", re.compile(r"(?<=(?<!\d)[12]\d{3})(?P<x> [-–]|[-–] )(?=[12]\d{3}(?!\d))")),
    _Slip(
        "hai-dau-lien",
        re.compile(r"(?P<x>[,;:] ?[,;:]|\. ?[,;](?!\w)|[,;:] ?\.(?!\.)(?=\s|\Z)|(?<![.\W])\.\.(?![.\w]))"),
    ),
    _Slip("phan-tram-hai-lan", re.compile(r"(?P<x>% ?%)")),
)
_SHORTENED = re.compile(r"(?:^|[\s(“])(?:v\.v|[A-ZĐ]\w{0,4}|[a-zđ]{1,2}|s\.đ\.d)\.?\Z")
"""An abbreviation with a dot of its own ("v.v.", "TP.", "Th."), behind which a comma may stand."""
_ADDRESS = re.compile(r"[@/\\]|www|http|\.(?:vn|com|net|org|docx?|xlsx?|pdf|gov)\b", re.IGNORECASE)
_BEFORE, _AFTER = 20, 30
_MOST = 200
"""Slips of a kind that are looked at in one passage."""


def misplaced_blanks(pages: Pages) -> Iterator[Remark]:
    """Blanks that are missing or too many around punctuation; one remark a kind and passage."""
    for page in pages.prose:
        for code, spans in blank_slips(page).items():
            start, end = spans[0]
            facts = {"chu": page.around(start, end), "dau": page.text[start:end].strip() or ")"}
            spots = [page.spot(*_with_words(page.text, *span)) for span in spans]
            yield pages.remark(code, FaultKind.SPACE, *spots, sure=Confidence.LIKELY, **facts)


def blank_slips(page: Page) -> dict[str, list[tuple[int, int]]]:
    """The stretches of a passage with blanks or signs that are wrong, by the code of the slip, in order."""
    told: dict[str, list[tuple[int, int]]] = {}
    for slip in _SLIPS:
        for found in islice(slip.shape.finditer(page.text), _MOST):
            span = found.span("x")
            if _is_slip(page, slip.code, *span):
                told.setdefault(slip.code, []).append(span)
    return {code: sorted(spans) for code, spans in told.items()}


def _with_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with what touches it on both sides."""
    first = max(text.rfind(" ", 0, start) + 1, start - _BEFORE)
    last = text.find(" ", end)
    return first, min(len(text) if last < 0 else last, end + _AFTER)


def _is_slip(page: Page, code: str, start: int, end: int) -> bool:
    text = page.text
    if text[start:end].strip() != "./." and _ADDRESS.search(_token_around(text, start, end)):
        return False
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    if code == "cach-truoc-dau":
        return not (text[start:end].endswith(":") and before[-1:].isdigit() and after[1:2].isdigit())
    if code == "thieu-cach":
        return not _are_initials(before, text[start:end], after)
    if code == "hai-dau-lien":
        return _SHORTENED.search(before) is None and not after.startswith("…")
    if code == "gach-lech":
        return _joins_words(page, start, before, after)
    return True


def _token_around(text: str, start: int, end: int) -> str:
    """What stands around without a blank between; nothing before a stretch that begins with one."""
    apart = text[start:end][:1] == " "
    left = "" if apart else text[max(0, start - _BEFORE) : start].rsplit(" ", 1)[-1]
    right = text[end : end + _AFTER].split(" ", 1)[0]
    return left + text[start:end] + right


def _are_initials(before: str, sign: str, after: str) -> bool:
    """ "CB,CC,VC", "TP.HCM", "UV.BCH", "Th.S", "HĐND(khóa": parts of one short name."""
    left = re.split(r"[^\w]", before)[-1]
    right = re.split(r"[^\w]", after)[0]
    if sign in (",", ";") or sign == "(":
        return left.isupper() or (sign != "(" and right.isupper())
    if sign == ".":
        is_short_name = left[:1].isupper() and len(left) <= 5
        return is_short_name or len(left) <= 3 or (len(right) > 1 and right.isupper())
    return False


def _joins_words(page: Page, start: int, before: str, after: str) -> bool:
    """Whether a hyphen with one blank stands within a text, not behind a number ("I- TÌNH HÌNH")."""
    if start <= 3:
        return False
    left = re.split(r"[^\w]", before)[-1]
    return len(left) > 1 and not after.strip().startswith(("-", "–")) and not page.in_capitals
