"""What letters in table cells look like, and how much of a cell is margin; from word/styles.xml as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

_HALF_POINT = 6350  # EMU
_STYLE = re.compile(r'<w:style\b[^<>]*w:styleId="([^"]*)"[^<>]*>(.*?)</w:style>', re.DOTALL)
_BASED_ON = re.compile(r'<w:basedOn w:val="([^"]*)"')
_DEFAULTS = re.compile(r"<w:rPrDefault>(.*?)</w:rPrDefault>", re.DOTALL)
_PROPERTIES = re.compile(r"<w:rPr>(.*?)</w:rPr>", re.DOTALL)
_SIZE = re.compile(r'<w:sz w:val="(\d+)"')
_SWITCH = {"b": re.compile(r"<w:b(?: w:val=\"(\w+)\")?/>"), "i": re.compile(r"<w:i(?: w:val=\"(\w+)\")?/>")}
_OFF = ("0", "false", "off")
_SIDES = {
    place: (
        re.compile(rf"<w:{place}>.*?<w:(?:left|start) w:w=\"(\d+)\"", re.DOTALL),
        re.compile(rf"<w:{place}>.*?<w:(?:right|end) w:w=\"(\d+)\"", re.DOTALL),
    )
    for place in ("tblCellMar", "tcMar")
}
_TABLE_STYLE = re.compile(r'<w:tblStyle w:val="([^"]*)"')
_PARAGRAPH_STYLE = re.compile(r'<w:pStyle w:val="([^"]*)"')
_RUN = re.compile(r"<w:r(?: [^<>]*)?>(.*?)</w:r>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^<>]*)?>([^<]*)")
_PARAGRAPH = re.compile(r"<w:p[ >]")
_WORDS_OWN = 115  # twips: the margin of a cell when no style says one
_TEN_POINTS = 20  # half points: the size when nothing says one (ECMA-376 part 1, 17.3.2.38)


@dataclass(frozen=True, slots=True)
class Look:
    """size: EMU."""

    size: int = _TEN_POINTS * _HALF_POINT
    bold: bool = False
    italic: bool = False

    def under(self, properties: str) -> Look:
        """The look with what run properties say otherwise."""
        size = _SIZE.search(properties)
        return Look(
            int(size.group(1)) * _HALF_POINT if size else self.size,
            _switched("b", properties, self.bold),
            _switched("i", properties, self.italic),
        )


@dataclass(frozen=True, slots=True)
class Looks:
    """Styles of a template by id. sides: the margins of the cells of one table, left and right, in twips."""

    styles: Mapping[str, str]
    usual: Look
    sides: tuple[int, int] = (_WORDS_OWN, _WORDS_OWN)

    def of_table(self, table: str) -> Looks:
        """Those for the cells of a table."""
        named = _TABLE_STYLE.search(table)
        head = table.partition("<w:tblGrid")[0]
        sides = self.sides
        for source in [*self._chain(named.group(1) if named else "TableNormal"), head]:
            sides = _sides("tblCellMar", source, sides)
        return replace(self, sides=sides)

    def margins(self, cell: str) -> int:
        """What the margins take of a cell's width, in twips."""
        return sum(_sides("tcMar", cell.partition("</w:tcPr>")[0], self.sides))

    def runs(self, cell: str) -> Iterator[tuple[str, Look]]:
        """The texts of a cell, each with its look."""
        for paragraph in _PARAGRAPH.split(cell)[1:]:
            style = _PARAGRAPH_STYLE.search(paragraph)
            look = self._look(style.group(1) if style else "Normal")
            for run in _RUN.finditer(paragraph):
                own = _PROPERTIES.search(run.group(1))
                text = "".join(_TEXT.findall(run.group(1)))
                yield text, look.under(own.group(1)) if own else look

    def _look(self, style: str) -> Look:
        look = self.usual
        for source in self._chain(style):
            own = _PROPERTIES.search(source)
            look = look.under(own.group(1)) if own else look
        return look

    def _chain(self, style: str) -> list[str]:
        """The text of a style after those that it is based on."""
        found: list[str] = []
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            found.insert(0, self.styles[style])
            below = _BASED_ON.search(self.styles[style])
            style = below.group(1) if below else ""
        return found


@lru_cache(maxsize=8)
def looks_of(styles: str) -> Looks:
    """The looks of word/styles.xml."""
    defaults = _DEFAULTS.search(styles)
    usual = Look().under(defaults.group(1)) if defaults else Look()
    return Looks(dict(_STYLE.findall(styles)), usual)


def _switched(name: str, properties: str, otherwise: bool) -> bool:
    found = _SWITCH[name].search(properties)
    return otherwise if found is None else found.group(1) not in _OFF


def _sides(place: str, source: str, otherwise: tuple[int, int]) -> tuple[int, int]:
    left, right = (pattern.search(source) for pattern in _SIDES[place])
    return (
        int(left.group(1)) if left else otherwise[0],
        int(right.group(1)) if right else otherwise[1],
    )
