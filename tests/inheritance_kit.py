"""The yearly report with the sample of Tân Hồng: compiled from any layers, rendered, read line by line."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from functools import cache
from typing import Any, NamedTuple

from baocao.derive.figures import compute
from baocao.model.validate import validate
from baocao.packs.pack import Pack
from baocao.produce import choose_pack, context_of, open_source
from baocao.render import render, to_bytes
from baocao.template import LayerSource, Template
from baocao.template.compiler import compile_template
from baocao.template.sources import FragmentFiles
from baocao.vietnamese.filters import FILTERS
from outside_tools import ROOT
from small_docx import W, read_part, words


@cache
def sample() -> tuple[Pack, dict[str, Any]]:
    """The pack, and the context of the sample."""
    raw = open_source(ROOT / "samples" / "tan-hong" / "2023.yaml")
    pack = choose_pack(raw, str(ROOT / "templates" / "cchc-nam"))
    record, _ = validate(raw, pack, draft=False)
    assert record is not None
    return pack, context_of(pack, compute(record, pack))


def built_in() -> bytes:
    """The pack's own mau.docx."""
    return (ROOT / "templates" / "cchc-nam" / "mau.docx").read_bytes()


def compiled_over(*layers: bytes) -> Template:
    """Layers of the pack, most specific first; the last one stands alone."""
    pack, _ = sample()
    sources = [LayerSource(f"lop-{number}.docx", pack.id, data) for number, data in enumerate(layers)]
    return compile_template(sources, FILTERS, FragmentFiles(pack.fragments))


def report(*layers: bytes) -> bytes:
    """The sample's report with these layers."""
    return to_bytes(render(compiled_over(*layers), sample()[1]))


class Line(NamedTuple):
    """A paragraph as the reader meets it. sign: of its list ("bullet -"); notes: their texts."""

    text: str
    style: str
    sign: str
    notes: tuple[str, ...]


def lines(data: bytes) -> list[Line]:
    """The paragraphs of a report; a note stands with its text, whatever its number."""
    notes = {
        item.get(W + "id"): " / ".join(words(part).strip() for part in item.iter(W + "p"))
        for item in ET.fromstring(read_part(data, "word/footnotes.xml")).iter(W + "footnote")
    }
    looks = _Looks(data)
    return [looks.line(item, notes) for item in ET.fromstring(read_part(data)).iter(W + "p")]


def note_numbers(data: bytes) -> list[str]:
    """The numbers of the notes as they are met."""
    return re.findall(r'<w:footnoteReference w:id="(\d+)"', read_part(data))


class _Looks:
    def __init__(self, data: bytes) -> None:
        styles = ET.fromstring(read_part(data, "word/styles.xml"))
        self._styles = {item.get(W + "styleId"): item for item in styles.iter(W + "style")}
        self._lists = ET.fromstring(read_part(data, "word/numbering.xml"))

    def line(self, paragraph: ET.Element, notes: dict[str | None, str]) -> Line:
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        references = [item.get(W + "id") for item in paragraph.iter(W + "footnoteReference")]
        text = re.sub(r"\[\d+\]", "", words(paragraph))
        numbered = paragraph.find(f"{W}pPr/{W}numPr")
        sign = self._sign(numbered) if numbered is not None else self._sign_of_style(style)
        return Line(text, self._name(style), sign, tuple(notes[item] for item in references))

    def _name(self, ident: str) -> str:
        style = self._styles.get(ident)
        return "" if style is None else _value(style.find(f"{W}name")).lower()

    def _sign_of_style(self, ident: str) -> str:
        while (style := self._styles.get(ident)) is not None:
            numbered = style.find(f"{W}pPr/{W}numPr")
            if numbered is not None:
                return self._sign(numbered, ident)
            ident = _value(style.find(f"{W}basedOn"))
        return ""

    def _sign(self, numbered: ET.Element, style: str = "") -> str:
        number, level = _value(numbered.find(f"{W}numId")), _value(numbered.find(f"{W}ilvl")) or "0"
        (instance,) = [item for item in self._lists.iter(W + "num") if item.get(W + "numId") == number]
        abstract = _value(instance.find(f"{W}abstractNumId"))
        (definition,) = [
            item for item in self._lists.iter(W + "abstractNum") if item.get(W + "abstractNumId") == abstract
        ]
        for item in definition.iter(W + "lvl"):
            if item.get(W + "ilvl") == level or (style and _value(item.find(f"{W}pStyle")) == style):
                form = _value(item.find(f"{W}numFmt"))
                return f"{form} {_value(item.find(f'{W}lvlText'))}"
        return ""


def _value(element: ET.Element | None) -> str:
    return "" if element is None else element.get(W + "val", "")
