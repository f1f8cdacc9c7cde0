"""The unit of a report against the list of administrative units: its code, its name, its province.

Judged is only what the list can decide: from 01/7/2025 on, a code that is all digits, or the name of a
commune whose parent is a province. Made-up units, other codes ("VD-001", "H26.12") and agencies below a
committee pass in silence. After the last day for which the list is known to be right, nothing here stops a
report.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from baocao.errors import Severity, Where
from baocao.model.form import LATEST, Form
from baocao.model.profile import Profile
from baocao.vietnamese.admin_units import (
    AdminUnit,
    AdminUnits,
    ever_named,
    is_commune,
    is_province,
    names_of,
    unit_list,
    units_on,
)
from baocao.vietnamese.dates import short_date
from baocao.vietnamese.text import first_lower, nearest
from baocao.vietnamese.unit_names import same_unit, unit_key, without_committee, without_level

_DECIMAL = re.compile(r"([0-9]{1,5})[.,]([0-9]+)")
"""A code that a program took for a number: "1273.0"; nothing but the whole part can be a code."""


def listed_code(form: Form, code: str, name: str, parent: str, profile: Profile) -> str:
    """The unit's code: as typed, with the zeros in front that Excel dropped, without the decimals that
    programs put behind ("1273.0"). Faults are told.

    form: the profile in effect. code, name: as typed there. parent: the name of the unit above.
    """
    whole = _DECIMAL.fullmatch(code)
    code = whole[1] if whole and not whole[2].strip("0") else code
    decidable = _all_digits(code) or (is_commune(name) and is_province(parent))
    units = units_on(profile.day) if decidable and profile.day < LATEST else None
    return code if units is None else _Judge(form, name, parent, profile, units).code(code)


class _Judge:
    """One unit before the list of its day. unit, above: the two names without the word for the committee.

    comparable: whether its name is one the list could have.
    """

    def __init__(self, form: Form, name: str, parent: str, profile: Profile, units: AdminUnits) -> None:
        self.form, self.profile, self.units = form, profile, units
        self.unit, self.above = without_committee(name), without_committee(parent)
        self.key = unit_key(self.unit)
        self.commune = is_commune(name)
        self.comparable = self.commune or is_province(name)
        self.province = self._province() if is_province(parent) else None

    def code(self, typed: str) -> str:
        """The code as it should be; what is wrong with it, with the name or the parent is told."""
        if _all_digits(typed):
            found = self._of_code(typed)
            if found is None:
                self._tell_code("ma-don-vi-la", ma=typed, ngay=self._day())
            elif not self.comparable:
                return typed
            elif self._is(found):
                self._compare(found)
                return found.code
            elif self._renamed(names_of(found.code), found) or self._misspelt(found):
                return found.code
            else:
                self._tell_code("ma-cua-don-vi-khac", ma=found.code, dung=self._titled(found), ten=self.unit)
                typed = found.code
        if self.commune and self.province is not None:
            if _DECIMAL.fullmatch(typed):
                self._tell_code("ma-co-so-le", ma=typed)
            self._look_up(self.province)
        return typed

    def _province(self) -> AdminUnit | None:
        """The province above, under whatever name; None when the list has none of that name."""
        found = self.units.find(self.above)
        former = ever_named(self.above) if found is None else None
        if former is None:
            return found
        above = self.profile.above
        where = self.form.at("dong_chu_quan") if above is None else above.where.named("ten", "tên đơn vị")
        self._tell_name(where, self.above, former, self.units.by_code[former.code])
        return self.units.by_code[former.code]

    def _of_code(self, typed: str) -> AdminUnit | None:
        """The unit of a code, zeros put in front where Excel dropped them: of those that this may make of it
        the one of the unit named, else the one of its level.
        """
        padded = (typed.zfill(5), typed.zfill(2)) if self.commune else (typed.zfill(2), typed.zfill(5))
        known = [self.units.by_code[code] for code in (typed, *padded) if code in self.units.by_code]
        named = next(filter(self._is, known), None) if self.comparable else None
        if named is not None and named.code != typed:
            self._add("ma-mat-so-khong", self.form.at("ma"), ma=typed, dung=named.code, ten=self.unit)
        return named or next(iter(known), None)

    def _misspelt(self, found: AdminUnit) -> bool:
        """Whether the name is that of the code's unit but for a letter or its level, and of no other one's;
        then it is told in the place of the code.
        """
        near = nearest(without_level(self.unit), (without_level(found.name),)) is not None
        if not near or self.units.find(self.unit, found.parent) is not None:
            return False
        facts = {"ma": found.code, "dung": first_lower(found.name), "ten": self.unit}
        self._add("ten-khac-ma", self.form.at("ten"), self._severity(), **facts)
        return True

    def _is(self, listed: AdminUnit) -> bool:
        """Whether the unit's name may stand for one of the list."""
        return self.key == unit_key(listed.name) or same_unit(listed.name, self.unit)

    def _compare(self, found: AdminUnit) -> None:
        """Tell a name without its marks or level, and a commune whose province is not the one above it."""
        if unit_key(found.name) != self.key:
            self._tell_unknown(found.parent, found)
        known = self.province is not None or is_province(self.above)
        if found.parent and known and (self.province is None or self.province.code != found.parent):
            self._tell_province(found)

    def _look_up(self, province: AdminUnit) -> None:
        """Tell a name that no commune of the province has on this day."""
        found = self.units.find(self.unit, province.code)
        if found is not None:
            self._compare(found)
            return
        former = ever_named(self.unit, province.code)
        others = self.units.elsewhere(self.unit, province.code)
        if former is not None:
            self._tell_name(self.form.at("ten"), self.unit, former, self.units.by_code[former.code])
        elif len(others) == 1:
            self._tell_province(others[0])
        else:
            self._tell_unknown(province.code, self._nearest(province.code))

    def _nearest(self, province: str) -> AdminUnit | None:
        """The commune with the most alike name, the word of its level left aside."""
        names = {without_level(item.name): item for item in self.units.below(province)}
        near = nearest(without_level(self.unit), names) if self.form.faults.may_guess() else None
        return names.get(near) if near is not None else None

    def _renamed(self, names: tuple[AdminUnit, ...], today: AdminUnit) -> bool:
        """Whether the unit is named as on another day, which is told."""
        other = next((item for item in names if self._is(item)), None)
        if other is not None:
            self._tell_name(self.form.at("ten"), self.unit, other, today)
        return other is not None

    def _tell_name(self, where: Where, typed: str, other: AdminUnit, today: AdminUnit) -> None:
        newer = max(other, today, key=lambda item: item.first)
        since = short_date(dt.date.fromisoformat(newer.first))
        basis = f" Tên {first_lower(newer.name)} có từ ngày {since} theo Nghị quyết số {newer.act}."
        name = first_lower(today.name)
        self._add("don-vi-da-doi-ten", where, ngay=self._day(), ten=typed, dung=name, can_cu=basis)

    def _tell_unknown(self, province: str, near: AdminUnit | None) -> None:
        above = self.units.by_code[province].name if province else "cả nước"
        question = f" Có phải «{first_lower(near.name)}» không?" if near is not None else ""
        facts: dict[str, Any] = {"ngay": self._day(), "cap_tren": first_lower(above), "ten": self.unit}
        self._add("ten-don-vi-la", self.form.at("ten"), **facts, goi_y=question)

    def _tell_province(self, found: AdminUnit) -> None:
        own = first_lower(self.units.by_code[found.parent].name)
        name, place = first_lower(found.name), self.form.at("ten")
        self._add("don-vi-cua-tinh-khac", place, ten=name, dung=own, cap_tren=self.above)

    def _tell_code(self, message: str, **facts: str) -> None:
        """Tell a wrong code, with the right one when the name gives it."""
        right = self.units.find(self.unit, self.province.code) if self.province and self.commune else None
        near = f" Mã của {self.unit} là {right.code}." if right is not None else ""
        self._add(message, self.form.at("ma"), self._severity(), goi_y=near, **facts)

    def _severity(self) -> Severity | None:
        """That of the message, as long as the list is known to be right on the day."""
        return None if self.profile.day <= unit_list().checked else Severity.WARNING

    def _add(self, message: str, where: Where, severity: Severity | None = None, **facts: Any) -> None:
        self.form.faults.add(message, where, severity=severity, **facts)

    def _titled(self, unit: AdminUnit) -> str:
        """A unit in a sentence: "xã Ba Vì (thành phố Hà Nội)"."""
        above = self.units.by_code.get(unit.parent)
        return first_lower(unit.name) + (f" ({first_lower(above.name)})" if above else "")

    def _day(self) -> str:
        return short_date(self.profile.day)


def _all_digits(code: str) -> bool:
    return code.isascii() and code.isdigit()
