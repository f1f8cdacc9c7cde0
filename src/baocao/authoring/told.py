"""A comparison of templates in words for a clerk: short, grouped, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from baocao.authoring.comparing import Comparison, IndicatorChange
from baocao.authoring.differences import BlockChange, ValueChange
from baocao.authoring.told_blocks import MORE, told_blocks


def told(found: Comparison, *, every: bool = False) -> Iterator[str]:
    """The lines to print. every: each paragraph, where many came or went at once too."""
    yield f"So sánh: cũ là {found.old}; mới là {found.new}."
    if not found.differs:
        yield "Không có gì khác nhau."
        return
    if found.own_file:
        yield f"Đơn vị có mẫu riêng: {found.own_file}."
    told, own = (
        list(told_blocks((item for item in found.blocks if item.own is mine), every=every))
        for mine in (False, True)
    )
    yield from _group("Chữ trong báo cáo", told)
    yield from _group("Phần gốc của những khối đơn vị đã thay (báo cáo không đổi theo)", own)
    yield from _group("Số liệu chỉ bản mới in", _fields(found.fields_new.items()))
    yield from _group("Số liệu chỉ bản cũ in", _fields(found.fields_gone.items()))
    yield from _group("Danh mục chỉ tiêu", _indicators(found.indicators))
    yield from _group("Gói", _values(found.manifest))
    yield from _group("Kiểu chữ và trang", _values(found.looks))
    if any(line.endswith(MORE) for line in (*told, *own)):
        yield from ("", "Muốn xem đủ từng đoạn thì thêm --tat-ca vào cuối lệnh.")


def as_data(found: Comparison) -> dict[str, Any]:
    """For `--json`."""
    return {
        "cu": found.old,
        "moi": found.new,
        "khac_nhau": found.differs,
        "mau_rieng": found.own_file,
        "khoi": [_block_data(item) for item in found.blocks],
        "truong_them": dict(found.fields_new),
        "truong_bo": dict(found.fields_gone),
        "chi_tieu": [_indicator_data(item) for item in found.indicators],
        "goi": [_value_data(item) for item in found.manifest],
        "kieu": [_value_data(item) for item in found.looks],
    }


def _group(title: str, lines: Iterable[str]) -> Iterator[str]:
    body = list(lines)
    if body:
        yield ""
        yield title
        yield from body


def _fields(items: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"  {name}: {label}" if label else f"  {name}" for name, label in items)


def _indicators(items: Iterable[IndicatorChange]) -> Iterator[str]:
    for item in items:
        needed = ", bắt buộc" if item.required else ""
        if item.state == "doi":
            changes = "; ".join(f"{one.name}: {one.old} → {one.new}" for one in item.changes)
            yield f"  {item.id} «{item.label}»: {changes}"
        else:
            yield f"  {'thêm' if item.state == 'them' else 'bỏ'} {item.id} «{item.label}»{needed}"


def _values(items: Iterable[ValueChange]) -> Iterator[str]:
    for item in items:
        lead = "" if item.of == "gói" else f"{item.of}, "
        yield f"  {lead}{item.name}: {item.old or 'không'} → {item.new or 'không'}"


def _block_data(block: BlockChange) -> dict[str, Any]:
    changes = [
        {"cu": item.old, "moi": item.new, "chu_thich": item.note, "cach_in": list(item.looks)}
        for item in block.changes
    ]
    return {
        "ten": block.name,
        "thay_doi": block.state,
        "de_muc": block.heading,
        "don_vi_da_thay": block.own,
        "doan": changes,
    }


def _indicator_data(item: IndicatorChange) -> dict[str, Any]:
    return {
        "ma": item.id,
        "nhan": item.label,
        "thay_doi": item.state,
        "bat_buoc": item.required,
        "chi_tiet": [_value_data(one) for one in item.changes],
    }


def _value_data(item: ValueChange) -> dict[str, Any]:
    data = asdict(item)
    return {"cua": data["of"], "muc": data["name"], "cu": data["old"], "moi": data["new"]}
