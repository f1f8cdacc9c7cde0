"""Page numbers where the decree wants them: in the middle of the head of every page but the first."""

from __future__ import annotations

from baocao.conformance.appearance import Element
from baocao.conformance.mending.furniture import clear_numbers, put_number, root_of
from baocao.conformance.mending.sheets import drop_title_page, give_title_page, refer
from baocao.conformance.mending.work import Work
from baocao.conformance.mends import NumberPages
from baocao.conformance.paper import Section
from baocao.template.ooxml_tree import make


def number_pages(work: Work, mend: NumberPages) -> None:
    """Carry out `NumberPages`, also for even pages where these differ. Raises `CannotMendError`."""
    section = mend.section
    look = _clear(work, section)
    if mend.first and not section.title_page:
        give_title_page(work, section)
    elif not mend.first and section.title_page:
        drop_title_page(section)
    for which in ("default", "even") if work.paper.even_headers else ("default",):
        head = root_of(section.headers.get(which, ()))
        if head is None:
            head = make("hdr")
            put_number(head, mend.size, look)
            refer(section.element, "header", which, work.add_story("header", head))
        else:
            put_number(head, mend.size, look)
            work.expect(head, gained="2")


def _clear(work: Work, section: Section) -> Element | None:
    """Take the numbers out of every head and foot of a section; gives the formatting of the first."""
    look: Element | None = None
    done: list[Element] = []
    for stories in (section.headers, section.footers):
        for blocks in stories.values():
            root = root_of(blocks)
            if root is None or any(root is one for one in done):
                continue
            done.append(root)
            found, lost, boxes = clear_numbers(root)
            work.expect(root, lost=lost)
            work.taken |= boxes
            look = found if look is None else look
    return look
