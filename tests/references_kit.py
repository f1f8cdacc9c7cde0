"""Templates with names and references, built from noi-dung.md and rendered. For the tests of references."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from typing import Any

from baocao.builder import build_template
from baocao.formats import load_format
from baocao.render import Parts, render
from baocao.template import LayerSource, Template
from baocao.template.compiler import compile_template
from baocao.vietnamese.filters import FILTERS
from small_docx import W, words

FMT = load_format("nd30-2020")
FORMS = ("I.", "1.", "a)")
_KNOWN: Mapping[str, Any] = {"vb": {"trich_yeu": ["x"]}, "dv": {"ten": "UBND"}}


def built(text: str, forms: Sequence[str] = FORMS) -> bytes:
    """The mau.docx of a noi-dung.md."""
    return build_template(text, forms, FMT)


def compiled(*layers: bytes) -> Template:
    """Layers, most specific first, as one template."""
    sources = [LayerSource(f"mau-{at}.docx", f"goi{at}", data) for at, data in enumerate(layers)]
    return compile_template(sources, FILTERS)


def rendered(*layers: bytes, draft: bool = False, **context: Any) -> Parts:
    """Layers, most specific first, with figures."""
    return render(compiled(*layers), {**_KNOWN, **context}, draft=draft)


def report(text: str, forms: Sequence[str] = FORMS, *, draft: bool = False, **context: Any) -> Parts:
    """A noi-dung.md, built and rendered."""
    return rendered(built(text, forms), draft=draft, **context)


def lines(parts: Parts, part: str = "word/document.xml") -> list[str]:
    """The words of each paragraph that has any, without the numbers that Word puts in front."""
    found = map(words, ET.fromstring(parts.contents[part]).iter(f"{W}p"))
    return [line.replace("\u00a0", " ") for line in found if line]


def fields(parts: Parts, part: str = "word/document.xml") -> list[tuple[str, str]]:
    """Instruction and result of each field that has no other inside."""
    text = parts.text(part)
    found = re.findall(
        r'<w:instrText[^>]*>([^<]*)</w:instrText>((?:(?!instrText|"end").)*)<w:fldChar w:fldCharType="end"',
        text,
        re.DOTALL,
    )
    return [(code.strip(), "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", result))) for code, result in found]
