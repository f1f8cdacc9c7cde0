"""What the XML of an .xlsx says beside the values: one scan of the bytes of each sheet.

A form has some thirty sheets and a roll-up thousands of forms, so nothing here looks at each cell: regular
expressions find the few cells of interest in the shape all known writers use (`<c r="E14" …>`). A sheet with
one cell in any other shape (a namespace prefix, no `r`, single quotes, blanks between the elements of a cell,
comments) goes through expat in `traits_xlsx_slow`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import Element, fromstring

from baocao.workbook.sheet import Extent, Traits, column_number

_CELL = rb'<c r="([A-Z]{1,3}[1-9][0-9]{0,6})"'
_FORMULA = rb"<f(?: [^>]*)?(?:/>|>[^<]*</f>)"
_ERROR = re.compile(_CELL + rb'[^>]*? t="e"[^>]*>(?:' + _FORMULA + rb")?<v>([^<]+)</v>")
_NO_VALUE = rb"(?:</c>|<v ?/>|<v></v>|(<v>0</v>))"
_UNCOMPUTED = (re.compile(rb"</f>" + _NO_VALUE), re.compile(rb"<f(?: [^>]*)?/>" + _NO_VALUE))
_FILLED = re.compile(rb'<c r="([A-Z]+)([0-9]+)"' + rb"(?:[^>]*[^/>])?>(?!</c>)")
_OWN_FORMULA = rb'(?:<f(?: [A-Za-z0-9:]+="[^"<>]*")* ?(?:/>|>[^<]*</f>))?'
_HELD = rb"(?:</c>|<v>[^<&\s]*</v></c>|<v ?/></c>)"
_DRESSES = (
    rb'(?: s="[1-9][0-9]*")?(?: t="[a-zA-Z]+")?(?:/>|><v>[^<&\s]*</v></c>|><f>[^<]*</f>' + _HELD + rb")",
    rb'(?: (?:s="(?:0|[1-9][0-9]*)"|(?:t|cm|vm|ph)="[A-Za-z0-9]*"))* ?(?:/>|>' + _OWN_FORMULA + _HELD + rb")",
    rb'(?=[^<>]* t="str")[^<>&]*>' + _OWN_FORMULA + rb"<v>[^<]*</v></c>",
    rb'(?: s="[0-9]+")? t="inlineStr"(?: s="[0-9]+")?><is>(?:</?(?!c[ >])[a-zA-Z][^<>]*>[^<>]*)*</c>',
)
"""What may follow a cell's name, the most frequent first: a number, a formula, its text, a text in place."""
_NEXT = rb"\s*(?:<c |</row>\s*(?:<row |</sheetData>))"
_NOT_NEAR, _UNUSUAL_CELL = (
    re.compile(rb'<c(?! r="' + name + rb'"(?:' + rb"|".join(_DRESSES) + rb")" + _NEXT + rb")")
    for name in (rb"[A-Z]{1,2}[1-9][0-9]{0,3}", rb"[A-Z]{1,3}[1-9][0-9]{0,6}")
)
_ATTRIBUTES = rb'(?: [A-Za-z0-9:]+="[^"<>]*")* ?'
_UNUSUAL_ROW = re.compile(
    rb'<row(?! r="[0-9]{1,7}"' + _ATTRIBUTES + rb"(?:>" + _NEXT + rb"|/>\s*(?:<row |</sheetData>)))"
)
_FIRST_ROW = re.compile(rb"<sheetData>\s*(?:<row |</sheetData>)")
_UNUSUAL_HEAD = re.compile(rb"<(?:col(?!s>|" + _ATTRIBUTES + rb"/?>)|!)")
_COL = re.compile(rb"<col ([^>]*)>")
_UNSEEN_ROW = re.compile(rb'<row r="([0-9]+)"[^>]*? (?:hidden="(?:1|true)"|ht="0(?:\.0*)?")')
_UNSEEN_COLUMN = re.compile(rb'\b(?:hidden="(?:1|true)"|width="0(?:\.0*)?")')
_NUMBER = re.compile(rb'\b(min|max)="([0-9]{1,7})"')
_LAST_COLUMN = 16_384
_LARGE = 5_000_000
"""Bytes of a sheet that is too large for a form, and not kept."""
_END = b"</sheetData>"
_TRUE = ("1", "true")

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BUILT_IN_PERCENT = frozenset({"9", "10"})


@dataclass(frozen=True, slots=True)
class BookFacts:
    """What holds for all sheets. percent: numbers of the cell styles with a percent sign.

    stale: the writer left the formulas for Excel to compute, so a stored 0 is no result.
    """

    percent: tuple[int, ...] = ()
    stale: bool = False
    epoch_1904: bool = False


def book_facts(workbook: Element, styles: bytes) -> BookFacts:
    """From the tree of `xl/workbook.xml` and the bytes of `xl/styles.xml`. Raises `ParseError`."""
    found = {item.tag.rpartition("}")[2]: item for item in workbook}
    properties, computing = found.get("workbookPr"), found.get("calcPr")
    return BookFacts(
        percent_styles(styles) if styles else (),
        stale=computing is not None and computing.get("fullCalcOnLoad") in _TRUE,
        epoch_1904=properties is not None and properties.get("date1904") in _TRUE,
    )


