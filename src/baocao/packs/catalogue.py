"""The indicator catalogue of a pack: what a record may hold. Values only; `packs.reader` reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from baocao.messages.kinds import Severity

if TYPE_CHECKING:
    from baocao.packs.dependence import Dependence
    from baocao.packs.rules import Rule, RuleKind


class Kind(StrEnum):
    """The kinds of indicator (`loai` in chi-tieu.yaml)."""

    COUNT = "dem"
    RATE = "ty_le"
    POINTS = "diem"
    RANK = "hang"
    MONEY = "tien"
    DATE = "ngay"
    PERIOD = "ky"
    DOCUMENT = "van_ban"
    LIST = "danh_sach"
    TEXT = "chu"
    YESNO = "co_khong"


NUMERIC = frozenset({Kind.COUNT, Kind.RATE, Kind.POINTS, Kind.RANK, Kind.MONEY})


class Better(StrEnum):
    """Which direction is good (`chieu`)."""

    MORE = "tang"
    LESS = "giam"


class When(StrEnum):
    """What day a date, or the date of a cited document, may have (`ngay_thuoc`)."""

    PERIOD = "ky"
    REPORT = "bao_cao"
    FREE = "tu_do"


class RollUp(StrEnum):
    """How sub-units add up (`tong_hop`).

    Of a list: SUM, rows of the same text add up; JOIN, the rows of all, each with its unit's name in the
    field `don_vi`; UNITS, one row a unit, made of its figures (`lay_tu` of the fields). Of a field of a list
    that is summed: SUM, numbers add up; JOIN, rows of another text are other rows; LEAVE, dropped.
    """

    SUM = "cong"
    RECOMPUTE = "tinh_lai"
    JOIN = "noi"
    UNITS = "don_vi"
    LEAVE = "bo"


def usual_rollup(kind: Kind, *, in_list: bool) -> RollUp:
    """What `tong_hop` is when not given: in the rows of a list numbers add up, texts tell rows apart."""
    if not in_list:
        return RollUp.LEAVE
    return RollUp.SUM if kind in (Kind.COUNT, Kind.MONEY, Kind.POINTS) else RollUp.JOIN


class OverYears(StrEnum):
    """What a figure of several years is, made of those of each year (`cong_nam`): flows add up; what is
    carried over comes from the first year, what is left from the last. Figures without it are never
    made of others.
    """

    SUM = "có"
    FIRST = "đầu"
    LAST = "cuối"
    NONE = "không"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One entry of the catalogue. `id` is dotted (`tthc.tiep_nhan`); a list's fields have plain names.

    parts: alternative breakdowns; each is a tuple of indicator ids that add up to this one. An item may be
        `danh_sach_id[].truong`: the sum of a list's field.
    numerator, denominator: ids; the named base of a rate. A rate without them can only be stated.
    within: ids of wholes this count may not exceed; usually_within: may, but it is worth a warning. Of a
        field: names of fields of the same row, as numerator and denominator are.
    decimals: places printed at the most (rates, points, money); None: the house style decides.
    maximum: points: the greatest value; rank: the number of ranked units, when the same for every unit.
    fallback: id whose value stands in when this one is blank.
    taken_from: of a field of a list with a row a unit: ids or `danh_sach[].truong`, the first that a unit
        has.
    carried: id whose value of last period this one carries over.
    full: of a text that may hold headings and tables: the level of its first headings, from 1; 0: it may not.
    tree: name of the field with the number of each row of a list ("1", "1.1"); the rows below a row then add
        up to it. "" for a plain list.
    when: PERIOD: within the period; REPORT: not after the report's own date (what a document is by
        default); FREE: any day (what a date is).
    remark: a text that says why the period before is not of the same scope as this one.
    """

    id: str
    label: str
    kind: Kind
    unit: str = ""
    required: bool = False
    explanation: str = ""
    example: str = ""
    parts: tuple[tuple[str, ...], ...] = ()
    numerator: str = ""
    denominator: str = ""
    within: tuple[str, ...] = ()
    usually_within: tuple[str, ...] = ()
    decimals: int | None = None
    maximum: Decimal | None = None
    better: Better = Better.MORE
    rollup: RollUp = RollUp.LEAVE
    fallback: str = ""
    fields: tuple[Indicator, ...] = ()
    group: str = ""
    over_years: OverYears = OverYears.NONE
    taken_from: tuple[str, ...] = ()
    carried: str = ""
    when: When = When.FREE
    full: int = 0
    tree: str = ""
    remark: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """One entry of `kiem_tra`: the sum of `left` is equal to (`=`), or at most (`<=`), the sum of `right`.

    list: id of a list whose every row is judged; `left` and `right` then name its fields.
    """

    id: str
    label: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    relation: str
    severity: Severity
    list: str = ""


