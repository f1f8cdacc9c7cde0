"""Ready-made sentences for the Word list of fields: comparing, choosing, repeating, and the ready parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from baocao.authoring.field_rows import IF_TRUE, Row, column_tag, list_items, list_sample, loop
from baocao.derive.fields import Field, fields
from baocao.derive.sample import sample_figures
from baocao.packs.catalogue import NUMERIC, Indicator, Kind
from baocao.packs.pack import Pack
from baocao.vietnamese.filters import filter_docs

_FRAGMENTS = {
    "khoi-ky": "Khối ký: nơi nhận ở bên trái; quyền hạn, chức vụ và họ tên người ký ở bên phải",
    "noi-nhan": "Nơi nhận",
    "bang-ii-06": "Bảng tình hình, kết quả giải quyết thủ tục hành chính (Biểu số II.06)",
}
_BLOCKS = {
    "dau_van_ban": "Cả đầu văn bản",
    "co_quan": "Tên cơ quan chủ quản và cơ quan ban hành",
    "so_ky_hieu": "Số và ký hiệu",
    "dia_danh_ngay": "Địa danh và ngày",
    "ten_loai": "Tên loại và trích yếu",
    "kinh_gui": "Kính gửi",
    "can_cu": "Các căn cứ",
    "khoi_ky": "Cả khối ký: nơi nhận và người ký",
    "noi_nhan": "Nơi nhận",
    "nguoi_ky": "Quyền hạn, chức vụ, họ tên người ký",
}
_LAST = "{% if not loop.last %}; {% endif %}"


@dataclass(frozen=True, slots=True)
class TableExample:
    """A table whose middle row is repeated for each row of a list. rows: cells as they are typed."""

    indicator: Indicator
    rows: tuple[tuple[str, ...], ...]


def condition_rows(pack: Pack) -> tuple[Row, ...]:
    """Sentences that are printed only when they are true, written for a number of the pack."""
    number = _example_number(pack)
    return (*_conditions(*number), *_comparisons(pack, number[0])) if number else ()


def list_rows(pack: Pack) -> tuple[Row, ...]:
    """How the rows of a list are printed, written for the first list of the pack."""
    found = _example_list(pack)
    return tuple(_repetitions(*found)) if found else ()


def table_example(pack: Pack) -> TableExample | None:
    """The first list of the pack as a table to copy; None without a list."""
    found = _example_list(pack)
    if found is None:
        return None
    indicator, _ = found
    columns = indicator.fields
    values = map(column_tag, columns)
    blank = [""] * len(columns)
    return TableExample(
        indicator,
        (
            ("STT", *(one.label for one in columns)),
            (f"{{%tr for m in {indicator.id} %}}", *blank),
            ("{{ loop.index }}", *values),
            ("{%tr endfor %}", *blank),
        ),
    )


def filter_rows() -> tuple[Row, ...]:
    """Every filter with its example."""
    return tuple(Row(item.summary, (item.example,), item.result) for item in filter_docs())


def fragment_rows(pack: Pack) -> tuple[Row, ...]:
    """The fragments that the pack's templates may take in."""
    return tuple(
        Row(
            _FRAGMENTS.get(name, f"Phần «{name}» ({fragment.origin.value})"),
            (f'{{%p include "{name}" %}}',),
            "cả phần đó",
        )
        for name, fragment in sorted(pack.fragments.items())
    )


def block_rows() -> tuple[Row, ...]:
    """The blocks of the ready parts, for a template that changes only some of them."""
    return tuple(
        Row(label, (f"{{%p block {name} %}}", "…", "{%p endblock %}"), "các đoạn ở chỗ «…»")
        for name, label in _BLOCKS.items()
    )


def _conditions(indicator: Indicator, field: Field) -> Iterator[Row]:
    name, label, sample = indicator.id, indicator.label, field.sample
    said = f"{label}: {{{{ {name} }}}}."
    printed = f"{label}: {sample}."
    yield Row(
        "Chỉ in câu khi có số liệu (không in khi để trống hoặc «không phát sinh»)",
        (f"{{% if {name} %}}{said}{{% endif %}}",),
        printed,
    )
    yield Row("Chỉ in cả đoạn khi có số liệu", (f"{{%p if {name} %}}", said, "{%p endif %}"), printed)
    yield Row(
        "Có số thì in câu này, không thì in câu khác",
        (f"{{% if {name} %}}{said}{{% else %}}Không phát sinh.{{% endif %}}",),
        printed,
    )
    yield Row("Chỉ in khi số lớn hơn 0", (f"{{% if {name}.gia_tri > 0 %}}{said}{{% endif %}}",), printed)


def _comparisons(pack: Pack, indicator: Indicator) -> Iterator[Row]:
    name, samples = indicator.id, sample_figures(pack)
    figure, period = samples[name], samples.context()["ky"]
    yield Row(
        "So với kỳ trước, khi có số của kỳ trước",
        (
            f"{{% if {name}.co_truoc %}}{{{{ {name}.huong }}}} {{{{ {name}.chenh_lech }}}} so với "
            f"{{{{ ky.truoc }}}} là {{{{ {name}.truoc }}}}{{% endif %}}",
        ),
        f"{figure.huong} {figure.chenh_lech} so với {period.truoc} là {figure.truoc}",
    )
    group = name.rpartition(".")[0]
    if group:
        yield Row(
            "Chỉ in khi cả nhóm có ít nhất một số liệu", (f"{{% if {group} %}}…{{% endif %}}",), IF_TRUE
        )


def _repetitions(indicator: Indicator, known: Mapping[str, Field]) -> Iterator[Row]:
    name, items, sample = indicator.id, list_items(indicator), list_sample(indicator, known)
    yield Row("Mỗi dòng của danh sách một đoạn", loop("m", name, f"- {items};"), f"- {sample};")
    yield Row(
        "Dòng cuối hết bằng dấu chấm",
        loop("m", name, f"- {items}{{% if loop.last %}}.{{% else %}};{{% endif %}}"),
        f"- {sample}.",
    )
    yield Row("Có số thứ tự", loop("m", name, f"{{{{ loop.index }}}}. {items}"), f"1. {sample}")
    yield Row(
        "Các dòng nối nhau trong một câu",
        (f"Gồm: {{% for m in {name} %}}{items}{_LAST}{{% endfor %}}.",),
        f"Gồm: {sample}.",
    )
    yield Row(
        "Có dòng nào mới in, không có thì in câu khác",
        (f"{{% if {name} %}}Có {{{{ {name}.so_luong }}}} mục.{{% else %}}Không phát sinh.{{% endif %}}",),
        f"Có {known[f'{name}.so_luong'].sample} mục.",
    )


def _example_number(pack: Pack) -> tuple[Indicator, Field] | None:
    known = {field.name: field for field in fields(pack)}
    numbers = [one for one in pack.catalogue if one.kind in NUMERIC]
    chosen = next(iter(sorted(numbers, key=lambda one: one.kind is not Kind.COUNT)), None)
    return (chosen, known[chosen.id]) if chosen else None


def _example_list(pack: Pack) -> tuple[Indicator, Mapping[str, Field]] | None:
    """The first list with two columns or more, else the first list."""
    lists = [one for one in pack.catalogue if one.kind is Kind.LIST]
    chosen = next(iter(sorted(lists, key=lambda one: len(one.fields) < 2)), None)
    return (chosen, {field.name: field for field in fields(pack)}) if chosen else None
