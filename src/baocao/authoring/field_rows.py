"""What stands in the Word list of fields: each field with what to paste and what it prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from baocao.derive.fields import Field, fields
from baocao.packs.catalogue import Catalogue, Indicator, Kind
from baocao.packs.pack import Pack
from baocao.vietnamese.text import first_upper, without_stop

IF_TRUE = "chữ ở chỗ «…», khi đúng"
_NO_GROUP = "Số liệu khác"
_COLUMNS_SHOWN = 3
_LOOP, _CONDITION = "{%p for", "{% if"
_FIGURE = "*."


@dataclass(frozen=True, slots=True)
class Row:
    """One entry. paste: the paragraphs to copy, as they are; printed: what comes out with sample data."""

    what: str
    paste: tuple[str, ...]
    printed: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class FieldRows:
    """The fields of a pack.

    groups: by the label of the catalogue's group. figure: what every number has. views: what every pack has
    of unit, period and head, by first name (dv, ky, vb).
    """

    groups: Mapping[str, tuple[Row, ...]]
    figure: tuple[Row, ...]
    views: Mapping[str, tuple[Row, ...]]


def field_rows(pack: Pack) -> FieldRows:
    """The rows of every field of `baocao mau truong`, in its order."""
    groups: dict[str, list[Row]] = {}
    views: dict[str, list[Row]] = {}
    figure: list[Row] = []
    known = {field.name: field for field in fields(pack)}
    for field in known.values():
        indicator = _indicator_of(field.name, pack.catalogue)
        if indicator is not None:
            label = pack.catalogue.groups.get(indicator.group, _NO_GROUP)
            groups.setdefault(label, []).append(_of_indicator(field, indicator, known))
        elif field.name.startswith(_FIGURE):
            figure.append(_of_figure(field))
        else:
            views.setdefault(field.name.partition(".")[0], []).append(_of_view(field))
    return FieldRows(_frozen(groups), tuple(figure), _frozen(views))


def loop(name: str, values: str, body: str) -> tuple[str, ...]:
    """Three paragraphs that print `body` for each of `values`."""
    return f"{{%p for {name} in {values} %}}", body, "{%p endfor %}"


def column_tag(column: Indicator) -> str:
    """What prints a column of a list's row; a text without the stop at its end, since others follow it."""
    if column.kind is Kind.TEXT:
        return f"{{{{r m.{column.id} | khong_cham }}}}"
    return f"{{{{ m.{column.id} }}}}"


def list_items(indicator: Indicator) -> str:
    """The first columns of a list's row, one after the other."""
    return ", ".join(map(column_tag, _shown(indicator)))


def list_sample(indicator: Indicator, known: Mapping[str, Field]) -> str:
    """What `list_items` prints with sample data."""
    return ", ".join(without_stop(known[f"{indicator.id}[].{one.id}"].sample) for one in _shown(indicator))


def _shown(indicator: Indicator) -> list[Indicator]:
    told = [one for one in indicator.fields if one.kind is not Kind.YESNO]
    return (told or list(indicator.fields))[:_COLUMNS_SHOWN]


def _indicator_of(name: str, catalogue: Catalogue) -> Indicator | None:
    """The indicator that a field is, counts, or is a column of."""
    for id_ in (name.partition("[]")[0], name.removesuffix(".so_luong")):
        if id_ in catalogue:
            return catalogue[id_]
    return None


def _of_indicator(field: Field, indicator: Indicator, known: Mapping[str, Field]) -> Row:
    kind = f"{field.kind}, {field.unit}" if field.unit else field.kind
    if "[]" in field.name:
        return Row(f"{field.label} (của từng dòng)", (field.tag,), field.sample, kind)
    if field.name == indicator.id and indicator.kind is Kind.LIST:
        paste = loop("m", indicator.id, f"- {list_items(indicator)};")
        return Row(field.label, paste, f"- {list_sample(indicator, known)};", kind)
    return _plain(field, field.label, kind)


def _of_figure(field: Field) -> Row:
    return _plain(field, first_upper(field.label.removeprefix("Mọi số: ")), "")


def _of_view(field: Field) -> Row:
    label = first_upper(field.label)
    if field.tag.startswith(_LOOP):
        return Row(label, loop("d", field.name, "{{r d }}"), field.sample, field.kind)
    return _plain(field, label, field.kind)


def _plain(field: Field, label: str, kind: str) -> Row:
    if field.tag.startswith(_CONDITION):
        return Row(label, (f"{field.tag}…{{% endif %}}",), IF_TRUE, kind)
    return Row(label, (field.tag,), field.sample, kind)


def _frozen(rows: Mapping[str, Iterable[Row]]) -> dict[str, tuple[Row, ...]]:
    return {name: tuple(items) for name, items in rows.items()}
