"""The names of the agency and of the one above it (PL I.II.2)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from baocao.conformance.case import Case, Seen
from baocao.conformance.components.stream import readable
from baocao.conformance.paper import Line
from baocao.conformance.rules.drawn import rule_below
from baocao.conformance.rules.kit import (
    about,
    broken,
    dressed,
    headless,
    held,
    parameters,
    plain,
    sizes,
)
from baocao.conformance.rules.places import column_middle, middle, placed
from baocao.conformance.rules.spacing import single_spaced
from baocao.formats import Length
from baocao.vietnamese.dates import parse_date
from baocao.vietnamese.unit_names import same_unit


def _names(lines: Sequence[Line]) -> str:
    return plain(" ".join(map(readable, lines)))


@about("CQ01", "chu_quan")
def parent_face(case: Case) -> Iterator[Seen]:
    """The agency above is in capitals, upright, not bold."""
    yield from dressed(case, "chu_quan", case.parts.chu_quan)


@about("CQ02", "chu_quan")
def parent_size(case: Case) -> Iterator[Seen]:
    """The size of the agency above."""
    return sizes(case.parts.chu_quan, case.format.components["chu_quan"].size)


@about("CQ03", "chu_quan")
def parent_abbreviated(case: Case) -> Iterator[Seen]:
    """The agency above may be abbreviated where everybody does ("UBND")."""
    common: Mapping[str, str] = case.text.parameters["cum_tu"]
    for line in case.parts.chu_quan:
        text = plain(readable(line)).upper()
        long = next((words for words in common if text.startswith(words.upper())), None)
        if long is None:
            yield held(line)
        else:
            yield broken(line, f"«{long}»", f"có thể viết tắt «{common[long]}»")


@about("CQ04", "co_quan", "chu_quan")
def agency_face(case: Case) -> Iterator[Seen]:
    """The agency is there, in capitals, upright and bold."""
    lines = case.parts.co_quan
    if not lines and not headless(case):
        yield broken(None, "không có tên cơ quan ban hành", "tên cơ quan ban hành ở phía trên, bên trái")
    yield from dressed(case, "co_quan", lines)


@about("CQ05", "co_quan")
def agency_size(case: Case) -> Iterator[Seen]:
    """The size of the agency."""
    return sizes(case.parts.co_quan, case.format.components["co_quan"].size)


@about("CQ06", "co_quan")
def agency_in_full(case: Case) -> Iterator[Seen]:
    """The official name without abbreviation, that of the unit's profile when there is one."""
    if not case.parts.co_quan:
        return
    first, name = case.parts.co_quan[0], _names(case.parts.co_quan).upper()
    short = next((word for word in parameters(case, "viet_tat") if re.search(rf"\b{word}\b", name)), None)
    if short is not None:
        yield broken(first, f"viết tắt «{short}»", "tên đầy đủ của cơ quan ban hành")
        return
    own = _own_name(case)
    if own and own != name and not subordinate(case):
        yield broken(first, f"«{name}»", f"«{own}» như trong hồ sơ đơn vị")
    else:
        yield held(first)


def _own_name(case: Case) -> str:
    """The name in the letterhead of the profile, in capitals; "" without a profile."""
    return plain(" ".join(case.unit.agency)).upper() if case.unit else ""


def subordinate(case: Case) -> bool:
    """Whether an agency below that of the unit's profile issues the document: the unit stands above it."""
    own = _own_name(case)
    return bool(own) and same_unit(_names(case.parts.chu_quan), own)


@about("CQ07", "co_quan", "chu_quan")
def agency_centred(case: Case) -> Iterator[Seen]:
    """The names stand in the middle of their column, one line below the other at single spacing."""
    lines = (*case.parts.chu_quan, *case.parts.co_quan)
    axis = axis_of(lines)
    if axis is not None:
        yield from placed(case, "chu_quan", case.parts.chu_quan, axis)
        yield from placed(case, "co_quan", case.parts.co_quan, axis)
    if len(lines) > 1 or any(line.width is None for line in lines):
        yield from single_spaced(case, lines)
    elif lines and axis is None:
        yield held(lines[0])


def axis_of(lines: Sequence[Line]) -> Length | None:
    """The middle that lines of a head share: of their cell or box, else of the widest line among others."""
    for line in lines:
        paragraph = line.paragraph
        if (paragraph.cell is not None or paragraph.boxed) and (at := column_middle(paragraph)) is not None:
            return at
    widest = max((line for line in lines if line.width), key=lambda line: line.width or 0, default=None)
    return None if widest is None or len(lines) < 2 else middle(widest)


@about("CQ08", "co_quan", "chu_quan")
def agency_rule(case: Case) -> Iterator[Seen]:
    """A solid rule of a third to half the line stands below the agency."""
    return rule_below(case, "co_quan", case.parts.co_quan, case.format.rules.short)


@about("CQ09", "co_quan", "chu_quan")
def committee_without_parent(case: Case) -> Iterator[Seen]:
    """A people's committee names no agency above, unless its profile does."""
    committee = _names(case.parts.co_quan).upper().startswith(parameters(case, "co_quan"))
    if not committee:
        return
    lines = case.parts.chu_quan
    if lines and not (case.unit and case.unit.parents):
        yield broken(lines[0], f"có cơ quan chủ quản «{_names(lines)}»", "không ghi cơ quan chủ quản")
    else:
        yield held(case.parts.co_quan[0])


@about("CQ10", "co_quan", "chu_quan")
def no_district(case: Case) -> Iterator[Seen]:
    """From the day the districts ended (Luật 72/2025/QH15), no head names one."""
    end = dt.date.fromisoformat(str(case.text.parameters["tu_ngay"]))
    days = [parse_date(readable(line).partition(",")[2]).day for line in case.parts.dia_danh_ngay[:1]]
    if not days or days[0] is None or days[0] < end:
        return
    levels = "|".join(map(re.escape, parameters(case, "cap")))
    for line in (*case.parts.chu_quan, *case.parts.co_quan):
        found = re.search(rf"\b(?:{levels})\b", plain(readable(line)).upper())
        if found is None:
            yield held(line)
        else:
            yield broken(line, f"có chữ «{found[0]}»", "tên theo hai cấp chính quyền, không còn cấp huyện")
