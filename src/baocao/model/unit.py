"""The profile in effect -> Unit."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from baocao.intake.raw import Literal
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.house_format import read_house_format
from baocao.model.naming import (
    LEVEL_WORDS,
    accepted_levels,
    former_level,
    header_lines,
    kinds_of,
    level_within,
    self_name,
)
from baocao.model.profile import Chosen, Profile
from baocao.model.recipients import addressed_to, read_archive, read_recipients
from baocao.model.record import Unit
from baocao.model.signer import read_signer
from baocao.model.style import read_style, self_name_in
from baocao.packs.pack import Pack
from baocao.vietnamese.terms import terms
from baocao.vietnamese.text import capitals, first_upper

_SYMBOL = re.compile(r"[A-ZĐ0-9][A-ZĐ0-9&.\-]*")
TWO_LEVELS = dt.date(2025, 7, 1)
"""Since then a province has communes only (Luật Tổ chức chính quyền địa phương 2025)."""

_DATE_WORD = re.compile(r"\s*,?\s*ngày\b.*|\s*,\s*\Z", re.IGNORECASE)
_LEVEL_WORD = re.compile(rf"(?:{'|'.join(LEVEL_WORDS.values())})\s+", re.IGNORECASE)
_OWN_NAME = re.compile(r"[a-z][a-z0-9_]*")
USUAL_DRAFTER_FORM = "chi_so_duoi"
_DRAFTER_FORMS = {"chi_so_duoi": "chi_so_duoi", "ngoac": "ngoac"}


def read_unit(main: Form, head: Form, profile: Profile | None, pack: Pack, faults: Faults) -> Unit | None:
    """The unit of the report; None when its profile could not be read (a finding says why).

    main: the data file, which may choose the signer; head: its `van_ban`, which may address the report.
    """
    if profile is None:
        return None
    form = profile.form(faults)
    name = form.line("ten")
    level = _level(form, pack)
    addressees = addressed_to(head, form)
    style = read_style(profile.style(faults))
    house = read_house_format(form)
    parent = parent_name(form, profile)
    words = terms_of(name, level, profile.day) | superior(parent)
    return Unit(
        name=name,
        level=level,
        header_lines=_header(form, name),
        parent_lines=tuple(capitals(line) for line in form.lines("dong_chu_quan")),
        place=_place(form),
        symbol=_symbol(form, pack),
        self_name=self_name_in(style, form.line("tu_xung") or self_name(name, level)),
        signer=read_signer(form, main.get("nguoi_ky"), pack.id, faults, collective=is_collective(name)),
        recipients=read_recipients(form, pack, (name, level, words), answered=bool(addressees)),
        archive=read_archive(form),
        drafter=form.line("nguoi_soan"),
        drafter_form=form.choice("kieu_nguoi_soan", _DRAFTER_FORMS, USUAL_DRAFTER_FORM),
        addressees=addressees,
        style=style,
        extra=_extra(profile.texts, faults),
        terms=words,
        code=_code(form, name, parent, profile),
        parent=parent,
        electronic=bool(house.electronic),
    )


def _code(form: Form, name: str, parent: str, profile: Profile) -> str:
    """The unit's code, held to the list of units when there is something to compare."""
    code = form.line("ma")
    if profile.day < TWO_LEVELS or not (code or parent):
        return code
    from baocao.model.unit_list import listed_code

    return listed_code(form, code, name, parent, profile)


def parent_name(form: Form, profile: Profile) -> str:
    """The name of the unit above: of its profile, else as it stands above the unit's own name."""
    if profile.above is not None:
        return " ".join(profile.above.text.split())
    return " ".join(form.lines("dong_chu_quan"))


def terms_of(name: str, level: str, day: dt.date) -> dict[str, str]:
    """What changed its name with the law, as a unit of this name and level calls it on a day."""
    kinds = kinds_of(name, level)
    found = {term.name: term.at(kinds, day) for term in terms().values()}
    return {key: wording.words for key, wording in found.items() if wording is not None}


