"""The profile in effect: what a unit's don-vi.yaml, its version of the day and its parents' profiles give.

The nearest wins, entry by entry: the version in force, the profile itself, then each parent (`cap_tren`):
what it gives to the units below it (`cho_cap_duoi`), then its own house style and free texts. Nothing else of
a parent's is taken: its name, place and signer are its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from baocao.errors import Severity
from baocao.intake.profile import PARENT
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.kinds import KINDED, check_kinds, of_kind
from baocao.model.style import STYLE_FORM
from baocao.model.versions import DATES, FORMER, Version, in_force, read_versions
from baocao.vietnamese.dates import short_date

FORM = {
    "ten": "tên đơn vị",
    "ma": "mã đơn vị hành chính",
    "cap": "cấp của đơn vị",
    "dong_ten": "các dòng tên cơ quan",
    "dong_chu_quan": "các dòng tên cơ quan chủ quản",
    "dia_danh": "địa danh",
    "ky_hieu": "ký hiệu cơ quan",
    "tu_xung": "cách tự xưng",
    "nguoi_ky": "người ký",
    "noi_nhan": "nơi nhận",
    "luu": "dòng Lưu",
    "nguoi_soan": "người soạn thảo",
    "kieu_nguoi_soan": "cách in người soạn thảo",
    "kinh_gui": "Kính gửi",
    "phong_cach": "cách viết số và ngày",
    "the_thuc": "thể thức văn bản của đơn vị",
    "them": "các chữ riêng của đơn vị",
}
"""The entries of a profile that say something of the unit."""

LETTERHEAD = frozenset(FORM) - {"ten", "ma", "phong_cach", "the_thuc", "them"}
"""Those that only the letterhead and the signature of a report need, and the level (`cap`)."""

BELOW = "cho_cap_duoi"
UNITS_BELOW = "cac_don_vi"
FILE_FORM = {
    **FORM,
    PARENT: "hồ sơ của đơn vị cấp trên",
    BELOW: "những mục dùng chung cho các đơn vị cấp dưới",
    UNITS_BELOW: "danh sách các đơn vị cấp dưới",
    **DATES,
    FORMER: "những tên trước đây của đơn vị",
}
"""The entries of a don-vi.yaml."""

SHARED = ("phong_cach", "them")
"""Entries that go down from parent to child, and that are put together key by key."""

_OWN_ALONE = ("ten", "ma")
"""What no unit has in common with another."""

FOR_UNITS_BELOW = {"noi_nhan": FORM["noi_nhan"]} | {
    key: label for key, label in FORM.items() if key not in _OWN_ALONE
}
FORMER_FORM = {**FORM, BELOW: FILE_FORM[BELOW]}

_OF_THE_NAME = ("ma", "dong_ten", "tu_xung")
"""What follows from the name: a version with a name of its own does not take it from today's profile."""

_SAMPLES = {"phong_cach": next(iter(STYLE_FORM)), "them": "ten_ngan"}


class How(StrEnum):
    """How a value came into effect."""

    OWN = "hồ sơ đơn vị"
    PARENT = "đơn vị cấp trên"
    FORMER = "giai đoạn trước"
    DEFAULT = "mặc định"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A value in effect. key: its full name in its own file."""

    raw: RawValue
    key: str
    how: How


@dataclass(frozen=True, slots=True)
class Profile:
    """The entries in effect. `shared`: those of `phong_cach` and `them`, by their own names.

    raw, path: the unit's own profile and the names that lead to it. day: the day that decided. version: of
    the unit's names, None when the profile knows none of that day. above: the name of the nearest parent on
    that day, None without one.
    """

    raw: RawValue
    path: str
    day: dt.date
    version: Version | None
    entries: Mapping[str, Chosen]
    shared: Mapping[str, Mapping[str, Chosen]] = field(default_factory=dict)
    above: RawValue | None = None

    def form(self, faults: Faults) -> Form:
        """The entries in effect, to be read one by one."""
        return _form(self.entries, self.raw, self.path, FORM, faults)

    def style(self, faults: Faults) -> Form:
        """`phong_cach`, likewise."""
        path = f"{self.path}.phong_cach" if self.path else "phong_cach"
        return _form(self.shared["phong_cach"], self.raw, path, STYLE_FORM, faults)

    @property
    def texts(self) -> Mapping[str, Chosen]:
        """`them`: the free texts."""
        return self.shared["them"]


@dataclass(frozen=True, slots=True)
class _Layer:
    """A mapping that takes part. path: the names that lead to it in its file."""

    entries: Mapping[str, RawValue]
    path: str
    how: How

    def chosen(self, name: str, raw: RawValue) -> Chosen:
        return Chosen(raw, f"{self.path}.{name}" if self.path else name, self.how)


def profile_of(raw: RawRecord, day: dt.date, pack_id: str, faults: Faults) -> Profile | None:
    """The profile in effect on a day for a kind of report; None when it could not be read.

    Reported are unknown entries of all files, versions that overlap, and no version of that day.
    """
    if raw.unit.literal is not Literal.MAP:
        return None
    path = "don_vi" if raw.unit is raw.main.children.get("don_vi") else ""
    own = Form(raw.unit, path, FILE_FORM, faults)
    version = _version(own, day, faults)
    layers = [*_own_layers(own, version), *_parent_layers(raw.parents, day, faults)]
    entries = {name: found for name in FORM if (found := _nearest(name, layers, pack_id, faults)) is not None}
    shared = {name: _joined(name, layers, faults) for name in SHARED}
    return Profile(raw.unit, path, day, version, entries, shared, _name_above(raw.parents, day))


def version_on(raw: RawRecord, day: dt.date) -> Version | None:
    """The version of a unit's names in force on a day, without a word about faults."""
    return in_force(read_versions(Form(raw.unit, "", FILE_FORM, Faults()), FORMER_FORM), day)