@dataclass(frozen=True)
class Catalogue:
    """All indicators of a pack in the order of chi-tieu.yaml, the labels of their groups, its own checks.

    levels: of groups that are asked of units of some levels only. short: names of groups for tabs.
    """

    indicators: Mapping[str, Indicator]
    groups: Mapping[str, str]
    checks: tuple[Check, ...] = ()
    levels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, id_: str) -> Indicator:
        return self.indicators[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self.indicators

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self.indicators.values())

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every check there is, made once (`packs.rules.rules_of`)."""
        from baocao.packs.rules import rules_of

        return rules_of(self)

    @cached_property
    def full_texts(self) -> frozenset[str]:
        """The ids of the texts that may hold headings and tables, those in lists as "list.field"."""
        inner = {f"{one.id}.{field.id}" for one in self for field in one.fields if field.full}
        return frozenset(inner | {one.id for one in self if one.full})

    @cached_property
    def within(self) -> Mapping[str, tuple[Rule, ...]]:
        """Those that say which part is within which whole: of figures (""), and of the rows of each list."""
        from baocao.packs.rules import RuleKind

        found: dict[str, list[Rule]] = {}
        for rule in self.by_kind.get(RuleKind.WITHIN, ()):
            found.setdefault(rule.list, []).append(rule)
        return {name: tuple(rules) for name, rules in found.items()}

    @cached_property
    def made(self) -> frozenset[str]:
        """The ids of figures that can be made of others of the same period, when they are not typed."""
        return frozenset(one.id for one in self if one.parts or one.numerator or one.fallback)

    @cached_property
    def by_kind(self) -> Mapping[RuleKind, tuple[Rule, ...]]:
        """The rules of each kind, in their order."""
        found: dict[RuleKind, list[Rule]] = {}
        for rule in self.rules:
            found.setdefault(rule.kind, []).append(rule)
        return {kind: tuple(rules) for kind, rules in found.items()}

    @cached_property
    def dependence(self) -> Dependence:
        """What hangs on each figure."""
        from baocao.packs.dependence import Dependence

        return Dependence(self)

    @cached_property
    def serving(self) -> frozenset[str]:
        """The ids that others are computed from or checked against; yes/no serves the template's text."""
        from baocao.packs.rules import RuleKind

        used = {item.id for item in self if item.kind is Kind.YESNO}
        for one in self:
            used |= {one.numerator, one.denominator, one.fallback, *one.within}
            used |= {list_field(part)[0] for parts in one.parts for part in parts}
        for rule in (*self.by_kind.get(RuleKind.OWN, ()), *self.by_kind.get(RuleKind.CARRIED, ())):
            compared = rule.right if rule.kind is RuleKind.CARRIED else rule.terms
            used |= {rule.list} if rule.list else {list_field(item)[0] for item in compared}
        return frozenset(used)

    def levels_of(self, id_: str) -> tuple[str, ...]:
        """The levels of unit that an indicator is asked of, as its innermost group has it; () for all."""
        names = id_.split(".")
        groups = (".".join(names[:count]) for count in range(len(names), 0, -1))
        return next((self.levels[name] for name in groups if self.levels.get(name)), ())

    @cached_property
    def beginnings(self) -> Mapping[str, None]:
        """Every beginning of an id ("tthc", "tthc.cap_xa"), in the catalogue's order."""
        groups: dict[str, None] = {}
        for id_ in self.indicators:
            names = id_.split(".")
            groups |= dict.fromkeys(".".join(names[:count]) for count in range(1, len(names)))
        return groups


@lru_cache(maxsize=8192)
def list_field(item: str) -> tuple[str, str]:
    """Split a part `danh_sach[].truong` into list id and field; the field is "" for a plain indicator id."""
    list_id, mark, field = item.partition("[].")
    return (list_id, field) if mark else (item, "")