def superior(parent: str) -> dict[str, str]:
    """What the profile itself says of the unit above, by the words that else follow from level and day.

    A people's committee stands without its own name: "Ủy ban nhân dân thành phố".
    """
    if not parent:
        return {}
    own = self_name(parent, "")
    known = own in LEVEL_WORDS.values()
    return {"co_quan_cap_tren": f"Ủy ban nhân dân {own}"} if known and is_collective(parent) else {}


def is_collective(name: str) -> bool:
    """Whether the unit is a people's committee, which signs as a collective (Điều 13.2)."""
    return name.lower().startswith(("ủy ban nhân dân", "uỷ ban nhân dân", "ubnd"))


def _needed(form: Form, name: str, sample: str) -> str:
    form.need(name, sample)
    return form.line(name)


def _header(form: Form, name: str) -> tuple[str, ...]:
    form.need("ten", "Ủy ban nhân dân xã Tân Hồng")
    if name.startswith("UBND "):
        form.faults.add("ten-viet-tat", form.at("ten"), ten=f"Ủy ban nhân dân {name[5:]}")
    return tuple(capitals(line) for line in form.lines("dong_ten")) or header_lines(name)


def _place(form: Form) -> str:
    """Địa danh, which stands before ", ngày …": a name alone."""
    place = _needed(form, "dia_danh", "Tân Hồng")
    if _DATE_WORD.search(place):
        bare = _LEVEL_WORD.sub("", _DATE_WORD.sub("", place))
        form.faults.add("dia-danh-co-ngay", form.at("dia_danh"), gia_tri=place[:60], bo=first_upper(bare))
    elif place and place[0].islower() and not place.lower().startswith(tuple(LEVEL_WORDS.values())):
        form.faults.add("dia-danh-thuong", form.at("dia_danh"), dung=place.title()[:60])
    return place


def _level(form: Form, pack: Pack) -> str:
    allowed = pack.manifest.levels
    typed = _needed(form, "cap", next(iter(allowed), "xa"))
    level = level_within(typed, allowed)
    if level and allowed and level not in allowed:
        accepted = accepted_levels(allowed)
        near, names = form.faults.guess(level, accepted), ", ".join(accepted)
        form.faults.add("cap-khong-hop", form.at("cap"), cap=typed, goi_y=near, cac_cap=names, goi=pack.id)
    return level


def _symbol(form: Form, pack: Pack) -> str:
    """The symbol of the agency alone: the type's stands in front of it anyway."""
    typed = _needed(form, "ky_hieu", "UBND")
    symbol = typed.removeprefix(f"{pack.manifest.type_symbol}-")
    if symbol != typed:
        form.faults.add("ky-hieu-thua", form.at("ky_hieu"), gia_tri=typed[:60], bo=symbol[:60])
    if symbol and not _SYMBOL.fullmatch(symbol):
        form.faults.add("ky-hieu-sai", form.at("ky_hieu"), gia_tri=symbol[:60])
    return symbol


def _extra(texts: Mapping[str, Chosen], faults: Faults) -> dict[str, str]:
    """`them`: free texts for the unit's own templates."""
    for name, item in texts.items():
        place = item.raw.where.but(key=item.key)
        if not _OWN_NAME.fullmatch(name):
            faults.add("ten-muc-sai", place, ten=name)
        if item.raw.literal in (Literal.MAP, Literal.LIST):
            faults.add("sai-kieu-chu", place)
    return {name: item.raw.text.strip() for name, item in texts.items()}


def check_former_level(main: Form, unit: Unit, date: dt.date | None) -> None:
    """Warn of a unit of a level without a government on a report dated since its end (rule CQ10)."""
    word = former_level(unit.name, unit.level)
    if word and date is not None and date >= TWO_LEVELS:
        main.faults.add("cap-da-bo", main.at("don_vi"), cap=word)
