"""word/numbering.xml: heading levels in the forms a pack asks for, and the two bullets. See NOTES.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from baocao.formats import Format, Length
from baocao.ooxml.xml import DECLARATION, NAMESPACES, escape
from baocao.vietnamese.text import NBSP

HEADING_LIST, DASH_LIST, PLUS_LIST = 1, 2, 3
"""`w:numId` of the headings, of style GachDau and of style GachCong."""

_FORMATS = {
    "Phần I": "upperRoman",
    "Phần thứ nhất": "decimal",
    "A.": "upperLetter",
    "A-": "upperLetter",
    "I.": "upperRoman",
    "I-": "upperRoman",
    "1.": "decimal",
    "1/": "decimal",
    "1.1.": "decimal",
    "a)": "decimal",
}
_TEXTS = {
    "Phần I": f"Phần{NBSP}%{{n}}",
    "A.": "%{n}.",
    "A-": "%{n}-",
    "I.": "%{n}.",
    "I-": "%{n}-",
    "1.": "%{n}.",
    "1/": "%{n}/",
}
_UNCOUNTED = "a)"
_LITERAL = frozenset({"a)", "Phần thứ nhất"})


@dataclass(frozen=True, slots=True)
class HeadingLevel:
    """One heading level of a pack. level: from 1, as in style Heading1.

    text: Word's `w:lvlText`; "" for a level whose number is written as text. legal: a Roman or lettered
    parent shows as an Arabic number here. literal: the paragraph carries its number as text. own_line: the
    number has a line of its own, so that the title begins with a line break. counted: the paragraph belongs
    to the list, also when literal, so that lower levels start again at 1.
    """

    level: int
    form: str
    number_format: str
    text: str
    legal: bool
    literal: bool
    own_line: bool
    counted: bool


def heading_levels(fmt: Format, forms: Sequence[str]) -> tuple[HeadingLevel, ...]:
    """The heading levels numbered in `forms`, outermost first. Raises `KeyError` for a form `fmt` lacks."""
    levels: list[HeadingLevel] = []
    for number, form in enumerate(forms, 1):
        parent = levels[-1] if levels and levels[-1].counted else None
        levels.append(
            HeadingLevel(
                level=number,
                form=form,
                number_format=_FORMATS[form],
                text=_chain(number, parent)
                if form == "1.1."
                else _TEXTS.get(form, "").replace("{n}", str(number)),
                legal=form == "1.1." and parent is not None and _shows_letters(parent),
                literal=form in _LITERAL,
                own_line=fmt.headings[form].own_line,
                counted=form != _UNCOUNTED,
            )
        )
    return tuple(levels)


def _shows_letters(parent: HeadingLevel) -> bool:
    return parent.legal or parent.number_format != "decimal"


def _chain(number: int, parent: HeadingLevel | None) -> str:
    above = "" if parent is None else parent.text if parent.form == "1.1." else f"%{parent.level}."
    return f"{above}%{number}."


def numbering_xml(fmt: Format, forms: Sequence[str]) -> str:
    """The part word/numbering.xml."""
    indent = fmt.first_line.chosen
    headings = "".join(map(partial(_heading, fmt), heading_levels(fmt, forms)))
    dash = _bullet("GachDau", "-", indent, fmt.font)
    plus = _bullet("GachCong", "+", indent, fmt.font)
    lists = (
        (HEADING_LIST, "multilevel", headings),
        (DASH_LIST, "singleLevel", dash),
        (PLUS_LIST, "singleLevel", plus),
    )
    return (
        f"{DECLARATION}<w:numbering {NAMESPACES}>"
        + "".join(map(_abstract, lists))
        + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n, _, _ in lists)
        + "</w:numbering>"
    )


def _abstract(definition: tuple[int, str, str]) -> str:
    number, kind, levels = definition
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="3A30000{number}"/>'
        f'<w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'
    )


def _heading(fmt: Format, level: HeadingLevel) -> str:
    indented = fmt.headings[level.form].indented
    return _level(
        level.level - 1,
        level.number_format,
        f"Heading{level.level}" if level.counted else "",
        level.text,
        fmt.first_line.chosen if indented else Length(0),
        legal=level.legal,
        suffix="nothing" if level.own_line or not level.text else "space",
    )


def _bullet(style: str, mark: str, indent: Length, font: str) -> str:
    """A bullet in the font of the text; LibreOffice draws one without a font in a symbol font."""
    name = escape(font)
    fonts = f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'
    return _level(0, "bullet", style, mark, indent, look=f"<w:rPr>{fonts}</w:rPr>")


def _level(
    index: int,
    number_format: str,
    style: str,
    text: str,
    indent: Length,
    *,
    legal: bool = False,
    suffix: str = "space",
    look: str = "",
) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'{linked}{"<w:isLgl/>" if legal else ""}<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="{indent.twips}"/></w:pPr>'
        f"{look}</w:lvl>"
    )
