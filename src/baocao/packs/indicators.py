"""Entries of chi-tieu.yaml -> Indicator. Each entry by itself; `checks` looks at how they hang together."""

from __future__ import annotations

from collections.abc import Mapping

from baocao.errors import Finding, finding
from baocao.packs.catalogue import NUMERIC, Better, Indicator, Kind, OverYears, RollUp, When, usual_rollup
from baocao.packs.entry import Entry
from baocao.source.raw import RawValue

ATTRIBUTES = {
    "nhan": "label",
    "loai": "kind",
    "don_vi_tinh": "unit",
    "bat_buoc": "required",
    "giai_thich": "explanation",
    "vi_du": "example",
    "thanh_phan": "parts",
    "tu_so": "numerator",
    "mau_so": "denominator",
    "trong": "within",
    "nen_trong": "usually_within",
    "so_le": "decimals",
    "toi_da": "maximum",
    "chieu": "better",
    "tong_hop": "rollup",
    "mac_dinh_theo": "fallback",
    "cong_nam": "over_years",
    "lay_tu": "taken_from",
    "bang_ky_truoc": "carried",
    "ngay_thuoc": "when",
    "day_du": "full",
    "bac": "tree",
    "ghi_chu_so_sanh": "remark",
    "truong": "fields",
}
"""The keys of an entry, each with the attribute of `Indicator` that holds its value."""

_NUMBERS = tuple(kind for kind in Kind if kind in NUMERIC)
_ADDED = (Kind.COUNT, Kind.MONEY, Kind.POINTS)

DEEPEST_HEADING = 6

ONLY_FOR: dict[str, tuple[Kind, ...]] = {
    "thanh_phan": _ADDED,
    "tu_so": (Kind.RATE,),
    "mau_so": (Kind.RATE,),
    "trong": (Kind.COUNT, Kind.MONEY),
    "nen_trong": (Kind.COUNT, Kind.MONEY),
    "so_le": (Kind.RATE, Kind.POINTS, Kind.MONEY),
    "toi_da": (Kind.RATE, Kind.POINTS, Kind.RANK),
    "chieu": _NUMBERS,
    "cong_nam": (Kind.COUNT, Kind.MONEY),
    "lay_tu": (Kind.COUNT, Kind.MONEY),
    "bang_ky_truoc": (Kind.COUNT, Kind.MONEY),
    "ngay_thuoc": (Kind.DATE, Kind.DOCUMENT),
    "day_du": (Kind.TEXT,),
    "bac": (Kind.LIST,),
    "ghi_chu_so_sanh": (Kind.TEXT,),
    "truong": (Kind.LIST,),
}
"""Attributes that make sense for some kinds only."""


def read_indicator(id_: str, raw: RawValue, groups: Mapping[str, str], findings: list[Finding]) -> Indicator:
    """One indicator of the catalogue."""
    return _indicator(id_, Entry(raw, id_, ATTRIBUTES, findings), _group(id_, groups), tuple(Kind))


def _indicator(id_: str, entry: Entry, group: str, kinds: tuple[Kind, ...]) -> Indicator:
    label = entry.text("nhan", sample="Hồ sơ tiếp nhận trong kỳ")
    if not entry.has("loai"):
        entry.text("loai", sample="dem")
    kind = Kind(entry.choice("loai", kinds, Kind.TEXT))
    _check_kind(entry, kind)
    usual = usual_rollup(kind, in_list=Kind.LIST not in kinds)
    return Indicator(
        id=id_,
        label=label or id_,
        kind=kind,
        unit=entry.text("don_vi_tinh"),
        required=entry.flag("bat_buoc"),
        explanation=entry.text("giai_thich"),
        example=entry.text("vi_du"),
        parts=_parts(entry),
        numerator=entry.text("tu_so"),
        denominator=entry.text("mau_so"),
        within=entry.texts("trong"),
        usually_within=entry.texts("nen_trong"),
        decimals=entry.whole("so_le", 0, 6),
        maximum=entry.number("toi_da", 0),
        better=Better(
            entry.choice("chieu", tuple(Better), Better.LESS if kind is Kind.RANK else Better.MORE)
        ),
        rollup=RollUp(entry.choice("tong_hop", tuple(RollUp), usual)),
        fallback=entry.text("mac_dinh_theo"),
        fields=_fields(id_, entry, kind),
        group=group,
        over_years=OverYears(entry.choice("cong_nam", tuple(OverYears), OverYears.NONE)),
        taken_from=entry.texts("lay_tu"),
        carried=entry.text("bang_ky_truoc"),
        when=When(entry.choice("ngay_thuoc", tuple(When), usual_day(kind))),
        full=_first_level(entry),
        tree=entry.text("bac"),
        remark=entry.flag("ghi_chu_so_sanh"),
    )


def _first_level(entry: Entry) -> int:
    """The level of `#` in a full text: 1 for "có", or the number that is given; 0 for a plain text."""
    typed = entry.text("day_du")
    if typed.isdigit():
        return entry.whole("day_du", 1, DEEPEST_HEADING) or 0
    return int(entry.flag("day_du"))


def usual_day(kind: Kind) -> When:
    """A document that is cited has been issued; a date may as well be a deadline."""
    return When.REPORT if kind is Kind.DOCUMENT else When.FREE


def _check_kind(entry: Entry, kind: Kind) -> None:
    for key, kinds in ONLY_FOR.items():
        if entry.has(key) and kind not in kinds and entry.has("loai"):
            others = ", ".join(kinds)
            entry.findings.append(
                finding("chi-tieu-lech-loai", entry.where(key), muc=key, loai=kind.value, dung_cho=others)
            )


def _parts(entry: Entry) -> tuple[tuple[str, ...], ...]:
    """Breakdowns: a list of lists; a plain list of ids is one breakdown."""
    raw = entry.children.get("thanh_phan")
    if raw is None or raw.blank:
        return ()
    rows = raw.items if any(item.items for item in raw.items) else (raw,)
    for item in (item for row in rows for item in (row.items or (row,))):
        if not item.text:
            entry.fault(
                item, "thanh_phan", "danh sách mã chỉ tiêu, ví dụ [[tthc.truc_tuyen, tthc.truc_tiep]]"
            )
    return tuple(tuple(item.text for item in row.items if item.text) for row in rows)


def _fields(id_: str, entry: Entry, kind: Kind) -> tuple[Indicator, ...]:
    """The columns of a list."""
    raw = entry.children.get("truong")
    if kind is not Kind.LIST:
        return ()
    if raw is None or not raw.children:
        entry.findings.append(
            finding(
                "goi-thieu-muc",
                entry.where("truong"),
                muc="truong",
                vi_du="{ten: {nhan: Nội dung, loai: chu}}",
            )
        )
        return ()
    kinds = tuple(kind for kind in Kind if kind is not Kind.LIST)
    return tuple(
        _indicator(name, Entry(item, f"{id_}.truong.{name}", ATTRIBUTES, entry.findings), "", kinds)
        for name, item in raw.children.items()
    )


def _group(id_: str, groups: Mapping[str, str]) -> str:
    """The innermost labelled group an id stands in; its first segment when none is labelled."""
    segments = id_.split(".")[:-1]
    prefixes = (".".join(segments[:count]) for count in range(len(segments), 0, -1))
    return next((prefix for prefix in prefixes if prefix in groups), segments[0] if segments else "")
