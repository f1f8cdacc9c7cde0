"""Small pieces that templates are written with: tag paragraphs, text paragraphs, drawn rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from baocao.formats import Format, Length
from baocao.ooxml.bookmarks import TEMPLATE_IDS
from baocao.ooxml.charts.drawing import ChartParts
from baocao.ooxml.inlines import parse_inlines
from baocao.ooxml.paragraphs import runs_xml, styled_paragraph
from baocao.ooxml.shapes import rule_xml
from baocao.ooxml.xml import text_runs

_GREY = '<w:color w:val="808080"/>'
TAG_LOOK = _GREY + '<w:sz w:val="18"/><w:szCs w:val="18"/>'
"""Small and grey: in Word one sees at once what is a command. The paragraph is never printed."""


REPORT_NUMBER = "{% if vb.so %}{{ vb.so }}{% else %}" + "\u00a0" * 6 + "{% endif %}"
REPORT_DATE = "{% if vb.ngay %}ngày {{ vb.ngay | ngay_dai }}{% else %}ngày … tháng … năm …{% endif %}"


@dataclass(frozen=True, slots=True)
class Kit:
    """What a component is written with: the format, the ids of drawings and bookmarks in the document, and
    the parts of the charts written so far.
    """

    fmt: Format
    ids: count[int] = field(default_factory=lambda: count(1))
    bookmarks: Iterator[int] = field(default_factory=lambda: iter(TEMPLATE_IDS))
    turned: list[bool] = field(default_factory=list)
    """The sections that are open, each whether it is landscape."""
    charts: list[ChartParts] = field(default_factory=list)

    def rule(self, expression: str, sample: Length) -> str:
        """A paragraph with a drawn rule. expression: its length in EMU; sample: before rendering.

        The expression stands in the rule's description, and once more as a comment: LibreOffice keeps no
        descriptions.
        """
        rule = rule_xml(sample, next(self.ids), f"ke: {expression}", stroke=self.fmt.rules.stroke.chosen)
        return styled_paragraph("Ke", rule + text_runs(f"{{# ke: {expression} #}}", _GREY))


def tag(statement: str) -> str:
    """A paragraph that holds one statement: `block noi_nhan` gives `{%p block noi_nhan %}`."""
    return tag_paragraph(f"{{%p {statement} %}}")


def tag_paragraph(source: str) -> str:
    """A paragraph that holds nothing but a tag, as one run."""
    return f"<w:p>{text_runs(source, TAG_LOOK)}</w:p>"


def text(style: str, source: str) -> str:
    """A paragraph of a style; `source` may hold inline marks and tags."""
    return styled_paragraph(style, runs_xml(parse_inlines(source, template=True)))


def block(name: str, *content: str) -> str:
    """Paragraphs that a unit's own template may replace by name."""
    return "".join((tag(f"block {name}"), *content, tag("endblock")))


def loop(name: str, values: str, *content: str) -> str:
    """Paragraphs repeated for each of `values`, called `name`."""
    return "".join((tag(f"for {name} in {values}"), *content, tag("endfor")))
