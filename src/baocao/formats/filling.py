"""Numbers and names of the format in the words of its rules: "cỡ chữ {thanh_phan.quoc_hieu.co.khoang}".

So a rule says what the format in effect says. A place names an entry of the format's file, or with `tham_so`
one of the rule's own; for an entry with `chon`, `tu`, `den`, or a list of lowest and highest, it may end in
`khoang` ("13 đến 14"), `phan` ("1/3 đến 1/2") or `ngoai` (an example of what is too much).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from baocao.formats.rules import RuleText

_PLACE = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)+)\}")
_TEXTS = ("name", "why", "mend", "right", "wrong")
_TOO_MUCH = 2
_FINEST = 20
"""The greatest denominator of a share in words."""


def filled(rules: Mapping[str, RuleText], data: Mapping[str, Any]) -> dict[str, RuleText]:
    """The rules with their places filled from entries of a format. Raises `KeyError` for an unknown one."""
    return {ident: _filled(rule, data) for ident, rule in rules.items()}


def unknown_places(rule: RuleText, data: Mapping[str, Any]) -> Iterator[str]:
    """The places in the words of a rule that name no entry."""
    for name in _TEXTS:
        for found in _PLACE.finditer(getattr(rule, name)):
            try:
                _words(found[1], rule, data)
            except (KeyError, TypeError):
                yield found[0]


def _filled(rule: RuleText, data: Mapping[str, Any]) -> RuleText:
    if not any("{" in getattr(rule, name) for name in _TEXTS):
        return rule
    made: dict[str, Any] = {
        name: _PLACE.sub(lambda found: _words(found[1], rule, data), getattr(rule, name)) for name in _TEXTS
    }
    return replace(rule, **made)


def _words(path: str, rule: RuleText, data: Mapping[str, Any]) -> str:
    """What stands at a path, in words. Raises `KeyError` or `TypeError` when nothing does."""
    *names, last = path.split(".")
    entry: Any = {**data, "tham_so": rule.parameters}
    for name in names:
        entry = entry[name]
    if last in ("khoang", "phan", "ngoai"):
        low, high = _limits(entry)
        if last == "ngoai":
            return _figure((high if high is not None else entry["chon"]) + _TOO_MUCH)
        return _range(low, high, _share if last == "phan" else _figure)
    value = entry[last]
    if isinstance(value, Mapping | list | tuple):
        raise KeyError(path)
    return _figure(value) if isinstance(value, int | float) else str(value)


def _limits(entry: Any) -> tuple[float | None, float | None]:
    if isinstance(entry, Mapping):
        chosen = entry["chon"]
        free = "tu" not in entry and "den" not in entry
        return (chosen, chosen) if free else (entry.get("tu"), entry.get("den"))
    low, high = entry
    return low, high


def _range(low: float | None, high: float | None, words: Any) -> str:
    if low is None or high is None:
        return f"ít nhất {words(low)}" if high is None else f"không quá {words(high)}"
    return str(words(low)) if low == high else f"{words(low)} đến {words(high)}"


def _share(value: float) -> str:
    return str(Fraction(value).limit_denominator(_FINEST))


def _figure(value: float) -> str:
    return f"{value:g}".replace(".", ",")
