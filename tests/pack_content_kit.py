"""The text of the built-in pack over any figures."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from baocao.authoring.template import passages_of
from baocao.builder.build import build_template
from baocao.formats import load_format
from baocao.ooxml.metrics import rule_functions
from baocao.packs.finder import find_pack
from baocao.packs.pack import Pack
from baocao.template import LayerSource, Template, load_template
from baocao.template.sources import FragmentFiles
from baocao.vietnamese.filters import FILTERS

ROOT = Path(__file__).resolve().parents[1]
PACK = ROOT / "templates" / "cchc-nam"
CONTENT = PACK / "noi-dung.md"


@cache
def built_in() -> tuple[Pack, Template, dict[str, Any]]:
    """The pack, its template, and the lengths of the drawn rules."""
    pack = find_pack("cchc-nam")
    fmt = load_format(pack.manifest.format_profile)
    data = build_template(
        CONTENT.read_text(encoding="utf-8"),
        pack.manifest.headings,
        fmt,
        passages=passages_of(CONTENT.parent),
    )
    layers = [LayerSource("mau.docx", pack.id, data)]
    return pack, load_template(layers, FILTERS, FragmentFiles(pack.fragments)), rule_functions(fmt)
