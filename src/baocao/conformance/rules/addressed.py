"""Rules of Kính gửi (PL I.II.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from baocao.conformance.appearance import Span
from baocao.conformance.case import Case, Seen
from baocao.conformance.mends import Mend, SetLook
from baocao.conformance.paper import Line
from baocao.conformance.rules import tolerances, wording
from baocao.conformance.rules.kit import (
    about,
    all_capitals,
    broken,
    dressed,
    held,
    parameter,
    parameters,
    place_of,
    plain,
    replaced,
    sizes,
    unsure,
)
from baocao.conformance.rules.running import ended
from baocao.formats import Length, Pt
from baocao.ooxml.metrics import text_width

_MISSING = "không có dòng Kính gửi"


@about("KG01", "kinh_gui")
def addressed(case: Case) -> Iterator[Seen]:
    """A report to a higher body, a tờ trình, a công văn carry "Kính gửi:" (PL I.II.9.b, d)."""
    words = parameter(case, "chu")
    if case.parts.kinh_gui:
        yield _worded(case, case.parts.kinh_gui[0], words)
        return
    head = next(iter((*case.parts.trich_yeu, *case.parts.ten_loai, *case.parts.so_ky_hieu)), None)
    upward = case.unit.upward if case.unit is not None else None
    if case.parts.kind.name in parameters(case, "luon_co"):
        yield broken(head, _MISSING, f"{case.parts.kind.name} có dòng “{words}”")
    elif case.parts.kind.name == "báo cáo" and upward:
        yield broken(head, _MISSING, f"báo cáo gửi cấp trên có dòng “{words}”")
    elif case.parts.kind.name == "báo cáo" and upward is None and _goes_up(case):
        look_at = "nếu báo cáo này gửi đích danh cơ quan cấp trên thì phải có Kính gửi"
        yield unsure(head, f"{_MISSING}, Nơi nhận ghi gửi để báo cáo", look_at)


def _worded(case: Case, line: Line, words: str) -> Seen:
    """Whether the line begins with the very words; capitals are asked by KG03."""
    text = line.text
    if plain(text).lower().startswith(words.lower()):
        return held(line)
    typed = re.match(parameter(case, "go_sai"), text)
    right = words.upper() if typed and all_capitals(typed[0]) else words
    space = " " if typed and text[typed.end() : typed.end() + 1].strip() else ""
    mends = [replaced(line, 0, typed.end(), right + space)] if typed else []
    return broken(line, f"“{plain(text)[:40]}”", f"bắt đầu bằng “{words}”", mends)


def _goes_up(case: Case) -> bool:
    """Whether Nơi nhận says that the report goes up ("- UBND tỉnh (b/c);")."""
    sign = re.compile(parameter(case, "gui_len"))
    return any(sign.search(line.text) for line in case.parts.noi_nhan)


@about("KG02", "kinh_gui")
def addressed_size(case: Case) -> Iterator[Seen]:
    """Kính gửi has size 13 to 14 (PL I.II.9.d)."""
    yield from sizes(case.parts.kinh_gui, case.format.components["kinh_gui"].size)


@about("KG03", "kinh_gui")
def addressed_face(case: Case) -> Iterator[Seen]:
    """Kính gửi is upright, not bold, in small letters (PL I.II.9.d)."""
    yield from dressed(case, "kinh_gui", case.parts.kinh_gui)


@about("KG04", "kinh_gui")
def addressed_lines(case: Case) -> Iterator[Seen]:
    """One recipient on the line itself; of several each on a line with dash and semicolon (PL I.II.9.d)."""
    if not case.parts.kinh_gui:
        return
    first, *others = case.parts.kinh_gui
    named = re.sub(parameter(case, "go_sai"), "", plain(first.text)).strip()
    middle, end = parameter(case, "giua"), parameter(case, "cuoi")
    if not others:
        yield _one(first, named, middle)
        return
    if named:
        wanted = "xuống dòng sau “Kính gửi:”, mỗi nơi một dòng có gạch đầu dòng"
        yield broken(first, "nơi thứ nhất cùng dòng với “Kính gửi:”", wanted)
    elif len(others) == 1:
        yield broken(others[0], "một nơi mà xuống dòng", "cùng dòng với “Kính gửi:”")
        return
    for line in others:
        yield dashed(case, line)
        yield stopped(line, end if line is others[-1] else middle)


def _one(line: Line, named: str, middle: str) -> Seen:
    if not named:
        return broken(line, "không ghi gửi nơi nào", "tên nơi nhận cùng dòng với “Kính gửi:”")
    if middle in named.rstrip(" ;."):
        return broken(line, "nhiều nơi trên một dòng", "mỗi nơi một dòng có gạch đầu dòng")
    if named.endswith((middle, ",")):
        return broken(line, f"kết thúc bằng “{named[-1]}”", "không có dấu chấm phẩy", ended(line, ""))
    return held(line)


def dashed(case: Case, line: Line) -> Seen:
    """Whether a line begins with a dash and a space, typed or automatic."""
    dashes = parameters(case, "gach")
    label = line.paragraph.label.strip() if line.paragraph.lines[:1] == (line,) else ""
    text = line.text
    if label in dashes or (text[:1] in dashes and text[1:2].isspace()):
        return held(line)
    if label:
        return broken(line, f"đầu dòng là “{label}”", "đầu dòng là gạch “-”")
    other = re.match(parameter(case, "gach_khac"), text)
    seen = f"đầu dòng là “{plain(text)[:8]}”" if other else "không có gạch đầu dòng"
    return broken(line, seen, "đầu dòng là gạch “- ”", [replaced(line, 0, other.end() if other else 0, "- ")])


def stopped(line: Line, mark: str) -> Seen:
    """Whether a line ends with the one mark."""
    text = plain(line.text)
    if text.endswith(mark) and text[:-1].rstrip()[-1:] not in (".", ";", ",", "/"):
        return held(line)
    last = text[-1:]
    seen = f"cuối dòng là “{last}”" if last in ".;,/:" else "cuối dòng không có dấu"
    return broken(line, seen, f"cuối dòng là “{mark}”", ended(line, mark))


@about("KG05", "kinh_gui")
def dashes_under_colon(case: Case) -> Iterator[Seen]:
    """The dashes stand below each other, under the colon (PL I.II.9.d)."""
    if len(case.parts.kinh_gui) < 2:
        return
    first, *others = case.parts.kinh_gui
    colon = _colon(first)
    for line in others:
        label = line.paragraph.label
        left = line.left
        if colon is None or left is None or (label and line.paragraph.lines[:1] == (line,)):
            continue
        aside = Length(left - colon)
        if abs(aside) <= tolerances.AXIS:
            yield held(line)
        else:
            seen = f"gạch đầu dòng lệch dấu hai chấm {wording.millimetres(Length(abs(aside)))}"
            yield broken(line, seen, "thẳng hàng dưới dấu hai chấm", _under(line, colon))


def _colon(first: Line) -> Length | None:
    """Where the colon of "Kính gửi:" stands on the sheet."""
    at = first.text.find(":")
    if first.left is None or at < 0:
        return None
    start = place_of(first)
    width = sum(_width(span, start + at) for span in first.spans)
    return Length(first.left + width)


def _width(span: Span, end: int) -> int:
    face, text = span.face, span.text[: max(end - span.start, 0)]
    return text_width(text, Pt(face.size), bold=face.bold, italic=face.italic)


def _under(line: Line, colon: Length) -> list[Mend]:
    paragraph = line.paragraph
    if len(paragraph.lines) > 1 or paragraph.box.left is None or paragraph.text[:1].isspace():
        return []
    return [SetLook(paragraph, left=Length(colon - paragraph.box.left), first_line=Length(0))]
