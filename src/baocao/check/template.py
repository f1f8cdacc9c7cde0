"""A template's own faults that stay in every report made from it, so that Word refuses the report."""

from __future__ import annotations

from baocao.check.opens import check_opens
from baocao.errors import Finding, finding
from baocao.ooxml.names import part_label

STAYING = frozenset(
    [
        "phan-hong",
        "o-khong-co-doan",
        "hang-khong-co-o",
        "bang-khong-co-hang",
        "phan-sai-noi",
        "chu-ngoai-doan",
        "lien-ket-mat",
        "chu-thich-danh-sach-la",
    ]
)
"""Codes of `check_opens`. The other faults go while the report is made: notes are numbered and counted anew,
their part, type and separators made, drawings numbered; what Word refuses of notes the compiler refuses.
"""


def lasting_faults(data: bytes, file: str) -> dict[str, tuple[Finding, ...]]:
    """The faults of a Word template that its reports would have too, by the code of `check_opens`.

    file: its name, for the findings, which are about the template. Empty for what is no Word file.
    """
    found: dict[str, tuple[Finding, ...]] = {}
    for item in check_opens(data, file):
        if item.code in STAYING:
            found[item.code] = (*found.get(item.code, ()), _of_template(item))
    return found


def _of_template(item: Finding) -> Finding:
    """What is wrong with a Word file, as a fault of the template."""
    words = item.text[0].lower() + item.text[1:].rstrip(".")
    where = item.where.but(part=part_label(item.where.part))
    return finding("mau-hong-san", where, loi=words)
