"""Which of the files that were sent may be added up: one period, one pack, each unit once."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from baocao.errors import Finding, Severity, Where, finding, stops
from baocao.model.names import guess
from baocao.model.record import Period
from baocao.model.rolled import ROLLED_UP, in_a_row
from baocao.packs.pack import Pack
from baocao.rollup.last_year import asks_for_none, with_last_year
from baocao.rollup.member import Member, in_order, named_apart
from baocao.rollup.nested import lacking_below
from baocao.rollup.reading import Sent, form_unit, same_figures
from baocao.rollup.rolled import LeftOut
from baocao.rollup.twice import units_twice
from baocao.rollup.upper import Upper
from baocao.vietnamese.dates import short_date
from baocao.vietnamese.unit_names import unit_key

_PeriodKey = tuple[str, int, int, int]
_Window = tuple[dt.date, dt.date, dt.date]


class Gathering:
    """Sorts out what was sent. `year`: that the folder is named after, 0 for none. draft: what cannot be
    added up is left out with a warning; else it is an error. earlier: what was sent last year.
    """

    def __init__(
        self,
        sent: Iterable[Sent],
        pack: Pack,
        upper: Upper,
        year: int,
        *,
        draft: bool,
        earlier: Iterable[Sent] = (),
    ) -> None:
        self.all = sorted(sent, key=lambda one: one.file)
        self.files = Counter(one.file for one in self.all)
        self.pack, self.upper, self.year, self.draft = pack, upper, year, draft
        self.findings: list[Finding] = []
        self.left_out: list[LeftOut] = []
        self.taken = self._take()
        self.left_out += (lost for one in self.taken for lost in self._lost_below(one))
        self.period = self._common_period()
        members = [member for one in self.taken for member in one.members]
        members = [*with_last_year(members, earlier, self.period, pack, apart=asks_for_none(self.taken))]
        self.members = named_apart(in_order(members))

    def _take(self) -> list[Sent]:
        wanted = self._wanted()
        fitting = [self._sound(one) for one in self.all if self._fits(one, wanted)]
        taken = list(self._once(fitting))
        twice = {item.file: item for item in units_twice(taken)}
        for one in (one for one in taken if one.file in twice):
            self._out(one, "có đơn vị đã cộng từ tệp khác", twice[one.file].told)
        return [one for one in taken if one.file not in twice]

    def _sound(self, one: Sent) -> Sent:
        """The file without the units of a roll-up that would have been left out had they sent their own."""
        for member in one.members:
            faults = one.faulty.get(member.key, ())
            self.findings += self._weighed(faults)
            if self.draft and faults:
                unit = replace(one, name=member.name)
                self._out(unit, f"tệp còn {len([item for item in faults if stops([item])])} lỗi phải sửa")
        if not self.draft:
            return one
        return replace(one, members=tuple(item for item in one.members if item.key not in one.faulty))

    def _fits(self, one: Sent, wanted: tuple[_PeriodKey | None, str]) -> bool:
        if one.pack_id and one.pack_id != self.pack.id:
            told = finding(
                "tong-hop-khac-goi", _at(one, "goi"), don_vi=one.name, goi=one.pack_id, can=self.pack.id
            )
            self._out(one, "khác gói mẫu", told)
        elif one.period is not None and wanted[1] and _key(one.period) != wanted[0]:
            told = finding(
                "tong-hop-khac-ky", _at(one, "ky"), don_vi=one.name, ky=one.period.label, can=wanted[1]
            )
            self._out(one, f"số liệu {one.period.label}", told)
        elif one.period is None or not one.members:
            self._out(one, "không đọc được tệp", *one.findings)
        elif (strange := self._of_another(one)) is not None:
            self._out(replace(one, name=strange[0]), strange[1], strange[2])
        elif self.draft and (faults := _own_faults(one)):
            self._out(one, f"tệp còn {len(faults)} lỗi phải sửa", *one.findings)
        else:
            self.findings += self._weighed(one.findings)
            return True
        return False

    def _of_another(self, one: Sent) -> tuple[str, str, Finding] | None:
        """Whose a file would be that is called after, or was made for, another unit than it says; why it is
        left out; what is told.
        """
        own = self.upper.find(one.name)
        if own is None or self.files[one.file] > 1:
            return None
        place = Where(one.file, part=one.name)
        called = self.upper.called(Path(one.file).stem)
        if called is not None and called is not own:
            told = finding("tong-hop-ten-tep-lech", place, theo_tep=called.name, don_vi=one.name)
            return called.name, f"tệp bên trong là số liệu của {one.name}", told
        made_for = self.upper.find(form_unit(one.raw, self.upper))
        if made_for is not None and made_for is not own:
            told = finding("tong-hop-bieu-cua-don-vi-khac", place, mot=made_for.name, hai=one.name)
            return one.name, f"biểu làm cho {made_for.name}", told
        return None

    def _key(self, member: Member) -> tuple[object, object]:
        """What all files of one unit have in common, however they write its name."""
        unit = self.upper.find(member.name) if not member.above else None
        return (unit_key(unit.name), ()) if unit is not None else member.key

    def _wanted(self) -> tuple[_PeriodKey | None, str]:
        """The period of this roll-up and its name: the one most units have; of the folder's year, when it has
        one.
        """
        periods = [one.period for one in self.all if one.period is not None]
        of_year = [period for period in periods if self.year in (0, period.year, period.last_year)]
        if periods and not of_year:
            return None, f"năm {self.year} (theo tên thư mục)"
        counted = Counter(map(_key, of_year))
        best = max(counted, key=lambda key: (counted[key], key), default=None)
        return best, next((period.label for period in of_year if _key(period) == best), "")

    def _once(self, fitting: Sequence[Sent]) -> Iterator[Sent]:
        """Each unit once. Two files that say the same count as one, two that differ cannot be told apart."""
        by_unit: dict[object, list[Sent]] = {}
        for one in fitting:
            for member in one.members:
                by_unit.setdefault(self._key(member), []).append(one)
        out: set[str] = set()
        for several in by_unit.values():
            first = several[0]
            for other in several[1:]:
                out |= self._second(first, other, out)
        yield from (one for one in fitting if one.file not in out)

    def _second(self, first: Sent, other: Sent, out: set[str]) -> set[str]:
        """The files to leave out of two with the same unit."""
        if first is other or {first.file, other.file} <= out:
            return set()
        names: dict[str, Any] = {"mot": Path(first.file).name, "hai": Path(other.file).name}
        place = Where(other.file, part=other.name)
        keys = {self._key(item) for item in other.members}
        shared = next(one.name for one in first.members if self._key(one) in keys)
        if same_figures(first.members, other.members):
            self.findings.append(finding("tong-hop-trung-tep", place, don_vi=shared, **names))
            return {other.file}
        told = finding("tong-hop-trung-don-vi", place, don_vi=shared, **names)
        self._out(other, f"có hai tệp khác nhau, {names['mot']} và {names['hai']}", told)
        if first.file not in out:
            self.left_out.append(LeftOut(first.name, first.file, self.left_out[-1].reason))
        return {first.file, other.file}

    def _out(self, one: Sent, reason: str, *told: Finding) -> None:
        self.left_out.append(LeftOut(one.name, one.file, reason))
        self.findings += self._weighed(told)
        if self.draft:
            place = Where(one.file, part=one.name)
            self.findings.append(finding("tong-hop-bo-don-vi", place, don_vi=one.name, ly_do=reason))

    def _lost_below(self, one: Sent) -> Iterator[LeftOut]:
        """The units that a roll-up of another unit was made without; its total lacks them here, too."""
        lost = list(lacking_below(one.raw))
        if lost:
            names = in_a_row([item.name for item in lost])
            place = _at(one, ROLLED_UP)
            self.findings.append(finding("tong-hop-chua-du", place, so=len(lost), cac_don_vi=names))
        yield from lost

    def _weighed(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """In a draft nothing stops the result."""
        for item in findings:
            yield replace(item, severity=Severity.WARNING) if self.draft and stops([item]) else item

    def _common_period(self) -> Period | None:
        """The period of all; days that only some have are told, and belong to none of the result."""
        periods = [one.period for one in self.taken if one.period is not None]
        if not periods:
            return None
        counted = Counter(map(_window, periods))
        usual = max(counted, key=lambda key: (counted[key], key))
        for one in self.taken:
            if one.period is not None and _window(one.period) != usual:
                place, said = _at(one, "ky"), _days(*_window(one.period))
                told: dict[str, Any] = {"don_vi": one.name, "khoang": said, "can": _days(*usual)}
                self.findings.append(finding("tong-hop-khac-khoang-ngay", place, **told))
        if len(counted) > 1:
            return replace(periods[0], own_window=False, as_of=None)
        return periods[0]

    def check_names(self) -> Iterator[str]:
        """The units below that are not in the sums; strange ones are told."""
        known = {unit_key(unit.name): unit.name for unit in self.upper.units}
        seen = set()
        for one in self.taken:
            self._check_own_file(one)
            for name, file in dict.fromkeys(
                (item.above or item.name, item.standing_in) for item in one.members
            ):
                unit = self.upper.find(name)
                if unit is not None:
                    seen.add(unit_key(unit.name))
                elif known and unit_key(name) != unit_key(self.upper.name):
                    self._strange(name, file, known.values())
        yield from (name for key, name in known.items() if key not in seen)

    def _strange(self, name: str, file: str, known: Iterable[str]) -> None:
        told: dict[str, Any] = {"don_vi": name, "theo": self.upper.source, "goi_y": guess(name, known)}
        place = Where(file, part=name)
        self.findings.append(finding("tong-hop-don-vi-la", place, **told))

    def _check_own_file(self, one: Sent) -> None:
        """A file of the unit above itself."""
        place = Where(one.file, part=one.name)
        if len(one.members) == 1 and unit_key(one.name) == unit_key(self.upper.name):
            self.findings.append(finding("tong-hop-don-vi-tren", place, don_vi=one.name))


def _own_faults(one: Sent) -> list[Finding]:
    """What stops a unit's file. Of a roll-up nothing does: its units are judged one by one."""
    if ROLLED_UP in one.raw.main.children:
        return []
    return [item for item in one.findings if stops([item])]


def _at(one: Sent, entry: str) -> Where:
    raw = one.raw.main.children.get(entry)
    where = raw.where if raw is not None else Where(one.file)
    return where.but(key=entry, part=one.name)


def _key(period: Period) -> _PeriodKey:
    return period.kind.value, period.year, period.number, period.last_year


def _window(period: Period) -> _Window:
    return period.window_from, period.window_to, period.as_of or dt.date.min


def _days(start: dt.date, end: dt.date, as_of: dt.date) -> str:
    closed = f", chốt ngày {short_date(as_of)}" if as_of > dt.date.min else ""
    return f"từ {short_date(start)} đến {short_date(end)}{closed}"