@lru_cache(16)
def percent_styles(styles: bytes) -> tuple[int, ...]:
    """Indices of the cell formats whose number format shows a percentage (a quoted % is only a letter).

    Cached: thousands of forms have one and the same `xl/styles.xml`. Raises `ParseError`.
    """
    tree = fromstring(styles)
    percents = set(_BUILT_IN_PERCENT)
    percents.update(
        item.get("numFmtId", "")
        for item in tree.iterfind("{*}numFmts/{*}numFmt")
        if has_percent(item.get("formatCode", ""))
    )
    used = tree.iterfind("{*}cellXfs/{*}xf")
    return tuple(index for index, item in enumerate(used) if item.get("numFmtId") in percents)


def has_percent(code: str) -> bool:
    """Whether a number format multiplies by 100."""
    return "%" in _LITERAL.sub("", code)


def near_and_usual(xml: bytes) -> bool:
    """Whether the fast scan knows the shape of the sheet and no cell lies beyond ZZ9999: most sheets."""
    start, stop = _cells(xml)
    return not _NOT_NEAR.search(xml, start, stop) and _plain(xml, start, stop)


def usual_shape(xml: bytes) -> bool:
    """Whether every cell and row of the sheet stands in the shape the fast scan knows."""
    start, stop = _cells(xml)
    return not _UNUSUAL_CELL.search(xml, start, stop) and _plain(xml, start, stop)


def _cells(xml: bytes) -> tuple[int, int]:
    """Where the cells stand, with the end of the sheet's data; all of the XML when that is not to be seen."""
    start, stop = xml.find(b"<sheetData"), xml.find(_END)
    return (start, stop + len(_END)) if 0 < start < stop else (0, len(xml))


def _plain(xml: bytes, start: int, stop: int) -> bool:
    """Whether the sheet's data are there and rows and columns stand in the shape the fast scan knows. Of
    cells and rows the next one must follow at once, so that no comment lies between.
    """
    return (
        _FIRST_ROW.match(xml, start, stop) is not None
        and not _UNUSUAL_ROW.search(xml, start, stop)
        and not _UNUSUAL_HEAD.search(xml, 0, start)
    )


def extent_of(xml: bytes) -> Extent | None:
    """How far the filled cells of a sheet in the usual shape go; None when none is filled."""
    rows, columns = [], []
    for letters, digits in _FILLED.findall(xml):
        rows.append(int(digits) - 1)
        columns.append(column_number(letters.decode()))
    return Extent(max(rows), max(columns)) if rows else None


def scan_sheet(xml: bytes, facts: BookFacts) -> Traits:
    """The traits of a sheet in the usual shape, merged cells excepted."""
    start, stop = _cells(xml)
    return Traits(
        hidden_rows=frozenset(int(number) - 1 for number in _UNSEEN_ROW.findall(xml, start, stop)),
        hidden_columns=_hidden_columns(xml[:start]),
        percent=_percent(xml[start:stop], facts.percent),
        errors=_errors(xml[start:stop]) if xml.find(b't="e"', start, stop) > 0 else {},
        uncomputed=_uncomputed(xml, start, stop, stale=facts.stale),
        epoch_1904=facts.epoch_1904,
        xml=xml if len(xml) < _LARGE else b"",
    )


def _hidden_columns(head: bytes) -> frozenset[int]:
    hidden: set[int] = set()
    for attributes in filter(_UNSEEN_COLUMN.search, _COL.findall(head)):
        named = dict(_NUMBER.findall(attributes))
        if named.keys() >= {b"min", b"max"}:
            hidden.update(range(int(named[b"min"]) - 1, min(int(named[b"max"]), _LAST_COLUMN)))
    return frozenset(hidden)


def _percent(xml: bytes, styles: tuple[int, ...]) -> frozenset[str]:
    if not styles:
        return frozenset()
    wanted = b"|".join(b"%d" % style for style in styles)
    return _names(re.findall(_CELL + rb'[^>]*? s="(?:' + wanted + rb')"(?:[^>]*[^/>])?>', xml))


def _errors(xml: bytes) -> dict[str, str]:
    return {name.decode(): unescape(shown.decode("utf-8", "replace")) for name, shown in _ERROR.findall(xml)}


def _uncomputed(xml: bytes, start: int, stop: int, *, stale: bool) -> frozenset[str]:
    """Formulas without a value, save those whose value is an empty text. From the end of each formula back
    to its cell: cells are many, formulas few.
    """
    names = []
    for pattern in _UNCOMPUTED:
        for found in pattern.finditer(xml, start, stop):
            cell = xml.rfind(b"<c ", start, found.start())
            tag = xml[cell : xml.find(b">", cell)]
            if b't="str"' not in tag and (stale or not found[1]):
                names.append(tag.split(b'"', 2)[1])
    return _names(names)


def _names(found: list[bytes]) -> frozenset[str]:
    """Cell names as text; one decoding for all."""
    return frozenset(b" ".join(found).decode("ascii").split(" ")) if found else frozenset()
