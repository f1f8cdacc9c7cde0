"""Kính gửi, Nơi nhận and the line Lưu (NĐ 30, PL I.II.9)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from baocao.errors import Where
from baocao.intake.raw import Literal, RawValue
from baocao.model.faults import Faults
from baocao.model.form import Form, one_line
from baocao.model.naming import kinds_of, level_within
from baocao.packs.pack import Manifest, Pack

AS_ABOVE = "Như trên"
"""The first recipient of a report that is addressed to somebody (PL I.II.9.b)."""

UNNAMED = "Cơ quan cấp trên trực tiếp"
"""An addressee that names nobody: of a pack that cannot know better."""

USUAL_ARCHIVE = "VT"
"""The text behind "Lưu:" when the profile has none: the office where the original is kept."""

_ARCHIVE = re.compile(r"-?\s*Lưu\s*:\s*", re.IGNORECASE)
_KEPT_AT_OFFICE = re.compile(r"VT(?:,\s*\S.*)?")


def addressed_to(head: Form, unit: Form) -> tuple[str, ...]:
    """Kính gửi of this report, else of the profile; an empty sequence in the report means nobody."""
    own = head.raw.children.get("kinh_gui")
    source = unit if own is None or own.literal is Literal.NULL else head
    return tuple(_bare(line) for line in source.lines("kinh_gui"))


def read_recipients(
    unit: Form, pack: Pack, called: tuple[str, str, Mapping[str, str]], *, answered: bool
) -> tuple[str, ...]:
    """Nơi nhận without the line Lưu: the profile's list, or the pack's own for units of its kind.

    called: name, level and `dv.` words of the unit. answered: the report is addressed to somebody, who then
    comes first as "Như trên".
    """
    where = unit.at("noi_nhan")
    raw = unit.get("noi_nhan")
    if raw is None:
        items = usual_recipients(pack.manifest, *called)
        if UNNAMED in items:
            unit.faults.add("noi-nhan-chung", where, chu=UNNAMED)
    else:
        items = tuple(item for item in _items(raw, where, unit.faults) if item)
    if answered and AS_ABOVE not in items[:1]:
        return AS_ABOVE, *items
    return items


def usual_recipients(manifest: Manifest, name: str, level: str, words: Mapping[str, str]) -> tuple[str, ...]:
    """The pack's own nơi nhận for a unit, its holes filled with the words that follow from level and day."""
    known = defaultdict(lambda: UNNAMED, words)
    lines = recipients_of(manifest.recipients, kinds_of(name, level))
    return tuple(line.format_map(known) for line in lines)


def recipients_of(
    given: tuple[str, ...] | Mapping[str, tuple[str, ...]], kinds: tuple[str, ...]
) -> tuple[str, ...]:
    """The list of the nearest kind of unit that has one; nothing when none fits."""
    if not isinstance(given, Mapping):
        return given
    fitting = (given[kind] for kind in kinds if kind in given)
    return next(fitting, given.get(level_within(kinds[-1], tuple(given)), ()))


def _items(raw: RawValue, where: Where, faults: Faults) -> tuple[str, ...]:
    if raw.literal is Literal.MAP:
        faults.add("phai-danh-sach", where)
        return ()
    typed = raw.items or tuple(RawValue(line, raw.where, raw.literal) for line in raw.text.splitlines())
    return tuple(_item(item, item.where.named(where.key, where.label), faults) for item in typed)


def _item(raw: RawValue, where: Where, faults: Faults) -> str:
    text = _bare(one_line(raw, where, faults))
    if _ARCHIVE.match(text):
        faults.add("noi-nhan-co-luu", where, gia_tri=_ARCHIVE.sub("", text, count=1))
        return ""
    return text


def read_archive(unit: Form) -> str:
    """The text behind "Lưu:": VT first, then who drafted it."""
    text = _bare(_ARCHIVE.sub("", unit.line("luu", USUAL_ARCHIVE), count=1))
    if not _KEPT_AT_OFFICE.fullmatch(text):
        unit.faults.add("luu-thieu-vt", unit.at("luu"), gia_tri=text[:60])
    return text


def _bare(text: str) -> str:
    """An item without the dash and the punctuation that the report puts itself."""
    return text.removeprefix("-").strip().rstrip(";.").rstrip()
