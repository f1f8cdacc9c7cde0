"""The other documents opened and saved by LibreOffice: as .docx, by way of .odt, by way of .doc."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from conformance.corpus_kit import Construction
from outside_tools import resaved

_WAYS = {"docx": "lưu lại .docx", "odt": "qua .odt", "doc": "qua .doc của Word 97"}
# LibreOffice moves a frame's rule, and prints the number of page one before a nested table.
_SPOILT = ("tay/khung-vml", "tay/long-bang")
_ODT = ("tay/bang-hinh-ve", "tay/bang-gach-duoi", "tay/mot-hang", "nha/rieng", "tay/mau-1.4-vien")
_DOC = ("tay/bang-gach-duoi", "tay/qd-tab", "nha/phuong")
_WRONGED = {
    "libreoffice/docx/tay-bang-hinh-ve",
    "libreoffice/docx/tay-tab-vml",
    "libreoffice/docx/tay-hop-gach-duoi",
    "libreoffice/docx/nha-phuong",
    "libreoffice/docx/pandoc-to-trinh",
    "libreoffice/odt/tay-bang-gach-duoi",
    "libreoffice/odt/tay-mot-hang",
    "libreoffice/doc/tay-qd-tab",
}
"""Those in which faults are made too: one of each kind."""


def constructions(others: Iterable[Construction], folder: Path) -> list[Construction]:
    """Every construction saved again as .docx, some by way of older forms."""
    known = {one.name: one for one in others if one.name not in _SPOILT}
    found = []
    for way, words in _WAYS.items():
        names = {"docx": tuple(known), "odt": _ODT, "doc": _DOC}[way]
        room = folder / way
        room.mkdir(parents=True, exist_ok=True)
        files = {name.replace("/", "_"): known[name].build() for name in names}
        for name, data in zip(names, resaved(files, room, way).values(), strict=True):
            old = known[name]
            made = f"libreoffice/{way}/{name.replace('/', '-')}"
            traits = (*old.traits, f"LibreOffice: {words}")
            needs = (*old.needs, "libreoffice")
            new = replace(old, name=made, family="libreoffice", build=lambda data=data: data, traits=traits)
            found.append(replace(new, needs=needs, sound_only=made not in _WRONGED))
    return found
