"""The sheet of a section: size, margins, numbering of its pages (`SetSheet`), what its first page shows."""

from __future__ import annotations

from copy import deepcopy

from baocao.conformance.appearance import Element
from baocao.conformance.mending.furniture import clear_numbers, prints_something, root_of
from baocao.conformance.mending.lettering import CannotMendError
from baocao.conformance.mending.order import SECTPR, child, switch, take_away
from baocao.conformance.mending.work import Work
from baocao.conformance.mends import SetSheet
from baocao.conformance.paper import Section
from baocao.formats import Length
from baocao.ooxml.xml import R
from baocao.template.ooxml_tree import make, w

_MARGINS = ("top", "right", "bottom", "left", "header", "footer")


def set_sheet(work: Work, mend: SetSheet) -> None:
    """Write size, margins and page numbering into a section. Raises `CannotMendError`."""
    section = mend.section
    if mend.title_page is not None and mend.title_page is not section.title_page:
        if mend.title_page:
            give_title_page(work, section)
        else:
            drop_title_page(section)
    if mend.width is not None or mend.height is not None:
        _set_size(section, mend.width or section.width, mend.height or section.height)
    margins = {name: getattr(mend, name) for name in _MARGINS if getattr(mend, name, None) is not None}
    if margins:
        _set_margins(section, margins)
    if mend.decimal_numbers or mend.restart:
        _set_numbers(section.element, decimal=mend.decimal_numbers, restart=mend.restart)


def give_title_page(work: Work, section: Section) -> None:
    """Let the first page differ: without number, with all else that stands at head and foot of the others."""
    for kind, stories in (("header", section.headers), ("footer", section.footers)):
        if _shows_later(work, section, kind):
            raise CannotMendError("phần sau của văn bản dùng chung đầu trang hoặc chân trang của trang đầu")
        _drop_reference(section.element, kind, "first")
        usual = root_of(stories.get("default", ()))
        copied = None if usual is None else deepcopy(usual)
        if copied is None:
            continue
        clear_numbers(copied)
        if prints_something(copied):
            refer(section.element, kind, "first", work.add_story(kind, copied, work.name_of(usual)))
    switch(section.element, "titlePg", SECTPR, on=True)


def drop_title_page(section: Section) -> None:
    """Let the first page be like the others, when it has nothing of its own. Raises `CannotMendError`."""
    for stories in (section.headers, section.footers):
        first = root_of(stories.get("first", ()))
        if first is not None and prints_something(first):
            raise CannotMendError("trang đầu của phần này có đầu trang hoặc chân trang riêng")
    take_away(section.element, "titlePg")


def refer(section: Element, kind: str, which: str, relation: str) -> None:
    """Name a header or footer part in a section."""
    _drop_reference(section, kind, which)
    reference = make(f"{kind}Reference", type=which)
    reference.set(f"{{{R}}}id", relation)
    earlier = [item for item in section if item.tag.endswith("Reference")]
    section.insert(len(earlier), reference)


def _drop_reference(section: Element, kind: str, which: str) -> None:
    found = _reference(section, kind, which)
    if found is not None:
        section.remove(found)


def _shows_later(work: Work, section: Section, kind: str) -> bool:
    """Whether a later section shows on its first page what this one has for that and does not show."""
    if _reference(section.element, kind, "first") is None:
        return False
    later = work.paper.sections[work.paper.sections.index(section) + 1 :]
    for one in later:
        if _reference(one.element, kind, "first") is not None:
            return False
        if one.title_page:
            return True
    return False


def _reference(section: Element, kind: str, which: str) -> Element | None:
    found = (one for one in section.findall(w(f"{kind}Reference")) if one.get(w("type"), "default") == which)
    return next(found, None)


def _set_size(section: Section, width: Length, height: Length) -> None:
    size = child(section.element, "pgSz", SECTPR)
    size.attrib.pop(w("code"), None)
    size.set(w("w"), str(width.twips))
    size.set(w("h"), str(height.twips))
    if width > height:
        size.set(w("orient"), "landscape")
    else:
        size.attrib.pop(w("orient"), None)


def _set_margins(section: Section, margins: dict[str, Length]) -> None:
    """The schema wants all seven; the gutter is part of the left margin."""
    found = child(section.element, "pgMar", SECTPR)
    for name in _MARGINS:
        if name in margins or found.get(w(name)) is None:
            found.set(w(name), str(margins.get(name, getattr(section, name)).twips))
    if "left" in margins or found.get(w("gutter")) is None:
        found.set(w("gutter"), "0")


def _set_numbers(section: Element, *, decimal: bool, restart: bool) -> None:
    numbers = child(section, "pgNumType", SECTPR)
    if decimal:
        numbers.attrib.pop(w("fmt"), None)
        numbers.attrib.pop(w("start"), None)
    if restart:
        numbers.set(w("start"), "1")
    if not numbers.attrib:
        section.remove(numbers)
