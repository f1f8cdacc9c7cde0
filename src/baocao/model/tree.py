"""`so_lieu`, nested by the dots of the catalogue's ids -> values by id; unknown names get the nearest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from baocao.errors import Severity, Where
from baocao.intake.raw import Literal, RawValue
from baocao.model.faults import Faults
from baocao.model.form_origin import blank_in_form
from baocao.model.names import as_name
from baocao.model.numbers import tell_lacking_totals
from baocao.model.record import Value
from baocao.model.values import read_value
from baocao.packs.catalogue import Catalogue
from baocao.vietnamese.text import nearest


@dataclass(frozen=True, slots=True)
class Typed:
    """values: what could be read, by id. ids: every indicator that has something typed, right or wrong.
    blanks: the cells of a form that were left blank, by id.
    """

    values: dict[str, Value]
    ids: frozenset[str]
    blanks: dict[str, Where] = field(default_factory=dict)


_NO_SPACE = re.compile(r"[a-z][a-z0-9_]*:\S")


def read_values(
    tree: RawValue | None,
    catalogue: Catalogue,
    faults: Faults,
    *,
    draft: bool = False,
    previous: bool = False,
) -> Typed:
    """Values by id; blank indicators have none. previous: last year's; unknown names there only warn."""
    reader = _TreeReader(catalogue, faults, draft, previous)
    if tree is not None and tree.literal not in (Literal.MAP, Literal.NULL):
        faults.add("phai-la-bang", tree.where.but(key="so_lieu"), muc="so_lieu", vi_du="tthc")
    elif tree is not None:
        reader.group(tree, "")
    return Typed(reader.values, frozenset(reader.typed), reader.blanks)


def place_of(id_: str, tree: RawValue, catalogue: Catalogue) -> Where:
    """Where a value is or would be typed: its own line, or the line of the innermost group that is there."""
    raw = tree
    for segment in id_.split("."):
        if segment not in raw.children:
            break
        raw = raw.children[segment]
    return raw.where.but(key=id_, label=catalogue[id_].label)


class _TreeReader:
    def __init__(self, catalogue: Catalogue, faults: Faults, draft: bool, previous: bool) -> None:
        self.catalogue, self.faults, self.draft, self.previous = catalogue, faults, draft, previous
        self.groups = catalogue.beginnings
        self.values: dict[str, Value] = {}
        self.places: dict[str, Where] = {}
        self.typed: set[str] = set()
        self.blanks: dict[str, Where] = {}

    def group(self, raw: RawValue, prefix: str) -> None:
        """Read the entries below a group; `prefix` ends with a dot, or is empty for the top."""
        for name, child in raw.children.items():
            self._entry(prefix + name, child, raw)

    def _entry(self, id_: str, raw: RawValue, group: RawValue) -> None:
        if id_ in self.catalogue:
            self._leaf(id_, raw)
        elif id_ not in self.groups:
            self._unknown(id_, raw, group)
        elif raw.literal is Literal.MAP:
            self.group(raw, f"{id_}.")
        elif not raw.blank:
            self._no_group(id_, raw)

    def _leaf(self, id_: str, raw: RawValue) -> None:
        indicator = self.catalogue[id_]
        where = raw.where.named(id_, indicator.label)
        if id_ in self.places:
            self.faults.add("khoa-trung", where, khoa=id_, lan_dau=self.places[id_].spot or "chỗ khác")
            return
        self.places[id_] = where
        if raw.blank:
            if where.cell:
                self.blanks[id_] = where
            return
        self.typed.add(id_)
        value = read_value(raw, indicator, where, self.faults, draft=self.draft)
        if value is not None:
            self.values[id_] = value
            if not self.previous:
                tell_lacking_totals(value, indicator, self.faults)

    def _no_group(self, id_: str, raw: RawValue) -> None:
        where = raw.where.but(key=id_, label=self.catalogue.groups.get(id_, ""))
        if _NO_SPACE.match(raw.text):
            self.faults.add("yaml-thieu-cach", where, chu=raw.text.split()[0][:60])
            return
        inside = next(item for item in self.catalogue if item.id.startswith(f"{id_}."))
        self.faults.add("nhom-khong-phai-so", where, muc=id_, vi_du=inside.id.removeprefix(f"{id_}."))

    def _unknown(self, id_: str, raw: RawValue, group: RawValue) -> None:
        """What a unit's own workbook gives is named where its groups are: in the data file. Blank cells of a
        form for indicators that are no more say nothing.
        """
        if blank_in_form(raw):
            return
        near = self._nearest(id_) if self.faults.may_guess() else None
        label = self._label(near) if near else ""
        hint = f" Có phải «{near}»{f' ({label})' if label else ''} không?" if near else ""
        severity = Severity.WARNING if self.previous else None
        self.faults.add(
            "khoa-la",
            (raw if raw.where.file == group.where.file else group).where.but(key=id_),
            severity=severity,
            khoa=id_,
            goi_y=hint,
            goi=self.faults.pack_id,
        )
        if near and not self.previous:
            self._as_if(near, raw)

    def _as_if(self, near: str, raw: RawValue) -> None:
        """Look for further faults as if the nearest name had been typed, so that one run finds them all."""
        if near in self.groups:
            self.group(raw, f"{near}.")
            return
        indicator = self.catalogue[near]
        where = raw.where.but(key=near, label=indicator.label)
        self._mark_typed(near, raw)
        read_value(raw, indicator, where, self.faults, draft=self.draft)

    def _mark_typed(self, id_: str, raw: RawValue) -> None:
        if not raw.blank:
            self.typed.add(id_)

    def _label(self, id_: str) -> str:
        return self.catalogue[id_].label if id_ in self.catalogue else self.catalogue.groups.get(id_, "")

    def _nearest(self, id_: str) -> str | None:
        """The id or group that was meant: without marks, by label, by last name, in its group, as a whole."""
        known = [*self.catalogue.indicators, *self.groups]
        outer, _, last = id_.rpartition(".")
        plain = ".".join(as_name(part) for part in id_.split("."))
        if plain in known:
            return plain
        labelled = [name for name in known if as_name(self._label(name)) == as_name(last)]
        namesakes = [name for name in known if name.rpartition(".")[2] == as_name(last)]
        if labelled or namesakes:
            return labelled[0] if labelled else nearest(id_, namesakes) or namesakes[0]
        siblings = {name.rpartition(".")[2]: name for name in known if name.rpartition(".")[0] == outer}
        sibling = nearest(last, siblings)
        return siblings[sibling] if sibling else nearest(id_, known)
