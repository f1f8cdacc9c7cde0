"""What a tree of values says, as bytes: the same for the same values, wherever they stand."""

from __future__ import annotations

from baocao.source.raw import RawValue


def canonical(raw: RawValue) -> bytes:
    """Values with their literals and names, in their order, without places."""
    parts: list[str] = []
    _add(raw, parts)
    return "\x1f".join(parts).encode("utf-8", "surrogatepass")


def _add(raw: RawValue, parts: list[str]) -> None:
    value = raw.value
    if isinstance(value, dict):
        parts.append("{")
        for name, item in value.items():
            parts.append(name)
            _add(item, parts)
        parts.append("}")
    elif isinstance(value, tuple):
        parts.append("[")
        for item in value:
            _add(item, parts)
        parts.append("]")
    else:
        marks = f"{'*' if raw.from_1904 else ''}{'+' if raw.written else ''}"
        parts += (raw.literal, marks, value or "") if marks else (raw.literal, value or "")
