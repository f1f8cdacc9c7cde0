"""`the_thuc`: the format a unit's documents follow, and the rules it has decided not to follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from baocao.intake.raw import Literal
from baocao.model.form import Form
from baocao.model.names import as_name

FORMAT_FORM = {
    "ho_so": "thể thức áp dụng",
    "ban_dien_tu": "ban hành bản điện tử",
    "khong_theo": "các quy tắc thể thức đơn vị không theo",
}
_RULE_FORM = {"quy_tac": "mã quy tắc thể thức", "ly_do": "lý do không theo"}


@dataclass(frozen=True, slots=True)
class Waiver:
    """A rule of the format that the unit does not follow. rule: its id in capitals ("CQ09")."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class HouseFormat:
    """name: of the format, "" for the usual one. electronic: whether documents are issued as files, None when
    the profile does not say.
    """

    name: str = ""
    electronic: bool | None = None
    waivers: tuple[Waiver, ...] = ()


def read_house_format(profile: Form) -> HouseFormat:
    """What the profile says; reported are unknown entries, and a waiver without its rule or its reason."""
    form = profile.below("the_thuc", FORMAT_FORM)
    electronic = form.flag("ban_dien_tu", False) if form.get("ban_dien_tu") else None
    return HouseFormat(form.line("ho_so"), electronic, tuple(_waivers(form)))


def _waivers(form: Form) -> Iterator[Waiver]:
    raw = form.get("khong_theo")
    if raw is None:
        return
    if raw.literal is not Literal.LIST:
        form.faults.add("khong-theo-khong-phai-danh-sach", form.at("khong_theo"))
        return
    path = form.at("khong_theo").key
    for number, item in enumerate(raw.items, 1):
        entry = Form(item, f"{path}[{number}]", _RULE_FORM, form.faults)
        entry.need("quy_tac", "CQ09")
        entry.need("ly_do", "ghi tên Ủy ban nhân dân tỉnh theo Quyết định số 12/QĐ-UBND")
        rule, reason = entry.line("quy_tac"), entry.line("ly_do")
        if rule and reason:
            yield Waiver(as_name(rule).upper(), reason)