def _name_above(parents: Sequence[RawValue], day: dt.date) -> RawValue | None:
    """The name of the nearest parent in force on a day."""
    if not parents:
        return None
    form = Form(parents[0], "", FILE_FORM, Faults())
    layers = _own_layers(form, in_force(read_versions(form, FORMER_FORM), day))
    names = (layer.entries.get("ten") for layer in layers)
    return next((name for name in names if _typed(name)), None)


def _version(own: Form, day: dt.date, faults: Faults, severity: Severity | None = None) -> Version | None:
    versions = read_versions(own, FORMER_FORM)
    found = in_force(versions, day)
    if found is None and versions:
        spans = "; ".join(item.span for item in versions)
        where = own.at("tu_ngay" if "tu_ngay" in own.raw.children else FORMER)
        faults.add("ten-ngoai-thoi-gian", where, severity=severity, ngay=short_date(day), biet=spans)
    return found


def _own_layers(own: Form, version: Version | None) -> Iterator[_Layer]:
    """The version of the day, then the profile itself without what another name has brought along."""
    entries = own.raw.children
    if version is not None and version.former:
        former = version.form.raw.children
        yield _Layer(former, version.form.path, How.FORMER)
        if _typed(former.get("ten")):
            entries = {name: item for name, item in entries.items() if name not in _OF_THE_NAME}
    yield _Layer(entries, own.path, How.OWN)


def _parent_layers(parents: Iterable[RawValue], day: dt.date, faults: Faults) -> Iterator[_Layer]:
    """Of each parent what it gives to the units below it, then its own style and texts; the nearest first."""
    for parent in parents:
        form = Form(parent, "", FILE_FORM, faults)
        version = _version(form, day, faults, Severity.WARNING)
        layers = tuple(_own_layers(form, version))
        for layer in layers:
            given = layer.entries.get(BELOW)
            if given is not None and not given.blank:
                below = Form(given, layer.chosen(BELOW, given).key, FOR_UNITS_BELOW, faults)
                allowed = {name: item for name, item in given.children.items() if name in FOR_UNITS_BELOW}
                yield _Layer(allowed, below.path, How.PARENT)
        for layer in layers:
            entries = {name: layer.entries[name] for name in SHARED if name in layer.entries}
            yield _Layer(entries, layer.path, How.PARENT)


def _nearest(name: str, layers: Iterable[_Layer], pack_id: str, faults: Faults) -> Chosen | None:
    for layer in layers:
        raw = layer.entries.get(name)
        if raw is None or not _typed(raw):
            continue
        if name not in KINDED:
            return layer.chosen(name, raw)
        kind, own = of_kind(raw, pack_id)
        check_kinds(raw.children, raw, layer.chosen(name, raw).key, pack_id, faults)
        if own is not None:
            return layer.chosen(f"{name}.{kind}" if kind else name, own)
    return None


def _joined(name: str, layers: Iterable[_Layer], faults: Faults) -> dict[str, Chosen]:
    """The sub-entries of all layers, each from the nearest that has it."""
    found: dict[str, Chosen] = {}
    for layer in layers:
        raw = layer.entries.get(name)
        if raw is None:
            continue
        whole = layer.chosen(name, raw)
        if raw.literal not in (Literal.MAP, Literal.NULL):
            where = raw.where.but(key=whole.key, label=FORM[name])
            faults.add("phai-la-bang", where, muc=name, vi_du=_SAMPLES[name])
        for key, item in raw.children.items():
            if _typed(item):
                found.setdefault(key, Chosen(item, f"{whole.key}.{key}", layer.how))
    return found


def _typed(raw: RawValue | None) -> bool:
    """Whether anything stands there: `[]` and "" say "none" and end the search above, a blank does not."""
    return raw is not None and raw.literal is not Literal.NULL


def _form(
    chosen: Mapping[str, Chosen], raw: RawValue, path: str, labels: Mapping[str, str], faults: Faults
) -> Form:
    """Blank entries of the own profile stay, so that a finding names the line to be filled."""
    blank = {name: item for name, item in raw.children.items() if name in labels and not _typed(item)}
    entries = blank | {name: item.raw for name, item in chosen.items()}
    keys = {name: item.key for name, item in chosen.items()}
    return Form(RawValue(entries, raw.where, Literal.MAP), path, labels, faults, keys)
