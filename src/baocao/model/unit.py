"""The unit profile (don-vi.yaml) -> Unit."""

from __future__ import annotations

import datetime as dt
import re

from baocao.intake.raw import Literal, RawValue
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.naming import LEVEL_WORDS, former_level, header_lines, read_level, self_name
from baocao.model.recipients import addressed_to, read_archive, read_recipients
from baocao.model.record import HouseStyle, Unit
from baocao.model.signer import read_signer
from baocao.packs.pack import Pack
from baocao.vietnamese.text import capitals, first_upper

FORM = {
    "ten": "tên đơn vị",
    "cap": "cấp của đơn vị",
    "dong_ten": "các dòng tên cơ quan",
    "dong_chu_quan": "các dòng tên cơ quan chủ quản",
    "dia_danh": "địa danh",
    "ky_hieu": "ký hiệu cơ quan",
    "tu_xung": "cách tự xưng",
    "nguoi_ky": "người ký",
    "noi_nhan": "nơi nhận",
    "luu": "dòng Lưu",
    "nguoi_soan": "người soạn thảo",
    "kieu_nguoi_soan": "cách in người soạn thảo",
    "kinh_gui": "Kính gửi",
    "phong_cach": "cách viết số và ngày",
    "them": "các chữ riêng của đơn vị",
}

STYLE_FORM = {
    "so_hai_chu_so": "số đếm dưới 10 viết hai chữ số",
    "hang_hai_chu_so": "hạng dưới 10 viết hai chữ số",
    "so_le": "số chữ số lẻ",
    "giu_so_khong": "giữ số 0 cuối phần lẻ",
    "linh_le": "đọc linh hay lẻ",
    "nghin_ngan": "đọc nghìn hay ngàn",
    "kieu_ngay": "cách viết ngày",
    "chu_thich_dem_lai": "đánh số lại chú thích",
}

_SYMBOL = re.compile(r"[A-ZĐ0-9][A-ZĐ0-9&.\-]*")
TWO_LEVELS = dt.date(2025, 7, 1)
"""Since then a province has communes only (Luật Tổ chức chính quyền địa phương 2025)."""

_DATE_WORD = re.compile(r"\s*,?\s*ngày\b.*|\s*,\s*\Z", re.IGNORECASE)
_LEVEL_WORD = re.compile(rf"(?:{'|'.join(LEVEL_WORDS.values())})\s+", re.IGNORECASE)
_OWN_NAME = re.compile(r"[a-z][a-z0-9_]*")
_DRAFTER_FORMS = {"chi_so_duoi": "chi_so_duoi", "ngoac": "ngoac"}


def read_unit(main: Form, head: Form, raw: RawValue, pack: Pack, faults: Faults) -> Unit | None:
    """The unit of the report; None when its profile could not be read (a finding says why).

    main: the data file, which may choose the signer; head: its `van_ban`, which may address the report.
    """
    if raw.literal is not Literal.MAP:
        main.need("don_vi", "don-vi.yaml")
        return None
    form = Form(raw, "don_vi" if raw is main.get("don_vi") else "", FORM, faults)
    name = form.line("ten")
    level = _level(form, pack)
    addressees = addressed_to(head, form)
    return Unit(
        name=name,
        level=level,
        header_lines=_header(form, name),
        parent_lines=tuple(capitals(line) for line in form.lines("dong_chu_quan")),
        place=_place(form),
        symbol=_symbol(form, pack),
        self_name=form.line("tu_xung") or self_name(name, level),
        signer=read_signer(form, main.get("nguoi_ky"), faults, collective=is_collective(name)),
        recipients=read_recipients(form, pack, answered=bool(addressees)),
        archive=read_archive(form),
        drafter=form.line("nguoi_soan"),
        drafter_form=form.choice("kieu_nguoi_soan", _DRAFTER_FORMS, "chi_so_duoi"),
        addressees=addressees,
        style=read_style(form.below("phong_cach", STYLE_FORM)),
        extra=_extra(form),
    )


def is_collective(name: str) -> bool:
    """Whether the unit is a people's committee, which signs as a collective (Điều 13.2)."""
    return name.lower().startswith(("ủy ban nhân dân", "uỷ ban nhân dân", "ubnd"))


def read_style(form: Form) -> HouseStyle:
    """`phong_cach`; what is not given follows spec nd30, 4.1."""
    restart = {"moi_trang": "eachPage", "moi_phan": "eachSect", "khong": ""}
    places = form.whole("so_le", 0, 6)
    return HouseStyle(
        two_digit_counts=form.flag("so_hai_chu_so", True),
        two_digit_ranks=form.flag("hang_hai_chu_so", True),
        decimals=2 if places is None else places,
        keep_zeros=form.flag("giu_so_khong", False),
        zero_word=form.choice("linh_le", {"linh": "linh", "lẻ": "lẻ"}, "linh"),
        thousand_word=form.choice("nghin_ngan", {"nghìn": "nghìn", "ngàn": "ngàn"}, "nghìn"),
        long_dates=form.choice("kieu_ngay", {"nhu_go": None, "dai": True, "ngan": False}, None),
        footnotes_restart=form.choice("chu_thich_dem_lai", restart, ""),
    )


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
    level = typed if typed in allowed else read_level(typed)
    if level and allowed and level not in allowed:
        near, names = form.faults.guess(level, allowed), ", ".join(allowed)
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


def _extra(form: Form) -> dict[str, str]:
    """`them`: free texts for the unit's own templates."""
    raw = form.get("them")
    if raw is None:
        return {}
    where = form.at("them")
    if raw.literal is not Literal.MAP:
        form.faults.add("phai-la-bang", where, muc="them", vi_du="cap_tren")
    for name, item in raw.children.items():
        place = item.where.but(key=f"{where.key}.{name}")
        if not _OWN_NAME.fullmatch(name):
            form.faults.add("ten-muc-sai", place, ten=name)
        if item.literal in (Literal.MAP, Literal.LIST):
            form.faults.add("sai-kieu-chu", place)
    return {name: item.text.strip() for name, item in raw.children.items()}


def check_former_level(main: Form, unit: Unit, date: dt.date | None) -> None:
    """Warn of a unit of a level without a government on a report dated since its end (rule CQ10)."""
    word = former_level(unit.name, unit.level)
    if word and date is not None and date >= TWO_LEVELS:
        main.faults.add("cap-da-bo", main.at("don_vi"), cap=word)
