"""What a tree of values says, as bytes: the same for the same values, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.source.raw import RawValue


def canonical(raw: RawValue) -> bytes:
    """Values with their literals and names, in their order, without places."""
    return "\x1f".join(_parts(raw)).encode("utf-8", "surrogatepass")


def _parts(raw: RawValue) -> Iterator[str]:
    value = raw.value
    if isinstance(value, dict):
        yield "{"
        for name, item in value.items():
            yield name
            yield from _parts(item)
        yield "}"
    elif isinstance(value, tuple):
        yield "["
        for item in value:
            yield from _parts(item)
        yield "]"
    else:
        yield f"{raw.literal.value}{'*' if raw.from_1904 else ''}{'+' if raw.written else ''}"
        yield value or ""
