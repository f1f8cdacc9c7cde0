"""`baocao mau so-sanh`: what one template or version of a pack prints that another does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from baocao.authoring.compose import compose
from baocao.authoring.differences import BlockChange, ValueChange, compare_blocks, compare_styles
from baocao.authoring.fragments import with_fragments
from baocao.authoring.packfiles import entry_of
from baocao.authoring.sides import Side, Sides, open_sides
from baocao.authoring.texts import TemplateText, read_text
from baocao.derive.fields import view_labels
from baocao.formats.read import load_format
from baocao.ooxml.metrics import rule_functions
from baocao.packs.catalogue import Catalogue
from baocao.packs.pack import Manifest
from baocao.template import LayerSource, load_template
from baocao.vietnamese.filters import FILTERS

_MANIFEST = {
    "version": "phiên bản",
    "title": "tên báo cáo",
    "type_name": "tên loại văn bản",
    "type_symbol": "ký hiệu loại",
    "subject": "trích yếu",
    "period_kinds": "loại kỳ",
    "levels": "cấp đơn vị",
    "headings": "cách đánh số đề mục",
    "format_profile": "thể thức",
    "recipients": "nơi nhận",
    "extra": "mục thêm",
}
_ENTRY = {
    "nhan": "tên",
    "loai": "loại",
    "don_vi_tinh": "đơn vị tính",
    "bat_buoc": "bắt buộc",
    "thanh_phan": "thành phần",
    "tu_so": "tử số",
    "mau_so": "mẫu số",
    "trong": "không vượt quá",
    "nen_trong": "thường không vượt quá",
    "so_le": "số chữ số lẻ",
    "toi_da": "tối đa",
    "chieu": "chiều tốt",
    "tong_hop": "cách tổng hợp",
    "mac_dinh_theo": "lấy theo khi trống",
    "cong_nam": "cộng qua các năm",
    "truong": "các cột",
}


_OWN_TEXTS = "dv.them."


@dataclass(frozen=True, slots=True)
class IndicatorChange:
    """An indicator of one catalogue only ("them": of the second, "bo": of the first), or one that changed."""

    id: str
    label: str
    state: str
    required: bool
    changes: tuple[ValueChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two templates differ. fields_gone, fields_new: names that only the first, only the second prints,
    with their labels. own_file: the unit's template that lies over both, "" for none.
    """

    old: str
    new: str
    own_file: str
    blocks: tuple[BlockChange, ...]
    fields_gone: Mapping[str, str]
    fields_new: Mapping[str, str]
    indicators: tuple[IndicatorChange, ...]
    manifest: tuple[ValueChange, ...]
    looks: tuple[ValueChange, ...]

    @property
    def differs(self) -> bool:
        """Whether anything differs."""
        return bool(
            self.blocks
            or self.fields_gone
            or self.fields_new
            or self.indicators
            or self.manifest
            or self.looks
        )


def compare_templates(old: str, new: str) -> Comparison:
    """Compare two templates, each a pack's name, a pack's folder or a .docx.

    Raises `PackError` when one is not there or is no template.
    """
    sides = open_sides(old, new)
    before, after = (_text(side) for side in (sides.old, sides.new))
    labels = view_labels() | _labels(sides.old) | _labels(sides.new)
    asked = [_fields(side, sides, labels) for side in (sides.old, sides.new)]
    gone, fresh = (
        {name: _label(name, labels) for name in one if name not in other}
        for one, other in (asked, reversed(asked))
    )
    return Comparison(
        sides.old.shown,
        sides.new.shown,
        sides.mine.name if sides.mine else "",
        compare_blocks(before, after, sides.own),
        gone,
        fresh,
        tuple(_indicators(sides.old.catalogue, sides.new.catalogue)),
        tuple(_manifest(sides.old.manifest, sides.new.manifest)),
        compare_styles(before, after),
    )


def _text(side: Side) -> TemplateText:
    whole = LayerSource(side.layers[0].name, side.pack, compose(side.layers).data)
    return with_fragments(read_text(whole), side.fragments)


def _fields(side: Side, sides: Sides, labels: Mapping[str, str]) -> list[str]:
    """What the printed text asks the data for, with the unit's own template laid over it: indicators by their
    ids, whatever of them is asked for; other names as they stand.
    """
    layers, fragments = side.layers, side.fragments
    if sides.mine:
        layers, fragments = (sides.mine, *layers), {**side.fragments, **sides.fragments}
    whole = LayerSource(layers[0].name, side.pack, compose(layers).data)
    names = (item.name for item in load_template([whole], FILTERS, fragments).fields)
    asked = dict.fromkeys(_indicator_of(name, labels) for name in names)
    functions = rule_functions(load_format())
    return [name for name in asked if name not in functions and not _is_group(name, labels)]


def _is_group(name: str, labels: Mapping[str, str]) -> bool:
    """Whether a name stands for several indicators ("tthc.cap_xa"), each of which is told itself."""
    return name not in labels and any(item.startswith(f"{name}.") for item in labels)


def _label(name: str, labels: Mapping[str, str]) -> str:
    if name.startswith(_OWN_TEXTS) and name not in labels:
        return f"chữ riêng của đơn vị, mục {name.removeprefix('dv.')} trong don-vi.yaml"
    return labels.get(name, "")


def _indicator_of(name: str, labels: Mapping[str, str]) -> str:
    """The indicator whose value or attribute ("tthc.tiep_nhan.gia_tri") a name asks for, else the name."""
    steps = name.split(".")
    fronts = (".".join(steps[:count]) for count in range(len(steps), 0, -1))
    return next((front for front in fronts if front in labels), name)


def _labels(side: Side) -> dict[str, str]:
    labels: dict[str, str] = {}
    for one in side.catalogue or ():
        labels[one.id] = one.label
        labels |= {f"{one.id}[].{field.id}": field.label for field in one.fields}
    return labels


def _indicators(old: Catalogue | None, new: Catalogue | None) -> Iterator[IndicatorChange]:
    if old is None or new is None:
        return
    for one in new:
        if one.id not in old:
            yield IndicatorChange(one.id, one.label, "them", one.required)
        elif changes := tuple(_entry_changes(one.id, entry_of(old[one.id]), entry_of(one))):
            yield IndicatorChange(one.id, one.label, "doi", one.required, changes)
    for one in old:
        if one.id not in new:
            yield IndicatorChange(one.id, one.label, "bo", one.required)


def _entry_changes(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[ValueChange]:
    for key, label in _ENTRY.items():
        if old.get(key) != new.get(key):
            yield ValueChange(name, label, _worded(old.get(key)), _worded(new.get(key)))


def _manifest(old: Manifest | None, new: Manifest | None) -> Iterator[ValueChange]:
    if old is None or new is None:
        return
    for item in fields(Manifest):
        before, after = getattr(old, item.name), getattr(new, item.name)
        if item.name in _MANIFEST and before != after:
            yield ValueChange("gói", _MANIFEST[item.name], _worded(before), _worded(after))


def _worded(value: Any) -> str:
    """A value as a reader says it."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Mapping):
        return ", ".join(map(str, value))
    if isinstance(value, (tuple, list)):
        return "; ".join(_worded(item) if isinstance(item, (tuple, list)) else str(item) for item in value)
    return "không" if value is None else str(value)
