"""What the format does not allow: fonts, sizes, colours, marking; sheet and margins.

The numbers come from the format's data (`baocao.formats`); a finding names the first place of each fault
and how many paragraphs share it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from baocao.errors import Finding, Where, finding
from baocao.formats import Format, Length
from baocao.formats.model import Setting
from baocao.lint.cascade import Cascade, Look
from baocao.lint.word_file import Sheet, WordFile, texts_of, words_of
from baocao.template.ooxml_tree import Element, ancestor, w
from baocao.template.tags import Scanner, UnclosedTagError

_PER_TWIP = 635
_TOLERANCE = 36_000 // 2
"""Half a millimetre, in EMU: Word rounds lengths typed in centimetres."""
_PER_HALF_POINT = 6_350
_PLAIN_COLOURS = frozenset({"auto", "000000"})
_OLD_FONTS = (".vn", "vni-", "vni ", ".vntime")
_MARKERS = {
    "yellow": "vàng", "green": "xanh lá", "cyan": "xanh lơ", "magenta": "hồng", "blue": "xanh dương",
    "red": "đỏ", "lightGray": "xám nhạt", "darkGray": "xám",
}  # fmt: skip
"""Word's names of marking colours that people use, as they are called."""
_TAG_LOOK = {"color": "808080", "sz": "18"}
"""The look that our builder gives to a line of tags."""
_DIGITS = frozenset("0123456789")


def look_findings(
    file: WordFile, fmt: Format, base: WordFile | None = None, faulty: Collection[str] = ()
) -> Iterator[Finding]:
    """The findings of a file. base: the template whose package its blocks are printed in.

    faulty: anchors of paragraphs with a fault to mend first; how a spoilt tag looks does not matter.
    """
    cascade = Cascade(file, base)
    seen: dict[tuple[str, str], list[tuple[Finding, Element]]] = {}
    for sheet in file.sheets.values():
        for paragraph in sheet.paragraphs():
            if sheet.places.where(paragraph).anchor in faulty:
                continue
            for run, words in _spoken_runs(paragraph):
                if _is_tag_look(run):
                    continue
                for found in _run_findings(cascade.look(run), paragraph, words, sheet, cascade, fmt):
                    key = found.code, str(found.facts)
                    seen.setdefault(key, []).append((found, paragraph))
    for same in seen.values():
        first = same[0][0]
        others = len({id(paragraph) for _, paragraph in same}) - 1
        them = f" (và {others} đoạn khác)" if others else ""
        facts: dict[str, Any] = dict(first.facts) | {"them": them}
        yield finding(first.code, first.where, **facts)
    if base is None and file.document is not None:
        yield from _page_findings(file.document, fmt)


