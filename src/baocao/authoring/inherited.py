"""What a new unit profile takes from the units above it: shown in comments, so that it goes on applying."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from baocao.authoring.profile import scalar
from baocao.errors import Where
from baocao.intake.profile import read_profiles
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.model.faults import Faults
from baocao.model.profile import SHARED, Chosen, profile_of
from baocao.packs.pack import Pack

_OWN = ("dong_ten", "dia_danh", "nguoi_ky")
"""Entries that are each unit's own, whatever stands above."""

_STYLE = "phong_cach"
_USUAL = re.compile(r"^(luu: )", re.MULTILINE)
_REMARK = "lấy theo cấp trên"


def given_from_above(parent: Path, day: dt.date, pack: Pack) -> Mapping[str, RawValue]:
    """What the parent's profile, and those above it, give on a day to a unit with an empty profile.

    Entries that differ by kind of report are those of the pack. Empty when the profile cannot be read.
    """
    above = read_profiles(None, Path(), parent)
    empty = RawValue({}, Where(str(parent)), Literal.MAP)
    raw = RawRecord("", empty, empty, parents=(above.unit, *above.parents))
    profile = profile_of(raw, day, pack.id, Faults())
    if profile is None:
        return {}
    entries = {name: _of_kind(name, item) for name, item in profile.entries.items() if name not in _OWN}
    return entries | {name: _table(items) for name, items in profile.shared.items() if items}


def inherit(text: str, given: Mapping[str, RawValue], own: Collection[str] = ()) -> str:
    """A profile with the entries that are given from above as comments, each with the value it has there.

    own: entries that stay as they are. An entry with a usual value gives way too, so that a value which the
    unit above sets later applies.
    """
    text = _USUAL.sub(r"# \1", text)
    for name, raw in given.items():
        if name == _STYLE:
            text = _with_style(text, raw)
        elif name not in own:
            text = _with_entry(text, name, raw)
    return text


def _of_kind(name: str, item: Chosen) -> RawValue:
    """The value in effect, under the kind of report it was chosen by."""
    kind = item.key.rpartition(f"{name}.")[2] if f"{name}." in item.key and name not in SHARED else ""
    return RawValue({kind: item.raw}, item.raw.where, Literal.MAP) if kind else item.raw


def _table(items: Mapping[str, Chosen]) -> RawValue:
    values = {name: item.raw for name, item in items.items()}
    return RawValue(values, next(iter(values.values())).where, Literal.MAP)


def _with_entry(text: str, name: str, raw: RawValue) -> str:
    """The first entry of that name, in use or commented, with the lines that belong to it, replaced."""
    entry = re.compile(rf"^(?:{name}:.*(?:\n  .*)*|# {name}:.*(?:\n#  .*)*)", re.MULTILINE)
    first, *rest = _lines(name, raw)
    shown = "\n".join(f"# {line}" for line in (f"{first}    # {_REMARK}", *rest))
    return entry.sub(lambda _: shown, text, count=1)


def _with_style(text: str, raw: RawValue) -> str:
    """Each commented example of the style with the value that is in effect."""
    for name, item in raw.children.items():
        example = re.search(rf"^#   {name}: ([^#\n]*# )", text, re.MULTILINE)
        if example:
            shown = f"{_flow(item)}    # {_REMARK}; "
            text = text[: example.start(1)] + shown + text[example.end(1) :]
    return text


def _lines(name: str, raw: RawValue) -> Iterator[str]:
    """An entry as it is typed in YAML."""
    if raw.blank or not (raw.children or raw.items):
        yield f"{name}: {_flow(raw)}"
        return
    yield f"{name}:"
    yield from (f"  - {_flow(item)}" for item in raw.items)
    for key, item in raw.children.items():
        yield from (f"  {line}" for line in _lines(key, item))


def _flow(raw: RawValue) -> str:
    """A value on one line."""
    if raw.literal is Literal.MAP:
        return f"{{{', '.join(f'{key}: {_flow(item)}' for key, item in raw.children.items())}}}"
    if raw.literal is Literal.LIST:
        return f"[{', '.join(map(_flow, raw.items))}]"
    return scalar(raw.text) if raw.literal is Literal.TEXT else raw.text
