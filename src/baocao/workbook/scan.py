"""A container -> what each of its sheets says beside the values, and how far its cells go."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from posixpath import join, normpath
from xml.etree.ElementTree import Element, fromstring

from baocao.workbook.container import Container
from baocao.workbook.sheet import Extent, Traits
from baocao.workbook.traits_xlsx import (
    BookFacts,
    book_facts,
    extent_of,
    near_and_usual,
    scan_sheet,
    usual_shape,
)

Scanned = tuple[str, Traits, Extent | None]
"""Name of the sheet; traits; how far its cells go, or None where that is certainly near."""

_WORKBOOK, _RELATIONS, _STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_STRINGS = "xl/sharedstrings.xml"
_ENCODING = re.compile(rb"""<\?xml[^>]*\sencoding\s*=\s*["'](?!(?:utf-?8|us-ascii)["'])""", re.IGNORECASE)


class EncryptedError(Exception):
    """The cells cannot be read without a password."""


def scan(container: Container, left: Callable[[str], bool]) -> tuple[Scanned, ...]:
    """Of every sheet, in the order of the tabs. left: whether a sheet of that name may be left unread.

    Raises `EncryptedError`, and for broken parts `ValueError`, `IndexError`, `struct.error` or `ParseError`.
    """
    if container.format == "xlsx":
        return _scan_xlsx(container.parts, left)
    if container.format == "ods":
        from baocao.workbook.traits_ods import scan_ods

        return tuple(
            (item.name, item.traits(), item.extent) for item in scan_ods(container.parts["content.xml"])
        )
    from baocao.workbook.traits_xls import scan_xls

    facts = scan_xls(container.parts["workbook"])
    if facts.encrypted:
        raise EncryptedError
    return facts.sheets


def _scan_xlsx(parts: Mapping[str, bytes], left: Callable[[str], bool]) -> tuple[Scanned, ...]:
    workbook = fromstring(parts.get(_WORKBOOK, b""))
    facts = book_facts(workbook, parts.get(_STYLES, b""))
    targets = _targets(fromstring(parts.get(_RELATIONS, b"")))
    _check_letters(parts.get(_STRINGS, b""), plain=True)
    found: list[Scanned] = []
    for item in workbook.iterfind("{*}sheets/{*}sheet"):
        name, xml = item.get("name", ""), parts.get(targets.get(_relation_id(item), ""), b"")
        found.append((name, Traits(), None) if left(name) else (name, *_scan_part(xml, facts)))
    return tuple(found)


def _check_letters(xml: bytes, *, plain: bool = False) -> None:
    """Refuse what the reader of values, who knows UTF-8 alone, would take for blank; plain: comments too.

    Raises `ValueError`.
    """
    if b"\0" in xml[:100] or _ENCODING.match(xml.removeprefix(b"\xef\xbb\xbf")) or (plain and b"<!" in xml):
        raise ValueError(_STRINGS)


def _scan_part(xml: bytes, facts: BookFacts) -> tuple[Traits, Extent | None]:
    _check_letters(xml)
    if near_and_usual(xml):
        return scan_sheet(xml, facts), None
    if usual_shape(xml):
        return scan_sheet(xml, facts), extent_of(xml)
    if b"sheetData" not in xml:
        return Traits(), None
    from baocao.workbook.traits_xlsx_slow import scan_sheet_slowly

    return scan_sheet_slowly(xml, facts)


def _targets(relations: Element) -> dict[str, str]:
    """Relation id -> name of the part, as `Container.parts` has it."""
    return {
        item.get("Id", ""): normpath(join("/xl", item.get("Target", "").replace("\\", "/")))
        .lstrip("/")
        .lower()
        for item in relations
    }


def _relation_id(sheet: Element) -> str:
    return next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
