"""What a copied template prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from authoring_kit import (
    BUILTIN,
    PACK,
)

import baocao
from baocao.authoring.chain import read_sheet
from baocao.template import LayerSource

WHOLE = LayerSource(str(BUILTIN / "mau.docx"), PACK, (BUILTIN / "mau.docx").read_bytes())
OUTLINE = read_sheet(WHOLE).outline
BLOCKS = list(OUTLINE.spans)
DATA = "2025.yaml"


def report(folder: Path, data: str = DATA) -> bytes:
    made = baocao.make_report(folder / data, draft=True)
    assert made.data is not None, made.findings
    return made.data


def codes(call: pytest.ExceptionInfo[baocao.BaocaoError]) -> list[str]:
    return [item.code for item in call.value.findings]
