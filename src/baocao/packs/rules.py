"""Every check of a pack, once: derive judges by it, the Excel form makes its formulas of it, docs list it.

`rules_of` reads the attributes of the indicators (`thanh_phan`, `trong`, `tu_so`, `bang_ky_truoc`, ...) and
the section `kiem_tra` of chi-tieu.yaml. Values only: who judges has the figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from baocao.messages.kinds import Severity
from baocao.packs.catalogue import NUMERIC, Catalogue, Indicator, Kind, When, list_field


class RuleKind(StrEnum):
    """What a rule compares."""

    SUM = "tong"
    WITHIN = "khong_vuot"
    RATE = "ty_le"
    SHARES = "du_100"
    RANK = "hang"
    POINTS = "diem"
    DATES = "ngay"
    WINDOW = "khoang_ngay"
    CARRIED = "ky_truoc"
    OUTLINE = "bac"
    OWN = "kiem_tra"


EQUAL, AT_MOST = "=", "<="
ADDED = frozenset({Kind.COUNT, Kind.MONEY, Kind.POINTS})
"""Kinds of figures that add up."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One check. `left`, `right`: indicator ids; `danh_sach[].truong` is the sum of a list's column.

    list: id of a list whose every row is judged by itself; `left`, `right` are then names of its fields.
    unless: of a SUM, longer breakdowns of the same whole that hold all of `right`: when one of their further
    parts is given, this one is not judged (province + communes beside province + districts + communes).
    severity: of a finding by default. id: stable, made of the ids ("a=b+c"); an own check has the name it is
    given. label: for people; of a rule of rows it names the list first, but for an own check.

    What the kinds say, and what they make of a blank cell, of "không phát sinh" (nil) and of a hedged figure
    ("trên 500"). Nil always counts as 0. A blank is never 0.

    - SUM      left = (whole,), right = parts: whole = sum of parts. Judged when the whole and every part are
               given. Some parts blank: judged is only that those given (two or more) do not exceed the whole,
               and that only when they are not another breakdown by themselves.
               Whole blank: it is computed from its first complete breakdown, columns of lists first; judged
               is that every other complete breakdown gives the same. Whole hedged: "trên", "hơn": at most
               the sum; "gần": at least; "khoảng": anything. A part hedged: not judged. A column with a blank
               cell, or a list without rows, is blank; a list that is nil is 0.
    - WITHIN   left = (part,), right = (whole,): part <= whole. Either blank or hedged: not judged. A column
               with blank cells: the sum of those that are given. ERROR stops the report, WARNING is only
               told (`nen_trong`). Every part of a SUM has one of these.
    - RATE     left = (rate,), right = (numerator, denominator): the stated rate, at the decimals it is typed
               with, is 100 * numerator / denominator rounded half up; never 100 while numerator <
               denominator, never 0 while numerator > 0. Cut instead of rounded: a remark. Any of the three
               blank, denominator 0: not judged. Rate hedged: as the whole of a SUM. Numerator or denominator
               hedged: not judged.
    - SHARES   left = stated rates of all parts of one whole, right = (): they sum to 100, each allowed half
               of its last decimal (a whole one for 99% and 1%, which stand for all short of 100 and above
               0). One blank or hedged, or all computable from counts (then RATE judges
               them): not judged.
    - RANK     left = (rank,), right = (): rank <= its "trên tổng số", else `toi_da`. No total: not judged.
    - POINTS   left = (points,), right = (): points <= "tối đa" typed beside, else `toi_da`.
    - DATES    left = (date or document,), right = ("ky",): lies within the period (first day of its data
               window to the end of its last month, or `chot_ngay` when later); right = ("bao_cao",): not
               after the report's own date. Blank, no day in it, no date of the report yet: not judged.
    - WINDOW   left = every figure that may have `tu_ngay`, `den_ngay`: they are not after the report's own
               date, and the window touches the period. Blank: not judged.
    - CARRIED  left = (here,), right = (of last period,): equal. Judged when last period's figures are known,
               of the same unit, and end where this period begins (years do, quarters of two years do not);
               blank or hedged on either side: not judged.
    - OUTLINE  of a list with `bac`; left = (a field of numbers,), right = (the field with the number of the
               row,): what stands in a row is the sum of the rows right below it ("1" of "1.1" and "1.2").
               Judged when the row and all right below are given; blank, it is computed. A hedge: not judged.
               The column's own sum takes the rows whose number has no point.
    - OWN      from `kiem_tra`: sum of left = sum of right, or <=. A term blank or hedged: not judged.

    Money typed in nghìn, triệu or tỷ may be off by half of its last typed decimal wherever it is compared.
    """

    kind: RuleKind
    id: str
    label: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    relation: str = EQUAL
    severity: Severity = Severity.WARNING
    list: str = ""
    unless: tuple[tuple[str, ...], ...] = ()

    @property
    def terms(self) -> tuple[str, ...]:
        """Ids of both sides."""
        return self.left + self.right


def rules_of(catalogue: Catalogue) -> tuple[Rule, ...]:
    """Every rule of a catalogue, each once: figure by figure in its order, own checks last."""
    rules: dict[str, Rule] = {}
    for rule in chain(_of_figures(catalogue), _shares(catalogue), _window(catalogue), _own(catalogue)):
        if rule.id not in rules or rule.severity is Severity.ERROR:
            rules[rule.id] = rule
    return tuple(rules.values())


def _of_figures(catalogue: Catalogue) -> Iterator[Rule]:
    for indicator in catalogue:
        yield from _of_indicator(indicator, catalogue)


def _of_indicator(one: Indicator, catalogue: Catalogue) -> Iterator[Rule]:
    name = _Names(catalogue)
    yield from _of_one(one, name)
    if one.carried:
        label = f"{name(one.id)} = {name(one.carried)} của kỳ trước"
        yield Rule(RuleKind.CARRIED, f"{one.id}=truoc.{one.carried}", label, (one.id,), (one.carried,))
    for field in one.fields:
        yield from _of_one(field, _Names(catalogue, one))
        if one.tree and field.kind in ADDED:
            yield _Names(catalogue, one).outline(field.id, one.tree)


def _of_one(one: Indicator, name: _Names) -> Iterator[Rule]:
    """Rules of one figure, or of one field of a row."""
    for parts in one.parts:
        longer = tuple(other for other in one.parts if set(parts) < set(other))
        yield name.rule(RuleKind.SUM, (one.id,), parts, unless=longer)
    yield from _within(one, name)
    if one.numerator and one.denominator:
        yield name.rule(RuleKind.RATE, (one.id,), (one.numerator, one.denominator))
    if one.kind is Kind.RANK:
        yield name.limit(RuleKind.RANK, one, "tổng số được xếp hạng")
    if one.kind is Kind.POINTS:
        yield name.limit(RuleKind.POINTS, one, "điểm tối đa")
    if one.kind in (Kind.DATE, Kind.DOCUMENT) and one.when is not When.FREE:
        yield name.day(one)


def _within(one: Indicator, name: _Names) -> Iterator[Rule]:
    """A part and a declared whole are errors, `nen_trong` warns."""
    parts = ((part, one.id) for row in one.parts for part in row)
    sure = chain(parts, ((one.id, whole) for whole in one.within))
    for part, whole in sure:
        yield name.rule(RuleKind.WITHIN, (part,), (whole,), AT_MOST, Severity.ERROR)
    for whole in one.usually_within:
        yield name.rule(RuleKind.WITHIN, (one.id,), (whole,), AT_MOST)


@dataclass(frozen=True, slots=True)
class _Names:
    """Makes rules with ids and labels; for the rows of a list when `owner` is given."""

    catalogue: Catalogue
    owner: Indicator | None = None

    def __call__(self, item: str) -> str:
        """The label in guillemets; the id for what the catalogue does not have."""
        list_id, field = (self.owner.id, item) if self.owner else list_field(item)
        found = self.catalogue.indicators.get(list_id)
        if found is None:
            return f"«{item}»"
        column = next((one.label for one in found.fields if one.id == field), field)
        if self.owner or not field:
            return f"«{column if field else found.label}»"
        return f"cột «{column}» của «{found.label}»"

    def rule(
        self,
        kind: RuleKind,
        left: tuple[str, ...],
        right: tuple[str, ...],
        relation: str = EQUAL,
        severity: Severity = Severity.WARNING,
        unless: tuple[tuple[str, ...], ...] = (),
    ) -> Rule:
        mark = "/" if kind is RuleKind.RATE else "+"
        id_ = f"{self._prefix()}{'+'.join(left)}{relation}{mark.join(right)}"
        label = f"{self.sum(left)} {_SIGNS[relation]} {self.sum(right, f' {mark} ')}"
        return Rule(kind, id_, self._here(label), left, right, relation, severity, self._list(), unless)

    def limit(self, kind: RuleKind, one: Indicator, limit: str) -> Rule:
        label = self._here(f"{self(one.id)} không quá {limit}")
        id_ = f"{self._prefix()}{one.id}<=tong"
        return Rule(kind, id_, label, (one.id,), (), AT_MOST, Severity.ERROR, self._list())

    def day(self, one: Indicator) -> Rule:
        bound = "trong kỳ báo cáo" if one.when is When.PERIOD else "không sau ngày báo cáo"
        label, id_ = self._here(f"Ngày của {self(one.id)} {bound}"), f"{self._prefix()}{one.id}:{one.when}"
        return Rule(RuleKind.DATES, id_, label, (one.id,), (one.when.value,), AT_MOST, list=self._list())

    def outline(self, field: str, tree: str) -> Rule:
        label = self._here(f"{self(field)} = tổng các dòng ngay dưới (theo {self(tree)})")
        id_ = f"{self._prefix()}{field}=bac.{tree}"
        return Rule(RuleKind.OUTLINE, id_, label, (field,), (tree,), list=self._list())

    def sum(self, items: Iterable[str], mark: str = " + ") -> str:
        return mark.join(map(self, items))

    def _here(self, label: str) -> str:
        return f"Từng dòng của «{self.owner.label}»: {label}" if self.owner else label

    def _prefix(self) -> str:
        return f"{self.owner.id}[]:" if self.owner else ""

    def _list(self) -> str:
        return self.owner.id if self.owner else ""


_SIGNS = {EQUAL: "=", AT_MOST: "≤"}


def _shares(catalogue: Catalogue) -> Iterator[Rule]:
    """Rates of all parts of one breakdown over the same whole complement each other."""
    rates = {(one.numerator, one.denominator): one.id for one in catalogue if one.kind is Kind.RATE}
    name = _Names(catalogue)
    for whole in catalogue:
        for parts in whole.parts:
            shares = tuple(rates[part, whole.id] for part in parts if (part, whole.id) in rates)
            if len(shares) == len(parts) > 1:
                label = f"{name.sum(shares)} = 100%"
                yield Rule(RuleKind.SHARES, f"{'+'.join(shares)}=100", label, shares, ())


def _window(catalogue: Catalogue) -> Iterator[Rule]:
    figures = tuple(one.id for one in catalogue if one.kind in NUMERIC)
    if figures:
        label = "Khoảng ngày của số liệu (từ ngày, đến ngày) chạm kỳ báo cáo và không sau ngày báo cáo"
        yield Rule(RuleKind.WINDOW, "tu_ngay..den_ngay", label, figures, ("ky", "bao_cao"), AT_MOST)


def _own(catalogue: Catalogue) -> Iterator[Rule]:
    for check in catalogue.checks:
        owner = catalogue.indicators.get(check.list)
        name = _Names(catalogue, owner)
        label = check.label or f"{name.sum(check.left)} {_SIGNS[check.relation]} {name.sum(check.right)}"
        yield Rule(
            RuleKind.OWN, check.id, label, check.left, check.right, check.relation, check.severity, check.list
        )
