"""A table of contents as Word writes it: its styles, and the field in which its entries will stand.

ECMA-376 part 1, 17.16.5.68 (TOC), 17.5.2 (`w:sdt`, `w:docPartObj`); NOTES.md of the room `render`.
"""

from __future__ import annotations

from baocao.formats import Format
from baocao.ooxml.fields import field_end, field_start
from baocao.ooxml.paragraphs import styled_paragraph
from baocao.ooxml.xml import text_runs

DEEPEST = 3
"""Levels of headings that a table of contents of ours may show."""
TITLE_STYLE, ENTRY_STYLE = "TOCHeading", "TOC{}".format
_INDENT = 284
"""Twips (5 mm) that the entries of each level stand further in. There is no indent on the right: LibreOffice
does not paint a page number that a tab carries beyond it.
"""
_HANGING = 284


def contents_styles(fmt: Format) -> str:
    """The styles of a table of contents: its title, and an entry of each level with dots up to the page."""
    size = fmt.component("ThanBai").size.chosen.half_points
    letters = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    title = (
        f'<w:style w:type="paragraph" w:styleId="{TITLE_STYLE}"><w:name w:val="TOC Heading"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="120"/>'
        f'<w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:bCs/>{letters}</w:rPr></w:style>'
    )
    return title + "".join(_entry_style(fmt, level, letters) for level in range(1, DEEPEST + 1))


def _entry_style(fmt: Format, level: int, letters: str) -> str:
    left = _INDENT * (level - 1) + _HANGING
    return (
        f'<w:style w:type="paragraph" w:styleId="{ENTRY_STYLE(level)}"><w:name w:val="toc {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:pPr>'
        f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{fmt.page.text_width.twips}"/></w:tabs>'
        f'<w:spacing w:before="60" w:after="60"/><w:ind w:left="{left}" '
        f'w:hanging="{_HANGING}"/></w:pPr><w:rPr>{letters}</w:rPr></w:style>'
    )


def contents_xml(title: str, depth: int, *, own_page: bool) -> str:
    """The table without entries, which the last step of a render writes.

    title: its words, with tags; "" for none. depth: levels of headings. own_page: it begins a page, and so
    does what follows.
    """
    breaks = "<w:pageBreakBefore/>" if own_page else ""
    head = styled_paragraph(TITLE_STYLE, text_runs(title), breaks) if title else ""
    after = '<w:r><w:br w:type="page"/></w:r>' if own_page else ""
    signs = field_start(f'TOC \\o "1-{depth}" \\h \\z \\u')
    first = styled_paragraph(ENTRY_STYLE(1), signs, "" if title else breaks)
    last = f"<w:p>{field_end()}{after}</w:p>"
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{head}{first}{last}</w:sdtContent></w:sdt>"
    )
