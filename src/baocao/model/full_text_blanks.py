"""Figures that a record names itself (`so`), that its full texts ask for and that are not there: each is told
at its own line, once, with what to type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from baocao.errors import Where
from baocao.intake.raw import Literal, RawValue
from baocao.model.faults import Faults
from baocao.model.full_texts import Use
from baocao.model.named import ENTRY, FORMULA, Named
from baocao.model.named_typed import LAST_YEAR
from baocao.packs.catalogue import Indicator, Kind

_COMPARED = ("truoc", "chenh_lech", "ty_le_chenh_lech", "huong")
_MOVED = ("chenh_lech", "ty_le_chenh_lech", "huong")
_NUMBERS = ("gia_tri", "cong_bo", FORMULA)
_BLANK = RawValue(None, Where(), Literal.NULL)
_SHARE = "ty_le_chenh_lech"
_Stated = Callable[[str], bool]


def check_missing(uses: Iterable[Use], named: Named, entries: RawValue, faults: Faults) -> None:
    """Report them. entries: what is typed under `so`."""
    known = _Known(named, entries)
    told: dict[tuple[str, str], list[Use]] = {}
    for use in uses:
        for fault in known.faults_of(use):
            told.setdefault(fault, []).append(use)
    for (code, id_), behind in told.items():
        faults.add(code, known.where(id_), **known.facts(id_, behind))


@dataclass
class _Known:
    named: Named
    entries: RawValue
    own: dict[str, Indicator] = field(init=False)

    def __post_init__(self) -> None:
        self.own = {one.id: one for one in self.named.indicators}

    def faults_of(self, use: Use) -> Iterator[tuple[str, str]]:
        """The faults behind one place of a text: their codes, each with the figure that lacks something."""
        if use.id not in self.own:
            return
        now = list(self._lacking(use.id, self._stated))
        yield from (("so-chua-dien", id_) for id_ in dict.fromkeys(now))
        if now:
            return
        zero = self._divided_by_nothing(use.id)
        if zero:
            yield "so-chia-cho-khong", zero
        elif set(use.asked) & set(_COMPARED):
            before = list(dict.fromkeys(self._lacking(use.id, self._stated_before)))
            yield from (("so-thieu-nam-truoc", id_) for id_ in before)
            if not before and _SHARE in use.asked and self._was_nothing(use.id):
                yield "so-nam-truoc-bang-khong", use.id
            elif not before and set(use.asked) & set(_MOVED) and self._is_roughly_alike(use.id):
                yield "so-gan-dung-bang-nhau", use.id

    def where(self, id_: str) -> Where:
        """The place of a figure's entry."""
        return self._entry(id_).where.but(key=id_)

    def facts(self, id_: str, behind: Iterable[Use]) -> dict[str, Any]:
        """What fills the holes of a message: the name, what is typed, what the text asks for and where."""
        entry = self._entry(id_)
        typed = entry.text_of("gia_tri") or entry.text
        asking = ", ".join(dict.fromkeys(f"{{{use.name}}}{_at(use.where)}" for use in behind))
        sum_ = entry.text_of(FORMULA) or entry.text
        one = self.own[id_]
        zero = self._name(one.denominator) if one.denominator else ""
        return {"ten": self._name(id_), "so": typed or "…", "cho": asking, "phep_tinh": sum_, "mau": zero}

    def _entry(self, id_: str) -> RawValue:
        return self.entries.children.get(id_.removeprefix(f"{ENTRY}."), self.entries)

    def _name(self, id_: str) -> str:
        """How a figure is called among the others: its name, or the sum it stands for."""
        if id_.removeprefix(f"{ENTRY}.") in self.entries.children:
            return id_.removeprefix(f"{ENTRY}.")
        return self.own[id_].label if id_ in self.own else id_

    def _inputs(self, id_: str) -> tuple[str, ...]:
        one = self.own[id_]
        if one.numerator and one.denominator:
            return one.numerator, one.denominator
        return one.parts[0] if one.parts else ()

    def _lacking(self, id_: str, stated: _Stated) -> Iterator[str]:
        """The blank figures that one is reckoned from, itself when it is reckoned from none. What is typed
        wrongly is told elsewhere.
        """
        for one in self._behind(id_, stated):
            if not self._inputs(one):
                yield one

    def _behind(self, id_: str, stated: _Stated) -> Iterator[str]:
        """A figure that is not stated and those it is reckoned from, likewise, each once."""
        waiting, seen = [id_], set[str]()
        while waiting:
            one = waiting.pop()
            if one in seen or one not in self.own or stated(one):
                continue
            seen.add(one)
            yield one
            waiting += reversed(self._inputs(one))

    def _stated(self, id_: str) -> bool:
        value = self.named.values.get(id_)
        if value is not None and (value.nil or value.number is not None):
            return True
        return not self._inputs(id_) and not self._typed(id_, *_NUMBERS).blank

    def _stated_before(self, id_: str) -> bool:
        return id_ in self.named.previous or not self._typed(id_, LAST_YEAR).blank

    def _is_roughly_alike(self, id_: str) -> bool:
        """Whether a figure and that of the last period are one number, and one of them is rough."""
        now, before = self.named.values.get(id_), self.named.previous.get(id_)
        if now is None or before is None:
            return False
        return now.number == before.number and bool(now.hedge or before.hedge)

    def _typed(self, id_: str, *names: str) -> RawValue:
        """What is typed for a figure under the first of the names that is not blank; in the short form all of
        it is the number.
        """
        entry = self._entry(id_)
        if entry.literal is not Literal.MAP:
            return entry if names == _NUMBERS else _BLANK
        given = (entry.children[name] for name in names if name in entry.children)
        return next((item for item in given if not item.blank), _BLANK)

    def _divided_by_nothing(self, id_: str) -> str:
        """The rate, among a figure and those behind it, whose base is 0; "" for none."""
        for one in self._behind(id_, self._stated):
            base = self.own[one].denominator
            if base and self._size(base) == 0:
                return one
        return ""

    def _size(self, id_: str) -> Decimal | None:
        """0 when a figure, or all of the sum that it is, are 0, else more; None when that is not known."""
        total = Decimal(0)
        waiting, seen = [id_], set[str]()
        while waiting:
            one = waiting.pop()
            value = self.named.values.get(one)
            if one in seen:
                continue
            seen.add(one)
            if value is not None and self._stated(one):
                total += abs(value.number or Decimal(0))
            elif one not in self.own or self.own[one].kind is Kind.RATE or not self._inputs(one):
                return None
            else:
                waiting += self._inputs(one)
        return total

    def _was_nothing(self, id_: str) -> bool:
        value = self.named.previous.get(id_)
        return value is not None and not value.number


def _at(where: Where) -> str:
    return f" ở dòng {where.line}" if where.line is not None else ""
