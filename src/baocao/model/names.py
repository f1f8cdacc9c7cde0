"""Names as clerks type them: with marks, capitals, spaces, or slightly wrong."""

from __future__ import annotations

from collections.abc import Iterable

from baocao.vietnamese.text import nearest, slug


def as_name(typed: str) -> str:
    """The name a clerk may have meant: "Tiếp nhận" is "tiep_nhan"."""
    return slug(typed).replace("-", "_")


def guess(typed: str, known: Iterable[str]) -> str:
    """A sentence that asks whether the nearest known name was meant, with a space in front; or nothing."""
    names = tuple(known)
    plain = as_name(typed)
    near = plain if plain in names else nearest(typed, names)
    return f" Có phải «{near}» không?" if near else ""
