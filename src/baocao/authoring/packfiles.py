"""A pack's manifest and catalogue written as files of their own: what `goc/` keeps of a pack that was copied.

Every value is written as JSON, which is YAML; reading the files gives the same values back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from baocao.packs.catalogue import NUMERIC, Better, Catalogue, Indicator, Kind, OverYears, usual_rollup
from baocao.packs.indicators import usual_day
from baocao.packs.manifest import FORMAT_VERSION
from baocao.packs.pack import Manifest


def copy_manifest(pack: str, version: str) -> bytes:
    """goi.yaml of a unit's copy: the pack it changes and the version it was made for."""
    head = "# Bản riêng của đơn vị: chỉ ghi ở đây những gì khác với gói gốc."
    lines = (head, f"ma: {pack}", f"dang: {FORMAT_VERSION}", f"lam_cho: {json.dumps(version)}")
    return ("\n".join(lines) + "\n").encode()


def manifest_file(manifest: Manifest) -> bytes:
    """goi.yaml of a whole pack."""
    entries: dict[str, Any] = {
        "ma": manifest.id,
        "dang": manifest.format_version,
        "phien_ban": manifest.version,
        "ten": manifest.title,
        "ten_loai": manifest.type_name,
        "ky_hieu": manifest.type_symbol,
        "trich_yeu": manifest.subject,
        "ky": manifest.period_kinds,
        "cap": manifest.levels,
        "danh_so": manifest.headings,
        "the_thuc": manifest.format_profile,
        "noi_nhan": manifest.recipients,
        "them": dict(manifest.extra),
    }
    head = "# Bản gốc như lúc sao chép; chỉ để so sánh, không dùng khi làm báo cáo."
    lines = (f"{key}: {_json(value)}" for key, value in entries.items() if value or key == "ma")
    return "\n".join((head, *lines, "")).encode()


def catalogue_file(catalogue: Catalogue) -> bytes:
    """chi-tieu.yaml of a whole pack."""
    lines = ["nhom:", *(f"  {name}: {_json(_group(catalogue, name))}" for name in catalogue.groups)]
    lines = lines if catalogue.groups else []
    lines.append("chi_tieu:")
    lines += (f"  {one.id}: {_json(entry_of(one))}" for one in catalogue)
    return ("\n".join(lines) + "\n").encode()


def _group(catalogue: Catalogue, name: str) -> str | Mapping[str, Any]:
    """A group as chi-tieu.yaml has it: its label, or its attributes."""
    more = {"cap": catalogue.levels.get(name), "trang": catalogue.short.get(name)}
    given = {key: value for key, value in more.items() if value}
    return {"nhan": catalogue.groups[name], **given} if given else catalogue.groups[name]


def entry_of(indicator: Indicator, *, in_list: bool = False) -> Mapping[str, Any]:
    """An indicator, or a field of a list, as chi-tieu.yaml has it: what is as by default is left out."""
    attributes = _attributes(indicator, in_list=in_list)
    return {key: value for key, value in attributes if value not in ("", None, False, (), [], {})}


def _attributes(one: Indicator, *, in_list: bool) -> Iterator[tuple[str, Any]]:
    yield "nhan", one.label
    yield "loai", one.kind.value
    yield "don_vi_tinh", one.unit
    yield "bat_buoc", one.required
    yield "giai_thich", one.explanation
    yield "vi_du", one.example
    yield "thanh_phan", one.parts
    yield "tu_so", one.numerator
    yield "mau_so", one.denominator
    yield "trong", one.within
    yield "nen_trong", one.usually_within
    yield "so_le", None if one.decimals is None else str(one.decimals)
    yield "toi_da", None if one.maximum is None else str(one.maximum)
    if one.kind in NUMERIC:
        usual = Better.LESS if one.kind is Kind.RANK else Better.MORE
        yield "chieu", "" if one.better is usual else one.better.value
    as_usual = one.rollup is usual_rollup(one.kind, in_list=in_list)
    yield "tong_hop", "" if as_usual else one.rollup.value
    yield "mac_dinh_theo", one.fallback
    yield "cong_nam", "" if one.over_years is OverYears.NONE else one.over_years.value
    yield "lay_tu", one.taken_from
    yield "bang_ky_truoc", one.carried
    yield "ngay_thuoc", "" if one.when is usual_day(one.kind) else one.when.value
    yield "day_du", str(one.full) if one.full else ""
    yield "bac", one.tree
    yield "truong", {field.id: entry_of(field, in_list=True) for field in one.fields}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
