"""word/styles.xml, word/fontTable.xml: every style from the format's data, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from baocao.formats import Align, Component, Format, HeadingForm, Length
from baocao.ooxml.numbering import DASH_LIST, HEADING_LIST, PLUS_LIST, HeadingLevel, heading_levels
from baocao.ooxml.xml import DECLARATION, NAMESPACES, escape

_BULLETS = {"GachDau": DASH_LIST, "GachCong": PLUS_LIST}
_BUILT_IN = frozenset({"Header", "FootnoteText"})
_NEXT = {"QuocHieu": "TieuNgu", "TenLoai": "TrichYeu", "NoiNhanTu": "NoiNhanMuc", "KinhGui": "KinhGuiMuc"}
_BODY = "ThanBai"
_GRID_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
_NONE = Length(0)
CELL_MARGIN = 85  # twips, 1.5 mm: keeps figures off the grid
_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
    'w:defQFormat="0" w:count="376"/>'
)


def styles_xml(fmt: Format, forms: Sequence[str], more: str = "") -> str:
    """The part word/styles.xml for a pack whose headings are numbered in `forms`, outermost first.

    more: styles that not every template has.
    """
    levels = heading_levels(fmt, forms)
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}>{_defaults(fmt)}{_LATENT}{_fixed()}"
        + "".join(map(_component, fmt.components.values()))
        + "".join(_heading(fmt, level) for level in levels)
        + more
        + "</w:styles>"
    )


def font_table_xml(fmt: Format) -> str:
    """The part word/fontTable.xml: the one font, described so that a machine without it picks a serif."""
    return (
        f'{DECLARATION}<w:fonts {NAMESPACES}><w:font w:name="{escape(fmt.font)}">'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _defaults(fmt: Format) -> str:
    font = escape(fmt.font)
    size = fmt.component(_BODY).size.chosen.half_points
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        f'<w:color w:val="{fmt.color}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{fmt.language}" w:eastAsia="{fmt.language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )


def _fixed() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f"<w:{side} {_GRID_LINE}/>" for side in sides)
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:uiPriority w:val="99"/>{_table_look("", 108)}</w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="BangLuoi"><w:name w:val="Bảng lưới"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"{_table_look(f'<w:tblBorders>{borders}</w:tblBorders>', CELL_MARGIN)}</w:style>"
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )


def _table_look(borders: str, margin: int) -> str:
    return (
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        f'<w:left w:w="{margin}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )


def _component(item: Component) -> str:
    number = f'<w:numPr><w:numId w:val="{_BULLETS[item.style]}"/></w:numPr>' if item.style in _BULLETS else ""
    note = item.style == "FootnoteText"
    paragraph = _paragraph(
        item.align,
        number=number,
        keep_next=item.keep_next,
        spacing=(item.before, item.after, item.line),
        indent=item.indent,
        first_line=item.first_line,
    )
    own = _style(
        item.style,
        item.name,
        paragraph,
        _letters(item.size.chosen, item.bold, item.italic),
        built_in=item.style in _BUILT_IN,
        link="FootnoteTextChar" if note else "",
    )
    return own + (_note_letters(item) if note else "")


def _note_letters(item: Component) -> str:
    return (
        '<w:style w:type="character" w:customStyle="1" w:styleId="FootnoteTextChar">'
        '<w:name w:val="Footnote Text Char"/><w:basedOn w:val="DefaultParagraphFont"/>'
        '<w:link w:val="FootnoteText"/>'
        f"<w:rPr>{_letters(item.size.chosen, item.bold, item.italic)}</w:rPr></w:style>"
    )


def _heading(fmt: Format, level: HeadingLevel) -> str:
    look: HeadingForm = fmt.headings[level.form]
    body = fmt.component(_BODY)
    depth = f'<w:ilvl w:val="{level.level - 1}"/>' if level.level > 1 else ""
    paragraph = _paragraph(
        look.align,
        number=f'<w:numPr>{depth}<w:numId w:val="{HEADING_LIST}"/></w:numPr>' if level.counted else "",
        keep_next=True,
        spacing=(body.before, body.after, body.line),
        first_line=fmt.first_line.chosen if look.indented else Length(0),
        outline=level.level,
    )
    return _style(
        f"Heading{level.level}",
        f"heading {level.level}",
        paragraph,
        _letters(body.size.chosen, look.bold, False),
        built_in=True,
        following=_BODY,
    )


def _style(
    style: str,
    name: str,
    paragraph: str,
    letters: str,
    *,
    built_in: bool,
    link: str = "",
    following: str = "",
) -> str:
    custom = "" if built_in else ' w:customStyle="1"'
    after = following or _NEXT.get(style, "")
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style}"><w:name w:val="{escape(name)}"/>'
        '<w:basedOn w:val="Normal"/>'
        + (f'<w:next w:val="{after}"/>' if after else "")
        + (f'<w:link w:val="{link}"/>' if link else "")
        + f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _paragraph(
    align: Align,
    *,
    spacing: tuple[Length, Length, float],
    number: str = "",
    keep_next: bool = False,
    indent: Length = _NONE,
    first_line: Length = _NONE,
    outline: int = 0,
) -> str:
    """The content of `w:pPr`, in the order of the schema. outline: level from 1, 0 for none."""
    before, after, lines = spacing
    return (
        ("<w:keepNext/>" if keep_next else "")
        + number
        + f'<w:spacing w:before="{before.twips}" w:after="{after.twips}" w:line="{round(240 * lines)}" '
        f'w:lineRule="auto"/><w:ind w:left="{indent.twips}" w:firstLine="{first_line.twips}"/>'
        f'<w:jc w:val="{align}"/>' + (f'<w:outlineLvl w:val="{outline - 1}"/>' if outline else "")
    )


def _letters(size: Length, bold: bool, italic: bool) -> str:
    """The content of `w:rPr`, in the order of the schema."""
    return (
        ("<w:b/><w:bCs/>" if bold else "")
        + ("<w:i/><w:iCs/>" if italic else "")
        + f'<w:sz w:val="{size.half_points}"/><w:szCs w:val="{size.half_points}"/>'
    )