def _spoken_runs(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """The runs that will be printed: with words outside control tags, or with an output."""
    texts = texts_of(paragraph)
    whole = "".join(item.text or "" for item in texts)
    if not whole.strip():
        return
    spoken = _printed_letters(whole)
    offset = 0
    told: set[Element] = set()
    for item in texts:
        length = len(item.text or "")
        run = ancestor(item, w("r"))
        if run is not None and run not in told and any(spoken[offset : offset + length]):
            told.add(run)
            yield run, words_of(run).strip()
        offset += length


def _is_tag_look(run: Element) -> bool:
    """Whether a run is small and grey as the lines of tags are, which are never printed."""
    look = {name: run.find(f"{w('rPr')}/{w(name)}") for name in _TAG_LOOK}
    return all(item is not None and item.get(w("val")) == _TAG_LOOK[name] for name, item in look.items())


def _printed_letters(text: str) -> list[bool]:
    """For each letter whether it is printed or stands for something printed."""
    printed = [not letter.isspace() for letter in text]
    try:
        pieces = Scanner().pieces(text)
    except UnclosedTagError:
        return [False] * len(text)
    for piece in pieces:
        if not text.startswith("{{", piece.start):
            printed[piece.start : piece.end] = [False] * (piece.end - piece.start)
    return printed


def _run_findings(
    look: Look, paragraph: Element, words: str, sheet: Sheet, cascade: Cascade, fmt: Format
) -> Iterator[Finding]:
    where = sheet.places.where(paragraph, words[:60])
    if look.font.lower().startswith(_OLD_FONTS):
        yield finding("phong-chu-cu", where, ten=look.font, dung=fmt.font)
    elif look.font and look.font.lower() != fmt.font.lower():
        yield finding("phong-chu-la", where, ten=look.font, dung=fmt.font)
    if look.color not in (*_PLAIN_COLOURS, fmt.color):
        yield finding("mau-chu-la", where, mau=look.color)
    if look.highlight not in ("", "none"):
        yield finding("nen-chu-la", where, mau=_MARKERS.get(look.highlight, look.highlight))
    style = cascade.style_of(paragraph)
    low, high = _sizes(style, sheet, fmt)
    if look.size and not low <= look.size * _PER_HALF_POINT <= high:
        size, name = _points(look.size * _PER_HALF_POINT), cascade.style_name(style) or "đoạn văn"
        yield finding("co-chu-la", where, co=size, kieu=name, tu=_points(low), den=_points(high))


def _sizes(style: str, sheet: Sheet, fmt: Format) -> tuple[int, int]:
    """The sizes allowed in a style of the format; in any other the smallest to the largest of the format."""
    components = [item for item in fmt.components.values() if item.style == style]
    if not components and "footnotes" in sheet.name:
        components = [item for item in fmt.components.values() if item.style == "FootnoteText"]
    if not components:
        components = [item for item in fmt.components.values() if item.size.minimum is not None]
    limits = [
        (item.size.minimum or item.size.chosen, item.size.maximum or item.size.chosen) for item in components
    ]
    return min(low for low, _ in limits), max(high for _, high in limits)


def _points(length: int) -> str:
    return f"{Length(length).pt:g}".replace(".", ",")


def _page_findings(sheet: Sheet, fmt: Format) -> Iterator[Finding]:
    """Sheet and margins of each section; a sheet on its side is held to the paper only."""
    for section in sheet.root.iter(w("sectPr")):
        size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
        where = sheet.places.where(section, "") if ancestor(section, w("p")) is not None else sheet.where
        where = where.but(words="")
        across = _emu(size, "w") > _emu(size, "h")
        sides = ("h", "w") if across else ("w", "h")
        wanted = (fmt.page.width, fmt.page.height)
        if size is not None and any(
            not _fits(setting, _emu(size, side)) for setting, side in zip(wanted, sides, strict=False)
        ):
            paper = f"{_mm(_emu(size, sides[0]))} x {_mm(_emu(size, sides[1]))} mm"
            right = f"{_mm(wanted[0].chosen)} x {_mm(wanted[1].chosen)} mm (A4)"
            yield finding("kho-giay-la", where, kho=paper, dung=right)
        if margins is not None and not across:
            yield from _margin_findings(margins, fmt, where)


def _margin_findings(margins: Element, fmt: Format, where: Where) -> Iterator[Finding]:
    page = fmt.page
    sides = (
        ("top", "trên", page.top),
        ("bottom", "dưới", page.bottom),
        ("left", "trái", page.left),
        ("right", "phải", page.right),
    )
    for name, label, setting in sides:
        length = abs(_emu(margins, name))
        if not _fits(setting, length):
            low, high = setting.minimum or setting.chosen, setting.maximum or setting.chosen
            yield finding("le-trang-la", where, le=label, rong=_mm(length), tu=_mm(low), den=_mm(high))


def _fits(setting: Setting, length: int) -> bool:
    if setting.minimum is None and setting.maximum is None:
        return abs(length - setting.chosen) <= _TOLERANCE
    return setting.permits(length, _TOLERANCE)


def _emu(element: Element | None, name: str) -> int:
    text = "" if element is None else element.get(w(name), "")
    number = text.lstrip("-")
    return int(text) * _PER_TWIP if number and set(number) <= _DIGITS else 0


def _mm(length: int) -> str:
    return f"{Length(length).mm:.1f}".rstrip("0").rstrip(".").replace(".", ",")
