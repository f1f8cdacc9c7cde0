"""`so`: figures that a data file names itself, for its full texts: `{tiep_nhan}`.

    so:
      tiep_nhan: 1.250 hồ sơ
      dung_han: {gia_tri: 1.200 hồ sơ, nam_truoc: 1.130 hồ sơ}
      ty_le: dung_han / tiep_nhan
      ty_le_tra: {cong_bo: "96%", tinh: dung_han / tiep_nhan}

Each becomes an indicator of this one record (`so.tiep_nhan`), so that it is summed, divided, checked,
compared and traced as those of a pack are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from baocao.errors import Where
from baocao.intake.raw import Literal, RawValue
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.formulas import common_unit, common_words, in_order, names_in, unit_of
from baocao.model.named_typed import (
    LAST_YEAR,
    check_dot,
    check_rank,
    has_letter,
    has_power,
    is_nothing,
    kind_of,
    typed_number,
    without_unit,
)
from baocao.model.names import as_name
from baocao.model.parts import check_parts
from baocao.model.record import HouseStyle, Value
from baocao.model.values import LONG_FORM, read_value
from baocao.packs.catalogue import NUMERIC, Catalogue, Indicator, Kind
from baocao.vietnamese.text import nearest

ENTRY = "so"
LABEL = "các con số đặt tên"
FORMULA, UNIT, NAME = "tinh", "don_vi_tinh", "ten"
OWN_FORM = {
    FORMULA: "phép tính",
    UNIT: "đơn vị tính",
    LAST_YEAR: "số kỳ trước",
    NAME: "tên gọi đầy đủ",
}

_ID = re.compile(r"[a-z][a-z0-9_]*")
_SUM = r"[a-z][a-z0-9_.]*(?:\s*\+\s*[a-z][a-z0-9_.]*)*"
_SIDE = rf"(?:\(\s*{_SUM}\s*\)|[a-z][a-z0-9_.]*)"
_RATIO = re.compile(rf"({_SIDE})\s*/\s*({_SIDE})")
_ADDED = re.compile(_SUM)
_LIKE_FORMULA = re.compile(r"[a-z(][a-z0-9_.() \t]*[-+/*][a-z0-9_.()+/* \t-]*")
_LIKE_NOTHING = (Kind.POINTS, Kind.MONEY, Kind.RATE)
"""Kinds of the last period that a figure of nothing takes."""
_MANY = Decimal(10**9)
"""A rate that is only stated may be a growth beyond 100%."""
_ADDABLE = (Kind.COUNT, Kind.MONEY, Kind.POINTS)


@dataclass(frozen=True, slots=True)
class Named:
    """indicators: those of the record's own. values, previous: theirs, by id, of this period and the last."""

    indicators: tuple[Indicator, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    previous: Mapping[str, Value] = field(default_factory=dict)


def own_id(name: str) -> str:
    """The id of a named figure."""
    return f"{ENTRY}.{name}"


def with_named(catalogue: Catalogue, own: tuple[Indicator, ...]) -> Catalogue:
    """A pack's catalogue with the figures that a record names itself."""
    if not own:
        return catalogue
    indicators = {**catalogue.indicators, **{one.id: one for one in own}}
    groups = {**catalogue.groups, ENTRY: LABEL}
    return replace(catalogue, indicators=indicators, groups=groups)


def read_named(main: Form, catalogue: Catalogue, faults: Faults, style: HouseStyle) -> Named:
    """The named figures of a data file; what is wrong with them is written down at their lines."""
    raw = main.get(ENTRY)
    if raw is None:
        return Named()
    if raw.literal is not Literal.MAP:
        faults.add("phai-la-bang", main.at(ENTRY), muc=ENTRY, vi_du="tiep_nhan")
        return Named()
    reader = _Reader(catalogue, faults, style)
    for name, item in raw.children.items():
        reader.read(name, item)
    reader.connect()
    check_parts(reader.values, Catalogue(reader.indicators, {}), faults)
    return Named(tuple(reader.indicators.values()), reader.values, reader.previous)


@dataclass
class _Reader:
    """First every figure by itself, then (`connect`) what each is reckoned from."""

    catalogue: Catalogue
    faults: Faults
    style: HouseStyle
    indicators: dict[str, Indicator] = field(default_factory=dict)
    values: dict[str, Value] = field(default_factory=dict)
    previous: dict[str, Value] = field(default_factory=dict)
    formulas: dict[str, tuple[str, Where]] = field(default_factory=dict)
    units_before: dict[str, tuple[str, Where]] = field(default_factory=dict)

    def read(self, name: str, raw: RawValue) -> None:
        """One figure: its kind and unit from what is typed, its value, its formula."""
        id_, where = own_id(name), raw.where.but(key=own_id(name))
        if not _ID.fullmatch(name):
            self.faults.add("so-ten-sai", where, ten=name[:60], vi_du=as_name(name) or "tiep_nhan")
            return
        form = Form(raw, id_, {**LONG_FORM, **OWN_FORM}, self.faults) if raw.children else None
        formula = form.line(FORMULA) if form else raw.text.strip()
        typed = typed_number(raw)
        if form is None and _LIKE_FORMULA.fullmatch(formula):
            typed = None
        elif form is None:
            formula = ""
        kind, unit = kind_of(typed.text) if typed is not None else (Kind.COUNT, "")
        before = kind_of(raw.text_of(LAST_YEAR))[0]
        if kind is Kind.COUNT and before in (_LIKE_NOTHING if is_nothing(typed) else (Kind.POINTS,)):
            kind = before
        stated = form.line(UNIT) if form else ""
        label = (form.line(NAME) if form else "") or name
        limit = _MANY if kind is Kind.RATE else None
        own = "" if typed is raw.children.get(LAST_YEAR) else unit_of(Indicator("", "", kind, unit))
        unit = stated or unit or kind_of(raw.text_of(LAST_YEAR))[1]
        self.indicators[id_] = Indicator(id_, label, kind, unit, group=ENTRY, maximum=limit)
        if formula:
            self.formulas[id_] = formula, form.at(FORMULA) if form else where
        place = where.named(id_, label)
        if has_power(raw, place, self.faults) or has_letter(raw, place, self.faults):
            return
        self._unit_before(id_, raw)
        self._compare_periods(id_, own, _unit_in(f"1 {stated}"))
        if kind is Kind.POINTS and _unit_in(f"1 {stated}") not in ("%", "đồng"):
            check_dot(raw, place, self.faults)
        if kind is Kind.RANK and self.style.two_digit_ranks:
            check_rank(raw, place, self.faults)
        self._values(id_, raw, typed, place)

    def _unit_before(self, id_: str, raw: RawValue) -> None:
        """Keep the unit that is typed behind the figure of last period."""
        before = raw.children.get(LAST_YEAR)
        if before is not None and (unit := _unit_in(before.text)):
            self.units_before[id_] = unit, before.where.named(id_, self._label(id_))

    def _compare_periods(self, id_: str, *units: str) -> None:
        """Both periods are counted in one unit. units: what this period's is, as far as it is said."""
        said = [unit for unit in units if unit]
        if not said or id_ not in self.units_before:
            return
        last, where = self.units_before.pop(id_)
        if all(common_words((unit, last)) is None for unit in said):
            self.faults.add("so-khac-don-vi-ky-truoc", where, don_vi=said[0], ky_truoc=last)

    def _values(self, id_: str, raw: RawValue, typed: RawValue | None, where: Where) -> None:
        one = self.indicators[id_]
        before = raw.children.get(LAST_YEAR)
        if before is not None and not before.blank:
            last = read_value(without_unit(before), one, before.where.named(id_, one.label), self.faults)
            self.previous |= {} if last is None else {id_: last}
        if typed is None and not raw.children:
            return
        own = {name: child for name, child in raw.children.items() if name in LONG_FORM}
        plain = RawValue({name: without_unit(child) for name, child in own.items()}, raw.where, Literal.MAP)
        if own and typed is None:
            one = replace(one, fallback="x")  # what stands there says how the reckoned figure is printed
        source = plain if own else None if raw.children else without_unit(raw)
        value = None if source is None else read_value(source, one, where, self.faults)
        if value is not None:
            self.values[id_] = value

    def connect(self) -> None:
        """Put what each formula names into its indicator; those that others are reckoned from come first."""
        named = {id_: map(own_id, names_in(formula)) for id_, (formula, _) in self.formulas.items()}
        order, circles = in_order(named)
        for circle in circles:
            self._circle(circle)
        for id_ in order:
            formula, where = self.formulas[id_]
            if ratio := _RATIO.fullmatch(formula):
                self._rate(id_, ratio, where)
            elif _ADDED.fullmatch(formula):
                parts = self._known(formula, where)
                if parts:
                    self._sum(id_, parts, where)
            else:
                self.faults.add("so-phep-tinh-la", where, phep_tinh=formula[:60])

    def _circle(self, circle: list[str]) -> None:
        """Figures each of which is reckoned from the next, the last from the first."""
        places = [self.formulas[id_][1] for id_ in circle]
        said = "; ".join(f"«{id_.removeprefix(f'{ENTRY}.')} = {self.formulas[id_][0]}»" for id_ in circle[:4])
        self.faults.add("so-phep-tinh-vong", places[0], others=tuple(places[1:4]), cac_phep_tinh=said)

    def _rate(self, id_: str, ratio: re.Match[str], where: Where) -> None:
        sides = [self._side(id_, side, where) for side in ratio.groups()]
        if all(sides):
            told = self.indicators[id_].unit
            one = replace(self.indicators[id_], kind=Kind.RATE, unit="", maximum=None)
            self.indicators[id_] = replace(one, numerator=sides[0], denominator=sides[1])
            self._compare_periods(id_, "%")
            if not told:
                self._compare_units(ratio[0], sides, where)

    def _compare_units(self, formula: str, sides: list[str], where: Where) -> None:
        """A part and a whole of unlike units make a percentage of nothing."""
        figures = [found for side in sides if (found := self._find(side)) is not None]
        if common_unit(figures) is None:
            units = " và ".join(f"«{unit_of(one)}»" for one in figures)
            self.faults.add("so-chia-khac-don-vi", where, phep_tinh=formula[:60], cac_don_vi=units)

    def _side(self, id_: str, side: str, where: Where) -> str:
        """The id of one side of a rate; a sum becomes a figure of its own."""
        parts = self._known(side.strip("()"), where)
        if len(parts) < 2:
            return parts[0] if parts else ""
        made = f"{id_}__{len(self.indicators)}"
        self.indicators[made] = Indicator(made, " + ".join(map(self._label, parts)), Kind.COUNT, group=ENTRY)
        return made if self._sum(made, parts, where) else ""

    def _sum(self, id_: str, parts: tuple[str, ...], where: Where) -> bool:
        """Whether the parts can be added; what is wrong with them is told."""
        figures = [found for part in parts if (found := self._find(part)) is not None]
        kinds = {one.kind for one in figures}
        if kinds == {Kind.COUNT, Kind.POINTS}:  # 12,5 ha and 13 ha
            kinds = {Kind.POINTS}
        if len(kinds) > 1 or not kinds <= set(_ADDABLE):
            self.faults.add("so-phep-tinh-lech", where, cac_so=" + ".join(map(self._label, parts)))
            return False
        one, unit = self.indicators[id_], common_unit(figures)
        if unit is None and not one.unit:
            said = [
                f"{self._label(part)} ({unit_of(figure)})"
                for part, figure in zip(parts, figures, strict=True)
            ]
            typed = " + ".join(part.removeprefix(f"{ENTRY}.") for part in parts)
            self.faults.add("so-cong-khac-don-vi", where, cac_so=" + ".join(said), phep_tinh=typed)
            return False
        self._compare_periods(id_, "đồng" if kinds == {Kind.MONEY} else unit or "")
        own = one.unit or ("" if kinds == {Kind.MONEY} else unit or "")
        self.indicators[id_] = replace(one, kind=kinds.pop(), unit=own, parts=(parts,))
        return True

    def _known(self, typed: str, where: Where) -> tuple[str, ...]:
        """The ids that a sum of names means; () when one of them is unknown, which is told."""
        found = []
        for name in (part.strip() for part in typed.split("+")):
            id_ = own_id(name) if own_id(name) in self.indicators else name
            one = self._find(id_)
            if one is None or one.kind not in NUMERIC:
                self.faults.add("so-ten-la", where, ten=name, goi_y=_hint(name, self._names()))
                return ()
            found.append(id_)
        return tuple(found)

    def _find(self, id_: str) -> Indicator | None:
        return self.indicators.get(id_) or self.catalogue.indicators.get(id_)

    def _label(self, id_: str) -> str:
        found = self._find(id_)
        return found.label if found else id_

    def _names(self) -> Iterator[str]:
        yield from (id_.removeprefix(f"{ENTRY}.") for id_ in self.indicators)
        yield from (one.id for one in self.catalogue if one.kind in NUMERIC)


def _unit_in(typed: str) -> str:
    """The unit behind a number as it is typed: "vụ", "đồng", "%"; "" when there is none."""
    return unit_of(Indicator("", "", *kind_of(typed)))


def _hint(name: str, known: Iterator[str]) -> str:
    near = nearest(name, known)
    return f" Có phải «{near}» không?" if near else ""
