"""The sheet and its margins (PL I.I.1 to 3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from baocao.conformance.appearance import Element
from baocao.conformance.case import Case, Seen, rule
from baocao.conformance.mends import SetLook, SetSheet
from baocao.conformance.paper import Paragraph, Section, Table, paragraphs_of
from baocao.conformance.rules import tolerances, wording
from baocao.conformance.rules.kit import broken, held, unsure
from baocao.formats import Length, Mm, Setting
from baocao.template.ooxml_tree import w

_SIDES: dict[str, tuple[str, str]] = {
    "PG03": ("top", "lề trên"),
    "PG04": ("bottom", "lề dưới"),
    "PG05": ("left", "lề trái"),
    "PG06": ("right", "lề phải"),
}


def lying(section: Section) -> bool:
    """Whether its sheet lies on the long side."""
    return section.width > section.height


@rule("PG01")
def paper_size(case: Case) -> Iterator[Seen]:
    """The sheet has the size of the format, upright or lying."""
    wide, tall = case.format.page.width.chosen, case.format.page.height.chosen
    for section in case.paper.sections:
        short, long = sorted((section.width, section.height))
        if abs(short - wide) <= tolerances.SHEET and abs(long - tall) <= tolerances.SHEET:
            yield held(section)
            continue
        mend = SetSheet(section, *((tall, wide) if lying(section) else (wide, tall)))
        yield broken(section, _sheet_words(short, long), _sheet_words(wide, tall), [mend])


def _sheet_words(wide: int, tall: int) -> str:
    return f"giấy {wording.figure(Length(wide).mm)} × {wording.figure(Length(tall).mm)} mm"


@rule("PG02")
def upright_sheet(case: Case) -> Iterator[Seen]:
    """The sheet lies only for a wide table (PL I.I.2). A person decides for a wide picture, for pages apart
    in an upright document, which somebody has turned on purpose, and when the head lies as well.
    """
    for section in case.paper.sections:
        if not lying(section) or not _says_something(section):
            yield held(section)
            continue
        tables = [block for block in section.blocks if isinstance(block, Table)]
        if any(table in case.parts.data_tables for table in tables):
            yield _lying_for_table(case, section)
        elif any(paragraph.pictures for paragraph in paragraphs_of(section.blocks)):
            yield unsure(section, "giấy ngang, có hình", "xem hình có phải là biểu rộng cần giấy ngang không")
        elif not tables and _stands_apart(case, section):
            look_at = "xem trang này, phụ lục này có gì rộng đến mức phải đặt ngang không"
            yield unsure(section, "giấy ngang, không có bảng", look_at)
        else:
            turned = SetSheet(section, width=section.height, height=section.width)
            wanted = "giấy đứng, vì không có bảng, biểu rộng"
            yield broken(section, "giấy ngang", wanted, [] if tables else [turned])


def _stands_apart(case: Case, section: Section) -> bool:
    """Whether a section is not the one with the head of the document, and that one is upright."""
    heads = {id(line.paragraph) for line in case.parts.quoc_hieu}
    with_head = [
        other
        for other in case.paper.sections
        if any(id(paragraph) in heads for paragraph in paragraphs_of(other.blocks))
    ]
    return bool(with_head) and all(other is not section and not lying(other) for other in with_head)


def _lying_for_table(case: Case, section: Section) -> Seen:
    heads = {id(line.paragraph) for line in case.parts.quoc_hieu}
    if not any(id(paragraph) in heads for paragraph in paragraphs_of(section.blocks)):
        return held(section)
    look_at = "xem bảng có rộng đến mức phải đặt ngang cả phần đầu văn bản không"
    return unsure(section, "giấy ngang từ trang đầu", look_at)


def _says_something(section: Section) -> bool:
    return any(not paragraph.blank for paragraph in paragraphs_of(section.blocks))


def _margin(ident: str) -> Callable[[Case], Iterator[Seen]]:
    side, words = _SIDES[ident]

    def asked(case: Case) -> Iterator[Seen]:
        setting: Setting = getattr(case.format.page, side)
        for section in case.paper.sections:
            if lying(section):
                continue
            width = Length(abs(getattr(section, side)))
            if setting.permits(width, tolerances.MARGIN):
                yield held(section)
                continue
            chosen: dict[str, Any] = {side: setting.chosen}
            mend = SetSheet(section, **chosen)
            wanted = wording.millimetre_range(setting)
            yield broken(section, f"{words} {wording.millimetres(width)}", wanted, [mend])

    asked.__doc__ = f"The margin `{side}` of upright sheets (PL I.I.3)."
    return asked


for _ident in _SIDES:
    rule(_ident)(_margin(_ident))


@rule("PG07")
def margins_of_lying_sheets(case: Case) -> Iterator[Seen]:
    """The four margins of a lying sheet stay between the smallest and the largest of an upright one.

    The decree does not say how they turn with the sheet; its own annex has 15 mm below.
    """
    page = case.format.page
    settings = (page.top, page.bottom, page.left, page.right)
    low = Length(min(setting.minimum or setting.chosen for setting in settings))
    high = Length(max(setting.maximum or setting.chosen for setting in settings))
    for section in filter(lying, case.paper.sections):
        for side, words in _SIDES.values():
            width = Length(abs(getattr(section, side)))
            if low - tolerances.MARGIN <= width <= high + tolerances.MARGIN:
                yield held(section)
            else:
                wanted = f"{wording.figure(low.mm)} đến {wording.figure(high.mm)} mm"
                yield broken(section, f"trang ngang, {words} {wording.millimetres(width)}", wanted)


@rule("PG08")
def within_margins(case: Case) -> Iterator[Seen]:
    """Body text and data tables stay between the margins; the header table may reach beyond."""
    out = Mm(float(case.text.parameters["lan_le"]))
    for paragraph in case.parts.than_bai:
        yield _paragraph_within(paragraph, out)
    for section in case.paper.sections:
        for block in section.blocks:
            if isinstance(block, Table) and block in case.parts.data_tables:
                yield _table_within(block, section, out)


def _paragraph_within(paragraph: Paragraph, out: Length) -> Seen:
    look = paragraph.look
    left, right = min(look.left, look.left + look.first_line), look.right
    if paragraph.cell is not None or paragraph.boxed or (left >= -out and right >= -out):
        return held(paragraph)
    if left < -out:
        side, beyond = "trái", -left
        mends = [SetLook(paragraph, left=Length(0))] if look.first_line >= 0 else []
    else:
        side, beyond, mends = "phải", -right, [SetLook(paragraph, right=Length(0))]
    return broken(paragraph, f"lấn lề {side} {wording.millimetres(Length(beyond))}", "trong hai lề", mends)


def _table_within(table: Table, section: Section, out: Length) -> Seen:
    left, right, page = table.box.left, table.box.right, section.text_box
    if left is None or right is None or page.left is None or page.right is None or section.columns > 1:
        return held(table)
    beyond, side = max((page.left - left, "trái"), (right - page.right, "phải"))
    if beyond <= out:
        return held(table)
    return broken(table, f"bảng lấn lề {side} {wording.millimetres(Length(beyond))}", "bảng nằm trong hai lề")


@rule("PG09")
def bare_sheet(case: Case) -> Iterator[Seen]:
    """Pages without border, line numbers, turned text, text in the middle of their height."""
    marks: Mapping[str, str] = case.text.parameters["dau_hieu"]
    for section in case.paper.sections:
        found = [words for tag, words in marks.items() if _set_apart(section.element.find(w(tag)))]
        if found:
            yield broken(section, ", ".join(found), "trang chỉ có chữ và bảng, đặt từ trên xuống")
        else:
            yield held(section)


def _set_apart(element: Element | None) -> bool:
    """Whether an element of a section changes how its pages look."""
    return element is not None and element.get(w("val")) not in _USUAL


_USUAL = ("top", "lrTb", "none")
