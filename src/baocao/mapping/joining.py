"""What is typed in a data file and what its workbook gives, put together; nothing is given twice."""

from __future__ import annotations

from collections.abc import Mapping

from baocao.errors import Finding, finding
from baocao.source.raw import Literal, RawValue

_FIGURE = ("gia_tri", "cong_bo")
"""The entries of a long form that hold the figure itself."""


def joined(typed: RawValue | None, mapped: RawValue, findings: list[Finding]) -> RawValue:
    """`so_lieu` as typed, filled up from the workbook. A value that both give is a finding; the typed one
    stays. A long form without a number ("so_le: 0") takes the workbook's number.
    """
    if typed is None or typed.blank:
        return mapped
    return _joined(typed, mapped, "", findings)


def _joined(typed: RawValue, mapped: RawValue, path: str, findings: list[Finding]) -> RawValue:
    if typed.blank:
        return mapped
    if _groups(typed, mapped):
        made = dict(_spread(typed))
        for name, item in mapped.children.items():
            full = f"{path}.{name}" if path else name
            made[name] = _joined(made[name], item, full, findings) if name in made else item
        return RawValue(made, typed.where, Literal.MAP)
    if mapped.blank:
        return typed
    if typed.literal is Literal.MAP and not any(name in typed.children for name in _FIGURE):
        return RawValue({_FIGURE[0]: mapped, **typed.children}, typed.where, Literal.MAP)
    place = _first_leaf(mapped).where
    findings.append(
        finding("o-va-so-lieu", typed.where.named(path), o=f"{place.sheet}!{place.cell}", tep=place.file)
    )
    return typed


def _spread(raw: RawValue) -> Mapping[str, RawValue]:
    """The entries of a mapping with dotted names taken apart, as far as they do not meet others."""
    made: dict[str, RawValue] = {}
    for name, child in raw.children.items():
        first, dot, rest = name.partition(".")
        whole = RawValue({rest: child}, child.where, Literal.MAP) if dot else child
        known = made.get(first)
        if known is None:
            made[first] = whole
        elif _groups(known, whole) and not known.children.keys() & whole.children.keys():
            made[first] = RawValue({**known.children, **whole.children}, known.where, Literal.MAP)
        else:
            made[name] = child
    return made


def _groups(*items: RawValue) -> bool:
    return all(item.literal is Literal.MAP for item in items)


def _first_leaf(raw: RawValue) -> RawValue:
    while inner := (*raw.children.values(), *raw.items):
        raw = inner[0]
    return raw
