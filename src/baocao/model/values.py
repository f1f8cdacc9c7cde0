"""One indicator as typed -> Value: the short form, the long form, and every kind that is no figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from baocao.errors import Severity, Where
from baocao.intake.raw import Literal, RawValue
from baocao.model import numbers
from baocao.model.faults import Faults
from baocao.model.form import YES_NO, Form, one_line, read_date
from baocao.model.period import period_label
from baocao.model.record import DocumentRef, Hedge, Value
from baocao.model.samples import sample
from baocao.packs.catalogue import NUMERIC, Indicator, Kind
from baocao.vietnamese.numbers import is_nil

Reader = Callable[[RawValue, Indicator, Where, Faults], Value | None]

LONG_FORM = {
    "gia_tri": "giá trị",
    "cong_bo": "số công bố",
    "rao": "chữ trước số",
    "so_le": "số chữ số lẻ khi in",
    "nguon": "nguồn số liệu",
    "tu_ngay": "từ ngày",
    "den_ngay": "đến ngày",
}

DOCUMENT_FORM = {
    "loai": "loại văn bản",
    "so": "số, ký hiệu",
    "ngay": "ngày văn bản",
    "co_quan": "cơ quan ban hành",
    "trich_yeu": "trích yếu",
}

_ONE_DIGIT = re.compile(r"[1-9]/")
_HEDGES = {hedge.value: hedge for hedge in Hedge if hedge}
_NO_NIL = frozenset({Kind.YESNO, Kind.PERIOD})
_OWN_MAPPING = frozenset({Kind.DOCUMENT, Kind.PERIOD, Kind.LIST})


def read_value(
    raw: RawValue, indicator: Indicator, where: Where, faults: Faults, *, draft: bool = False
) -> Value | None:
    """The value of one indicator; None when blank or when a finding says what is wrong."""
    if raw.blank:
        return None
    mapping = raw.literal is Literal.MAP
    if mapping and (indicator.kind not in _OWN_MAPPING or {"gia_tri", "cong_bo"} & raw.children.keys()):
        return _long(raw, indicator, where, faults, draft)
    return _short(raw, indicator, where, faults, draft)


def _short(raw: RawValue, indicator: Indicator, where: Where, faults: Faults, draft: bool) -> Value | None:
    if raw.literal is not Literal.EXACT and is_nil(raw.text) and indicator.kind not in _NO_NIL:
        return Value(where=where, nil=True)
    if indicator.kind is Kind.LIST:
        return _list(raw, indicator, where, faults, draft)
    return _READERS[indicator.kind](raw, indicator, where, faults)


def _long(raw: RawValue, indicator: Indicator, where: Where, faults: Faults, draft: bool) -> Value | None:
    """`{gia_tri: ..., rao: ..., so_le: ..., cong_bo: ..., nguon: ..., tu_ngay: ..., den_ngay: ...}`.

    Without a number it says how a computed figure is printed.
    """
    form = Form(raw, where.key, LONG_FORM, faults)
    given = [name for name in ("cong_bo", "gia_tri") if form.get(name)]
    if not given and (indicator.parts or indicator.denominator or indicator.fallback):
        return _with_options(Value(where=where), form, indicator)
    if not given:
        faults.add("thieu-gia-tri", where)
        return None
    if len(given) > 1:
        faults.add("hai-gia-tri", where)
    typed = raw.children[given[0]]
    value = _short(typed, indicator, typed.where.named(where.key, where.label), faults, draft)
    with_options = _with_options(value or Value(where=where), form, indicator)
    return with_options if value else None


def _with_options(value: Value, form: Form, indicator: Indicator) -> Value:
    hedge = form.choice("rao", _HEDGES, Hedge.NONE)
    if hedge and value.hedge:
        form.faults.add("rao-hai-lan", form.at("rao"), mot=value.hedge.value, hai=hedge.value)
    if indicator.kind not in NUMERIC and (hedge or form.get("so_le")):
        form.faults.add("muc-cho-so", form.at("rao" if hedge else "so_le"))
    window = form.date("tu_ngay"), form.date("den_ngay")
    if window[0] and window[1] and window[0].day > window[1].day:
        form.faults.add("khoang-ngay-nguoc", form.at("tu_ngay"))
    decimals = form.whole("so_le", 0, 6)
    return replace(
        value,
        hedge=hedge or value.hedge,
        decimals=value.decimals if decimals is None else decimals,
        source=form.line("nguon"),
        window=window,
    )


def _text(raw: RawValue, indicator: Indicator, where: Where, faults: Faults) -> Value | None:
    if raw.literal in (Literal.LIST, Literal.MAP):
        faults.add("sai-kieu-chu", where)
        return None
    return Value(where=where, text=raw.text.strip("\n").rstrip())


def _date(raw: RawValue, indicator: Indicator, where: Where, faults: Faults) -> Value | None:
    day = read_date(raw, where, faults)
    return None if day is None else Value(where=where, date=day)


def _period(raw: RawValue, indicator: Indicator, where: Where, faults: Faults) -> Value | None:
    label = period_label(raw, where, faults) if raw.literal is Literal.MAP else one_line(raw, where, faults)
    return Value(where=where, period=label) if label else None


def _document(raw: RawValue, indicator: Indicator, where: Where, faults: Faults) -> Value | None:
    if raw.literal is not Literal.MAP:
        faults.add("sai-kieu-van-ban", where)
        return None
    form = Form(raw, where.key, DOCUMENT_FORM, faults)
    form.need("loai", "Kế hoạch")
    document = DocumentRef(
        name=form.line("loai"),
        symbol=_symbol(form),
        date=form.date("ngay"),
        issuer=_without(form, "co_quan", "của"),
        subject=form.line("trich_yeu"),
    )
    return Value(where=where, document=document)


def _symbol(form: Form) -> str:
    """Number and symbol as typed, without the word "số" that the report writes itself."""
    symbol = _without(form, "so", "số")
    if _ONE_DIGIT.match(symbol):
        form.faults.add("so-hieu-mot-chu-so", form.at("so"), gia_tri=symbol[:60])
    return symbol


def _without(form: Form, name: str, word: str) -> str:
    typed = form.line(name)
    if not typed.lower().startswith(f"{word} "):
        return typed
    bare = typed[len(word) :].strip()
    form.faults.add("van-ban-thua-chu", form.at(name), gia_tri=typed[:60], thua=word, muc=name, bo=bare[:60])
    return bare


def _yes_no(raw: RawValue, indicator: Indicator, where: Where, faults: Faults) -> Value | None:
    typed = raw.text.strip().lower()
    if typed not in YES_NO:
        faults.add("co-khong-sai", where, gia_tri=typed[:60] or "…")
        return None
    return Value(where=where, yes=YES_NO[typed])


_READERS: Mapping[Kind, Reader] = {
    Kind.COUNT: numbers.count,
    Kind.RATE: numbers.rate,
    Kind.POINTS: numbers.points,
    Kind.RANK: numbers.rank,
    Kind.MONEY: numbers.money,
    Kind.TEXT: _text,
    Kind.DATE: _date,
    Kind.PERIOD: _period,
    Kind.DOCUMENT: _document,
    Kind.YESNO: _yes_no,
}


def _list(raw: RawValue, indicator: Indicator, where: Where, faults: Faults, draft: bool) -> Value | None:
    if raw.literal is not Literal.LIST:
        faults.add("danh-sach-thieu-gach", where)
        return None
    labels = {field.id: field.label for field in indicator.fields}
    rows = [
        _row(item, indicator, labels, where, number, faults, draft)
        for number, item in enumerate(raw.items, 1)
    ]
    for field in indicator.fields:
        if field.kind is Kind.RATE:
            _check_ones(raw, rows, field, faults)
    records = tuple(row for row in rows if row)
    return Value(where=where, records=records, tree=indicator.tree, columns=_columns(raw))


def _columns(raw: RawValue) -> tuple[tuple[str, str], ...]:
    """The column of each field of a list whose rows stand in a workbook."""
    first = raw.items[0].children if raw.items else {}
    cells = ((name, item.where.cell.rstrip("0123456789")) for name, item in first.items())
    return tuple((name, column) for name, column in cells if column)


def _check_ones(raw: RawValue, rows: Iterable[dict[str, Value]], field: Indicator, faults: Faults) -> None:
    """Ask about a rate of just 1 in a column whose other rates are parts of one: 1 for 100% beside 0,98."""
    typed = [
        value
        for item, row in zip(raw.items, rows, strict=True)
        if (value := row.get(field.id)) and value.number and not _has_percent(item.children.get(field.id))
    ]
    numbers = [value.number for value in typed if value.number]
    if numbers and min(numbers) < 1 and max(numbers) == 1:
        for value in typed:
            if value.number == 1:
                faults.add("ty-le-la-mot", value.where)


def _has_percent(raw: RawValue | None) -> bool:
    if raw is None:
        return False
    return "%" in raw.text or any(_has_percent(item) for item in raw.children.values())


def _row(
    raw: RawValue,
    list_: Indicator,
    labels: Mapping[str, str],
    where: Where,
    number: int,
    faults: Faults,
    draft: bool,
) -> dict[str, Value]:
    """One row of a list; fields by name. labels: of the fields. number: of the row, from 1."""
    at = raw.where if raw.where.spot else where
    place = at.named(f"{list_.id}[{number}]", where.label)
    if raw.blank:
        faults.add("dong-trong", place, so=number)
        return {}
    form = Form(_as_mapping(raw, list_), place.key, labels, faults)
    values: dict[str, Value] = {}
    for field in list_.fields:
        value = _cell(form, field, list_, number, place, draft)
        if value is not None:
            values[field.id] = value
    return values


def _cell(
    form: Form, field: Indicator, list_: Indicator, number: int, place: Where, draft: bool
) -> Value | None:
    typed = form.get(field.id)
    if typed is None and not field.required:
        return None
    spot, key = form.spot(field.id), form.full(field.id)
    label = f"{field.label} (dòng {spot.row or number} của «{list_.label}»)"
    where = spot.named(key, label)
    if typed is None:
        if where.in_words:
            where = where.named(list_.id, list_.label)
        if form.raw.literal is Literal.MAP:
            severity = Severity.WARNING if draft else None
            form.faults.add(
                "thieu-bat-buoc",
                where if where.cell or where.in_words else place.named(key, label),
                severity=severity,
                cach_sua=_how_to_give(field, where),
            )
        return None
    return read_value(typed, field, where, form.faults)


def _how_to_give(field: Indicator, where: Where) -> str:
    """What to type for a missing entry of a row."""
    if where.cell:
        return f"Gõ vào ô này, ví dụ {sample(field, where)}."
    if where.in_words:
        return f"Gõ «# {where.label}: {field.label}», ví dụ «# {where.label}: {sample(field)}»."
    return f"Thêm «{field.id}: {sample(field)}» vào dòng này của danh sách."


def _as_mapping(raw: RawValue, list_: Indicator) -> RawValue:
    """A row of a list with one field may be the field's value itself."""
    if len(list_.fields) != 1:
        return _as_first_text(raw, list_)
    field = list_.fields[0]
    document = field.kind is Kind.DOCUMENT and field.id not in raw.children
    if raw.literal is not Literal.MAP or document:
        return RawValue({field.id: raw}, raw.where, Literal.MAP)
    return raw


def _as_first_text(raw: RawValue, list_: Indicator) -> RawValue:
    """A plain text may stand for a row of which only the first text is known."""
    text = next((field.id for field in list_.fields if field.kind is Kind.TEXT), "")
    if raw.literal is not Literal.TEXT or not text:
        return raw
    return RawValue({text: raw}, raw.where, Literal.MAP)
