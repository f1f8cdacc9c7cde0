"""How the indicators of a catalogue hang together: names, references, cycles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from keyword import iskeyword

from baocao.errors import Finding, Where, finding
from baocao.packs.catalogue import NUMERIC, Indicator, Kind, RollUp, list_field
from baocao.packs.entry import guess
from baocao.source.raw import RawValue

_SEGMENT = r"[a-z][a-z0-9_]*"
_ID = re.compile(rf"{_SEGMENT}(?:\.{_SEGMENT})*")

_TAKEN_ANYWHERE = frozenset(
    {
        "trong",
        "khong_phat_sinh",
        "co_noi_dung",
        "names",
        "none",
        "true",
        "false",
        "loop",
        "self",
        "super",
        "caller",
        "varargs",
        "kwargs",
        "items",
        "keys",
        "values",
        "get",
        "pop",
        "popitem",
        "update",
        "setdefault",
        "clear",
        "copy",
        "count",
        "index",
    }
)
"""Names that Jinja, its loops, a group or a blank value use themselves."""

_TAKEN_IN_FRONT = frozenset(
    {
        "dv",
        "ky",
        "vb",
        "ke_tieu_ngu",
        "ke_co_quan",
        "ke_trich_yeu",
        "range",
        "dict",
        "lipsum",
        "cycler",
        "joiner",
        "namespace",
    }
)
"""Names that stand for something else in every template."""


def check_catalogue(
    indicators: Mapping[str, Indicator], sources: Mapping[str, RawValue]
) -> Iterator[Finding]:
    """Every fault of the whole. `sources`: the entry of each id as typed, for its line."""
    checks = _Checks(indicators, sources)
    yield from checks.names()
    yield from checks.prefixes()
    yield from checks.references()
    yield from checks.pairs()
    yield from checks.outlines()
    yield from checks.cycles()
    yield from checks.rollups()


def taken(name: str, *, in_front: bool = False) -> bool:
    """Whether a segment or column name has another meaning in templates."""
    return name in _TAKEN_ANYWHERE or iskeyword(name) or (in_front and name in _TAKEN_IN_FRONT)


class _Checks:
    def __init__(self, indicators: Mapping[str, Indicator], sources: Mapping[str, RawValue]) -> None:
        self.all, self.sources = indicators, sources

    def _where(self, id_: str, key: str = "") -> Where:
        raw = self.sources[id_]
        return raw.children.get(key, raw).where.but(
            key=f"{id_}.{key}" if key else id_, label=self.all[id_].label
        )

    def names(self) -> Iterator[Finding]:
        for id_, indicator in self.all.items():
            if not _ID.fullmatch(id_):
                yield finding("chi-tieu-ma-sai", self._where(id_), ma=id_)
                continue
            for position, segment in enumerate(id_.split(".")):
                if taken(segment, in_front=position == 0):
                    yield finding("chi-tieu-ten-danh-rieng", self._where(id_), ten=segment)
            yield from self._field_names(id_, indicator)

    def _field_names(self, id_: str, indicator: Indicator) -> Iterator[Finding]:
        for field in indicator.fields:
            if not re.fullmatch(_SEGMENT, field.id):
                yield finding("chi-tieu-ma-sai", self._where(id_, "truong"), ma=field.id)
            elif taken(field.id):
                yield finding("chi-tieu-ten-danh-rieng", self._where(id_, "truong"), ten=field.id)

    def prefixes(self) -> Iterator[Finding]:
        for id_ in self.all:
            segments = id_.split(".")
            for count in range(1, len(segments)):
                outer = ".".join(segments[:count])
                if outer in self.all:
                    yield finding("chi-tieu-ma-trung-nhom", self._where(outer), ma=outer, con=id_)

    def references(self) -> Iterator[Finding]:
        for id_, indicator in self.all.items():
            for key, target in _references(indicator):
                yield from self._reference(id_, key, target)
            for field in indicator.fields:
                yield from self._field_references(id_, indicator, field)

    def _field_references(self, id_: str, list_: Indicator, field: Indicator) -> Iterator[Finding]:
        """Fields refer to fields of their own row."""
        beside = {one.id: one for one in list_.fields}
        where = self._where(id_, "truong").but(key=f"{id_}.truong.{field.id}")
        for key, target in _references(field):
            if key == "bang_ky_truoc":
                yield finding("chi-tieu-cot-khong-co", where, muc=key)
            elif target not in beside:
                yield finding("chi-tieu-khong-co", where, muc=key, ma=target, goi_y=guess(target, beside))
            elif beside[target].kind not in NUMERIC:
                kind = beside[target].kind.value
                yield finding("chi-tieu-khong-phai-so", where, muc=key, ma=target, loai=kind)

    def _reference(self, id_: str, key: str, target: str) -> Iterator[Finding]:
        list_id, field = list_field(target)
        found = self._column(list_id, field) if field else self.all.get(target)
        if found is None:
            hint = guess(target, self._targets())
            yield finding("chi-tieu-khong-co", self._where(id_, key), muc=key, ma=target, goi_y=hint)
        elif key != "mac_dinh_theo" and found.kind not in NUMERIC:
            kind = found.kind.value
            yield finding("chi-tieu-khong-phai-so", self._where(id_, key), muc=key, ma=target, loai=kind)

    def _column(self, list_id: str, name: str) -> Indicator | None:
        owner = self.all.get(list_id)
        fields = owner.fields if owner is not None and owner.kind is Kind.LIST else ()
        return next((field for field in fields if field.id == name), None)

    def _targets(self) -> Iterator[str]:
        for id_, indicator in self.all.items():
            yield id_
            yield from (f"{id_}[].{field.id}" for field in indicator.fields)

    def pairs(self) -> Iterator[Finding]:
        """A rate names both its numerator and its denominator, or neither."""
        for id_, indicator in self.all.items():
            given = [("tu_so", indicator.numerator), ("mau_so", indicator.denominator)]
            named = [key for key, target in given if target]
            if len(named) == 1:
                lacking = next(key for key, target in given if not target)
                yield finding("chi-tieu-thieu-cap", self._where(id_, named[0]), co=named[0], thieu=lacking)

    def outlines(self) -> Iterator[Finding]:
        """The number of a row (`bac`) is a column of texts of the same list."""
        for id_, indicator in self.all.items():
            texts = [field.id for field in indicator.fields if field.kind is Kind.TEXT]
            if indicator.tree and indicator.tree not in texts:
                hint = guess(indicator.tree, texts)
                where = self._where(id_, "bac")
                yield finding("chi-tieu-khong-co", where, muc="bac", ma=indicator.tree, goi_y=hint)

    def rollups(self) -> Iterator[Finding]:
        """Whether each indicator can be rolled up the way it says; what `lay_tu` names must be there."""
        for id_, indicator in self.all.items():
            if not _can_roll_up(indicator):
                where, way = self._where(id_, "tong_hop"), indicator.rollup.value
                yield finding("chi-tieu-tong-hop-sai", where, ma=id_, cach=way)
            for field in indicator.fields:
                for target in field.taken_from:
                    yield from self._reference(id_, "lay_tu", target)

    def cycles(self) -> Iterator[Finding]:
        computed = {id_: tuple(_computed_from(item)) for id_, item in self.all.items()}
        within = {id_: item.within for id_, item in self.all.items()}
        for graph in (computed, within):
            for loop in _loops(graph):
                yield finding("chi-tieu-vong", self._where(loop[0]), vong=" → ".join((*loop, loop[0])))


def _can_roll_up(indicator: Indicator) -> bool:
    if indicator.kind is Kind.LIST:
        by_text = indicator.rollup in (RollUp.SUM, RollUp.UNITS)
        return not by_text or any(field.kind is Kind.TEXT for field in indicator.fields)
    if indicator.rollup is RollUp.SUM:
        return indicator.kind in (Kind.COUNT, Kind.MONEY, Kind.POINTS)
    return indicator.rollup is not RollUp.UNITS


def _references(indicator: Indicator) -> Iterator[tuple[str, str]]:
    yield from (("thanh_phan", item) for row in indicator.parts for item in row)
    yield from (("trong", item) for item in indicator.within)
    yield from (("nen_trong", item) for item in indicator.usually_within)
    named = (
        ("tu_so", indicator.numerator),
        ("mau_so", indicator.denominator),
        ("mac_dinh_theo", indicator.fallback),
        ("bang_ky_truoc", indicator.carried),
    )
    yield from ((key, target) for key, target in named if target)


def _computed_from(indicator: Indicator) -> Iterator[str]:
    compared = ("trong", "nen_trong", "bang_ky_truoc")
    return (target for key, target in _references(indicator) if key not in compared)


def _loops(graph: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Cycles of a graph, each once, without recursion."""
    done: set[str] = set()
    for start in graph:
        path: list[str] = []
        stack = [(start, iter(graph[start]))] if start not in done else []
        if stack:
            path.append(start)
        while stack:
            target = next((item for item in stack[-1][1] if item in graph and item not in done), None)
            if target is None:
                done.add(path.pop())
                stack.pop()
            elif target in path:
                yield tuple(path[path.index(target) :])
            else:
                path.append(target)
                stack.append((target, iter(graph[target])))
